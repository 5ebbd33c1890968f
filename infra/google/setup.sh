#!/bin/sh
# The commands that make what service.yaml needs, to be read before they are run. Written after Google's reference and not yet run: ../README.md.
# setup.sh PROJECT IMAGE [REGION]
set -eu
project=${1:?the project}
image=${2:?the image with its tag}
region=${3:-europe-west2}
account=beadle@$project.iam.gserviceaccount.com
here=$(dirname "$0")

gcloud config set project "$project"
gcloud services enable run.googleapis.com sqladmin.googleapis.com secretmanager.googleapis.com storage.googleapis.com artifactregistry.googleapis.com

# Who the service is, and the least it may do.
gcloud iam service-accounts create beadle --display-name='Beadle'
gcloud projects add-iam-policy-binding "$project" --member="serviceAccount:$account" --role=roles/cloudsql.client --condition=None

# The database. Its backups reach back 35 days, and to every moment of the last seven.
password=$(openssl rand -hex 24)
gcloud sql instances create beadle --database-version=POSTGRES_16 --edition=enterprise --tier=db-custom-1-3840 --region="$region" \
  --storage-auto-increase --backup-start-time=01:00 --retained-backups-count=35 --enable-point-in-time-recovery --deletion-protection
gcloud sql databases create beadle --instance=beadle
gcloud sql users create beadle --instance=beadle --password="$password"

# The school's files. Put beadle.yaml and what it names here, and the key files if there are any: gcloud storage cp beadle.yaml gs://…
gcloud storage buckets create "gs://$project-beadle-school" --location="$region" --uniform-bucket-level-access --public-access-prevention
gcloud storage buckets update "gs://$project-beadle-school" --versioning
gcloud storage buckets add-iam-policy-binding "gs://$project-beadle-school" --member="serviceAccount:$account" --role=roles/storage.objectUser

# The secrets. Those that only the school knows are asked for; each is readable by the service alone.
secret() {
  gcloud secrets create "$1" --replication-policy=user-managed --locations="$region" --data-file=-
  gcloud secrets add-iam-policy-binding "$1" --member="serviceAccount:$account" --role=roles/secretmanager.secretAccessor
}
printf 'postgresql://beadle:%s@localhost/beadle?host=/cloudsql/%s:%s:beadle' "$password" "$project" "$region" | secret beadle-database-url
openssl rand -hex 24 | tr -d '\n' | secret beadle-metrics-token
echo 'The address of the mail server (smtps://user:password@host), then Enter and Ctrl-D:' && tr -d '\n' | secret beadle-smtp-url
secret beadle-google-key <google-key.json

sed -e "s|PROJECT|$project|g" -e "s|REGION|$region|g" -e "s|IMAGE|$image|g" "$here/service.yaml" | gcloud run services replace - --region="$region"
# Beadle lets people in by links, codes and tokens of its own.
gcloud run services add-iam-policy-binding beadle --region="$region" --member=allUsers --role=roles/run.invoker
