#!/usr/bin/env bash
# Regenerates the tables of docs/results.md for the practical profile: a walk-forward on ACL18 over independent seeds.
# usage: eng/acl18-practical.sh YAHOO_CSV_FOLDER [SEEDS] [RUNS_FOLDER]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
prices=${1:?usage: eng/acl18-practical.sh YAHOO_CSV_FOLDER [SEEDS] [RUNS_FOLDER]}
seeds=${2:-10}
runs=${3:-$root/runs/acl18-practical}

"$root/alphamix" data import yahoo "$prices" --data "$runs/data"
all=()
for seed in $(seq "$seeds"); do
    "$root/alphamix" train "$root/docs/examples/practical.json" --walk-forward --data "$runs/data" --run "$runs/seed-$seed" --seed "$seed" --resume
    all+=("$runs/seed-$seed")
done
"$root/alphamix" evaluate "$runs/seed-1" --data "$runs/data" --json "$runs/seed-1.json"
"$root/alphamix" evaluate "${all[@]}" --data "$runs/data" --json "$runs/all.json"
