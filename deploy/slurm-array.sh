#!/bin/bash
# Judges a folder of notebooks with a Slurm job array, each of whose 16 tasks takes every sixteenth file. From Stride's folder,
# which all nodes must see:
#
#   ./stride grade --help                                        builds and prepares Python once, before many want to
#   export STRIDE_SECRET=~/course.secret                         a file, or the secret itself: the same checks for all
#   array=$(sbatch --parsable deploy/slurm-array.sh class reports)
#   sbatch --dependency=afterok:"$array" --kill-on-invalid-dep=yes deploy/slurm-merge.sh reports
#
# afterok starts the merge when every task has ended well; where one has not, the merge is taken off the queue. To run only those
# tasks again, say how many there are: STRIDE_SHARDS=16 sbatch --array=3,7 deploy/slurm-array.sh class reports
#
# For another number of tasks: sbatch --array=1-64 deploy/slurm-array.sh class reports
#SBATCH --job-name=stride
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=02:00:00
#SBATCH --output=stride-%A-%a.log
set -eu

die() {
    echo "slurm-array.sh: $*" >&2
    exit 2
}

[ $# -eq 2 ] || die 'expected two folders, as in sbatch deploy/slurm-array.sh class reports'
submissions=$1
reports=$2
[ -n "${STRIDE_SECRET:-}" ] || die 'STRIDE_SECRET must be set, so that all tasks draw the same held-out checks'
[ -n "${SLURM_ARRAY_TASK_ID:-}" ] || die 'this is one task of a job array: submit it with sbatch'

# A part of an array has a smaller count and other numbers, with which files would be left out
shard=$SLURM_ARRAY_TASK_ID
shards=${STRIDE_SHARDS:-$SLURM_ARRAY_TASK_COUNT}
tasks=${SLURM_ARRAY_TASK_MIN:-}-${SLURM_ARRAY_TASK_MAX:-}
if [ -z "${STRIDE_SHARDS:-}" ] && [ "$tasks" != "1-$shards" ]; then
    die "expected all tasks, 1-$shards, got some of $tasks: set STRIDE_SHARDS to how many there are"
fi

# Names of files may be in any language
export LC_ALL="${LC_ALL:-C.UTF-8}"
mkdir -p "$reports"
report=$reports/shard-$shard-of-$shards.jsonl
# --fail-under 0 ends with 0 also where notebooks fail, which is a result: whatever else there is, fails the task.
# Under its own name there is only a whole report.
"${STRIDE:-./stride}" grade --quiet --fail-under 0 --jobs "${SLURM_CPUS_PER_TASK:-1}" \
    --format json --shard "$shard/$shards" --out "$report.half" "$submissions"
mv "$report.half" "$report"
