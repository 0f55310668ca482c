#!/usr/bin/env bash
# Check the manual as a pull request or a push is checked: annotations, the job's summary, a SARIF file, the comment.
#
# Reads BASE (the revision to compare with; empty: no comparison), MANUAL (its folder; empty: found), FAIL_ON and REPORT
# (where the files go) from the environment. Exits as `policybook check` does.
set -euo pipefail

report=${REPORT:-policybook-report}
mkdir -p "$report"
options=(--fail-on "${FAIL_ON:-error}")
if [ -n "${BASE:-}" ]; then options+=("--base=$BASE"); fi
if [ -n "${MANUAL:-}" ]; then options+=("--manual=$MANUAL"); fi

status=0
policybook check "${options[@]}" --format github || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
policybook check "${options[@]}" --format sarif --output "$report/policybook.sarif" || [ $? = 1 ]
policybook check "${options[@]}" --format markdown --output "$report/comment.md" || [ $? = 1 ]
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$report/comment.md" >>"$GITHUB_STEP_SUMMARY"; fi
exit "$status"
