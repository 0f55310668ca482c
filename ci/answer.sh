#!/usr/bin/env bash
# Answer a form that couldn't be followed, with what was said: words in a box, which call nobody and lead nowhere.
#
# Reads from the environment: SAID (a file), RUN (where all of it stands), ISSUE, REPOSITORY. Needs gh.
set -euo pipefail

{
  printf 'The form couldn’t be followed. This is what was said:\n\n'
  if [ -s "${SAID:-}" ]; then
    head -c 4000 "$SAID" | tr -d '\000-\011\013-\037\177' | sed 's/^/    /'
  else
    printf '    Nothing; look at the run.'
  fi
  printf '\n\nAll of it stands here: %s\n' "$RUN"
} | gh issue comment "$ISSUE" --repo "$REPOSITORY" --body-file -
