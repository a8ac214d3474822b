#!/bin/bash
# Plans a corpus and submits an array that makes it, and a job that finalizes it once every shard is done:
#   OUT=/shared/big SHARDS=64 ./submit.sh -preset text2space -n 1000000
# Submit it again after a failure: shards that are done are found done. CORPUS names the program, SBATCH the submitter.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
corpus=${CORPUS:-corpus} sbatch=${SBATCH:-sbatch}
: "${OUT:?names the folder of the corpus}" "${SHARDS:?says in how many shards}"
"$corpus" plan -out "$OUT" -shards "$SHARDS" "$@"
export OUT CORPUS="$corpus"
job=$("$sbatch" --parsable --array="0-$((SHARDS - 1))" --export=ALL "$here/make.sbatch")
"$sbatch" --dependency="afterok:${job%%;*}" --kill-on-invalid-dep=yes --export=ALL --job-name=corpus-finalize \
	--wrap='"$CORPUS" finalize -out "$OUT"'
