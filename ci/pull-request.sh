#!/usr/bin/env bash
# Commit what changed in the manual on a branch of its own, and open a pull request with the verdict and the redline.
#
# Reads from the environment: BRANCH, TITLE, CLOSES (the number of an issue, or empty) and MAIN (the branch to go to).
set -euo pipefail

main=${MAIN:-main}
git switch --quiet --create "$BRANCH"
git add --all
git -c user.name="${AUTHOR_NAME:-Policybook}" -c user.email="${AUTHOR_EMAIL:-policybook@users.noreply.github.com}" \
  commit --quiet --message "$TITLE"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
policybook check "--base=origin/$main" --format markdown --output "$body" || [ $? = 1 ]
if [ -n "${CLOSES:-}" ]; then printf '\nCloses #%s.\n' "$CLOSES" >>"$body"; fi
git push --quiet origin "$BRANCH"
gh pr create --base "$main" --head "$BRANCH" --title "$TITLE" --body-file "$body"
