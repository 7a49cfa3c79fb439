#!/usr/bin/env bash
# Everything CI runs: restore, format, build with warnings as errors, tests. Closes with `N passed, N failed, N skipped`.
# Tests that need the ACL18 prices find them below $ALPHAMIX_SHARED, and are skipped with the reason where it is not set.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
export ALPHAMIX_STRICT=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

step() {
    echo "== $1"
    shift
    "$@" || { echo "failed: $*" >&2; exit 1; }
}

# A floating version that was resolved before is not looked up again unless asked for.
step restore dotnet restore AlphaMix.Lean.sln --force-evaluate --verbosity quiet
lean=$(grep -o '"QuantConnect.Lean/[^"]*' AlphaModels/AlphaMix.Lean/obj/project.assets.json | head -n 1 | sed 's|.*/||')
case $lean in
    2.5.0.*) echo "LEAN: QuantConnect.Lean $lean, packed from eng/LeanSurface" ;;
    *) echo "LEAN: QuantConnect.Lean $lean, the real package" ;;
esac
step build dotnet build AlphaMix.Lean.sln --configuration Release --no-restore --nologo --verbosity quiet
step format dotnet format AlphaMix.Lean.sln --no-restore --verify-no-changes

echo "== test"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed_runs=0
torch=tests/AlphaMix.Training.Torch.Tests/AlphaMix.Training.Torch.Tests.csproj
projects=()
for project in tests/*.Tests/*.Tests.csproj; do
    [ "$project" = "$torch" ] || projects+=("$project")
done
unrun=0
# Its packages can be chosen by the environment: TorchPackage, TorchSharpVersion, RestoreAdditionalProjectSources (docs/gpu.md).
if dotnet restore "$torch" --verbosity quiet >"$results/torch.log" 2>&1; then
    step "build Torch tests" dotnet build "$torch" --configuration Release --no-restore --nologo --verbosity quiet
    step "format Torch tests" dotnet format "$torch" --no-restore --verify-no-changes
    step "format Torch" dotnet format Training/AlphaMix.Training.Torch/AlphaMix.Training.Torch.csproj --no-restore --verify-no-changes
    projects+=("$torch")
else
    echo "tests/AlphaMix.Training.Torch.Tests is skipped: $(grep -o 'NU1101: .*' "$results/torch.log" | head -n 1)"
    unrun=1
fi
if [ -f "${LEAN_LAUNCHER_DIR:-}/QuantConnect.Lean.Engine.dll" ]; then
    engine=tests/AlphaMix.Lean.EngineTests/AlphaMix.Lean.EngineTests.csproj
    step "build engine tests" dotnet build "$engine" --configuration Release --nologo --verbosity quiet
    projects+=("$engine")
else
    echo "tests/AlphaMix.Lean.EngineTests is skipped: LEAN_LAUNCHER_DIR names no folder with QuantConnect.Lean.Engine.dll"
    unrun=$((unrun + 1))
fi
for project in "${projects[@]}"; do
    dotnet test "$project" --configuration Release --no-build --nologo --results-directory "$results" \
        --logger "trx;LogFilePrefix=$(basename "$project" .csproj)" --logger "console;verbosity=minimal" "$@" || failed_runs=1
done

count() { grep -ho "<UnitTestResult [^>]*outcome=\"$1\"" "$results"/*.trx 2>/dev/null | wc -l; }
passed=$(count Passed) failed=$(count Failed) skipped=$(($(count NotExecuted) + unrun))
[ "$failed_runs" -eq 1 ] && [ "$failed" -eq 0 ] && failed=1
grep -ho 'outcome="NotExecuted".*' "$results"/*.trx >/dev/null 2>&1 &&
    echo "skipped for these reasons:" &&
    grep -h -A6 'outcome="NotExecuted"' "$results"/*.trx | grep -o '<Message>[^<]*' | sed 's/<Message>/  /' | sort | uniq -c
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
