#!/usr/bin/env bash
# Runs the tests on each wrong program of eng/mutants.txt: all are built at once in a copy of the tree, each behind a switch.
# Prints the mutants that no test noticed, and the counts (docs/mutants.md). Not in CI: about 10 minutes on 2 cores. Needs Python 3.
# usage: eng/mutants.sh [PROCESSES]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
processes=${1:-$(nproc)}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cd "$root"
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from - --ignore-failed-read | tar --extract --directory "$copy"
cd "$copy"
python3 eng/mutants.py apply eng/mutants.txt .
nice -n 15 dotnet build AlphaMix.Lean.sln --configuration Release --nologo --verbosity quiet -clp:ErrorsOnly \
    -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false -p:GenerateProgramFile=false
nice -n 15 python3 eng/mutants.py run eng/mutants.txt . "$processes"
