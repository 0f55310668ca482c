#!/usr/bin/env bash
# Put an act of the board on record, and open the pull request for it: what people with write access start by hand.
#
# Reads from the environment: ACT (reading, adopt, reaffirm or rescind), POLICY (codes, separated by spaces), DATE, VOTE,
# CHANGE, AMENDED, REASON, MAIN. Prints what it does. Needs git and gh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

case ${ACT:-} in
  reading | adopt | reaffirm | rescind) ;;
  *) echo "The act is one of reading, adopt, reaffirm and rescind." >&2; exit 2 ;;
esac
options=()
if [ -n "${DATE:-}" ]; then options+=("--date=$DATE"); fi
if [ -n "${VOTE:-}" ]; then options+=("--vote=$VOTE"); fi
if [ -n "${CHANGE:-}" ] && [ "$CHANGE" != "not said" ]; then options+=("--change=$CHANGE"); fi
if [ -n "${AMENDED:-}" ] && [ "$AMENDED" != "not amended" ]; then options+=("--amended=$AMENDED"); fi
if [ -n "${REASON:-}" ]; then options+=("--reason=$REASON"); fi
set -f # a code is never a pattern of file names
read -r -a policies <<<"${POLICY:?names no policy}"

policybook "$ACT" "${options[@]}" -- "${policies[@]}"
export BRANCH="$ACT/${RUN:-$(date +%s)}" TITLE="${ACT^}: policy ${policies[*]}"
bash "$here/pull-request.sh"
