#!/usr/bin/env bash
# Make a proposal from a form, and open the pull request for it.
#
# Reads from the environment: OUT (the folder that form.py wrote), ISSUE (its number, or empty), PROPOSED_BY (a body),
# NAME (a word or two for the file), MAIN (the branch to propose to). Prints what it does. Needs git and gh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

field() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$OUT/form.json" "$1"; }
policy=$(field policy)
summary=$(field summary)
file=$(field file)
number=${ISSUE//[!0-9]/}

policybook propose "--from=$file" "--summary=$summary" "--proposed-by=${PROPOSED_BY:?names no body}" \
  ${NAME:+"--name=$NAME"} -- "$policy"
export BRANCH="proposal/${number:-$(date +%s)}" TITLE="Proposal: policy $policy" CLOSES="$number"
bash "$here/pull-request.sh"
