#!/usr/bin/env bash
# Regenerates the table of docs/results.md: V, R, W and S on ACL18 over independent seeds.
# usage: eng/acl18-seeds.sh YAHOO_CSV_FOLDER [SEEDS] [RUNS_FOLDER]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
prices=${1:?usage: eng/acl18-seeds.sh YAHOO_CSV_FOLDER [SEEDS] [RUNS_FOLDER]}
seeds=${2:-10}
runs=${3:-$root/runs/acl18-seeds}

"$root/alphamix" data import yahoo "$prices" --data "$runs/data"
pools=()
for seed in $(seq "$seeds"); do
    "$root/alphamix" train "$root/docs/examples/acl18.json" --data "$runs/data" --run "$runs/seed-$seed" --seed "$seed" --resume
    pools+=("$runs/seed-$seed")
done
for bps in 0 5; do
    "$root/alphamix" evaluate "${pools[@]}" --data "$runs/data" --from 2016-09-01 --to 2017-09-01 --cost-bps "$bps" --json "$runs/cost-$bps.json"
done
