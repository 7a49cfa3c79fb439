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
evaluate() {
    "$root/alphamix" evaluate "${pools[@]}" --data "$runs/data" --from 2016-09-01 --to 2017-09-01 --json "$runs/$1.json" "${@:2}"
}
evaluate close
evaluate close-5bp --cost-bps 5
evaluate next-open --fill NextOpen
