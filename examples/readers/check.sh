#!/usr/bin/env bash
# Writes small corpora and compares their Parquet with their JSONL in DuckDB and hyparquet. It needs Go, Node 20 or later
# and npm, and the network for the packages that package-lock.json pins. It leaves nothing in the tree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in node npm; do
	if ! command -v "$tool" >/dev/null; then
		echo "skipped: this machine has no $tool"
		exit 0
	fi
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cp package.json package-lock.json check.mjs "$scratch"
(cd "$scratch" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error)
go run ./write -out "$scratch/pairs"
node "$scratch/check.mjs" "$scratch/pairs"
