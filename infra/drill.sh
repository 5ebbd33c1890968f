#!/bin/sh
# Tries out whether the newest backup can be restored, verifies its ledger, and says how long that took. Touches nothing. Ends with 0 only if all is well.
# drill.sh BACKUP-FOLDER [HOURS-A-BACKUP-MAY-BE-OLD]
set -eu
to=${1:?the folder with the backups}
hours=${2:-26}
program=/app/dist/beadle.mjs
[ -f "$program" ] || program=$(dirname "$0")/../dist/beadle.mjs

newest=$(find "$to" -maxdepth 1 -type f -name 'beadle-*Z.jsonl.gz' -mmin "-$((hours * 60))" | sort | tail -n 1)
[ -n "$newest" ] || { echo "There is no backup in $to that is younger than $hours hours. Look why: backup.sh takes one." >&2; exit 2; }
exec node "$program" restore --drill "$newest"
