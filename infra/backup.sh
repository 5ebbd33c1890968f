#!/bin/sh
# Takes a backup: the database with the key files encrypted in it, and the school's other files beside it.
# backup.sh SCHOOL-FOLDER BACKUP-FOLDER PASSPHRASE-FILE [DAYS-TO-KEEP]
set -eu
absolute() { case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac; }
school=$(absolute "${1:?the folder of beadle.yaml}")
to=$(absolute "${2:?the folder for backups}")
passphrase=$(absolute "${3:?the file with the passphrase}")
days=${4:-35}
# In the image the command lies in /app, elsewhere beside this script's folder.
program=/app/dist/beadle.mjs
[ -f "$program" ] || program=$(absolute "$(dirname "$0")")/../dist/beadle.mjs
# Where they came by a file, as in the image, they are read from it.
secrets=/run/secrets/beadle.env
[ -r "$secrets" ] && from="--env-file=$secrets" || from=--no-warnings

name=$to/beadle-$(date -u +%Y-%m-%dT%H%M%SZ)
cd "$school"
node "$from" "$program" backup "$name.jsonl.gz" --school beadle.yaml --passphrase "$passphrase"
# The key files are in the backup already, encrypted. A file that grows meanwhile is taken as far as it goes.
(umask 077 && tar --create --gzip --file "$name.files.tar.gz" --exclude './beadle-*key*' --exclude ./.beadle --warning=no-file-changed .) || [ $? -eq 1 ]

# Only what this script wrote, and only once today's is there.
find "$to" -maxdepth 1 -type f \( -name 'beadle-*Z.jsonl.gz' -o -name 'beadle-*Z.files.tar.gz' \) -mtime "+$days" -exec rm -f {} +
