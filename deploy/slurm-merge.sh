#!/bin/bash
# Puts the reports of slurm-array.sh together, in reports/all: report.jsonl and report.csv.
#
#   sbatch --dependency=afterok:JOB deploy/slurm-merge.sh reports
#
# It starts when every task of the array JOB has ended with 0. Of an array of another number of tasks than 16 it must know that:
# STRIDE_SHARDS=64 sbatch …
#SBATCH --job-name=stride-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=00:10:00
#SBATCH --output=stride-merge-%j.log
set -eu

die() {
    echo "slurm-merge.sh: $*" >&2
    exit 2
}

[ $# -eq 1 ] || die 'expected the folder of the reports, as in sbatch deploy/slurm-merge.sh reports'
reports=$1
shards=${STRIDE_SHARDS:-16}
set -- "$reports"/shard-*-of-"$shards".jsonl
[ -e "$1" ] || shift
[ $# -eq "$shards" ] || die "expected $shards reports in $reports, got $#"

export LC_ALL="${LC_ALL:-C.UTF-8}"
"${STRIDE:-./stride}" grade --fail-under 0 --merge --format json,csv --out "$reports/all" "$@"
