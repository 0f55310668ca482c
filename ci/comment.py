"""Post the report of a pull request's check as one comment, trusting nothing of what the check's job left behind.

The job ran a stranger's files. Its artifact is taken only below a size, only one file of it is read, and only what
our own report could have written is posted as it stands; anything else becomes a plain sentence. Which pull request it
belongs to is asked of the code host, never read from the artifact. Nothing of the pull request is checked out.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from typing import Any

MARK = "<!-- policybook -->"
ARTIFACT, FILE = "policybook-report", "comment.md"
LARGEST_ARCHIVE, LARGEST_FILE, LONGEST = 20 << 20, 300_000, 62_000
INSTEAD = "The check is done; its report isn't in the form that can be shown here. The job's summary has it."

_TAG = re.compile(r"</?(?:details|summary|ins|del|sub|em|strong|br)>")
_RAW = re.compile(
    r"[<@]|\]\(|\]\[|\]:|!\[|://|www\.|```|~~~|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", re.IGNORECASE
)
_ENTITY = re.compile(r"&(#[0-9]+;)?")
_ENTITIES = frozenset(f"#{ord(mark)};" for mark in "\\`*_[]<>&|~:$^!{}.")
"""The characters that our renderer writes by their number."""

_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def comment(raw: bytes) -> str:
    """Return what is posted for a report: itself where our renderer could have written it, else one sentence."""
    text = raw.decode("utf-8", "replace")
    looked_at = _TAG.sub("", text).replace("@\u2060", "")
    known = all(found in _ENTITIES for found in _ENTITY.findall(looked_at))
    good = 0 < len(text) <= LONGEST and known and not _RAW.search(looked_at)
    return f"{MARK}\n{text if good else INSTEAD}\n"


def unpacked(archive: bytes) -> bytes:
    """Return the report in an artifact; nothing where the archive isn't one, or the report is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened, opened.open(FILE) as report:
            data = report.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError, EOFError):
        return b""
    return data if len(data) <= LARGEST_FILE else b""


def main() -> None:
    """Post or renew the comment, with REPOSITORY, RUN_ID, HEAD_SHA and HEAD_OWNER and HEAD_BRANCH of the event."""
    repository, run, sha = os.environ["REPOSITORY"], os.environ["RUN_ID"], os.environ["HEAD_SHA"]
    if not run.isdigit() or not _SHA.fullmatch(sha) or not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        sys.exit("The event doesn't name a run and a commit.")
    number = _number(repository, sha, f"{os.environ['HEAD_OWNER']}:{os.environ['HEAD_BRANCH']}")
    if number is None:
        print("No open pull request has this commit as its last: nothing to post.")
        return
    body = comment(_artifact(repository, run))
    for posted in _api(f"repos/{repository}/issues/{number}/comments?per_page=100"):
        if posted["user"]["type"] == "Bot" and posted["body"].startswith(MARK):
            _api(f"repos/{repository}/issues/comments/{posted['id']}", "PATCH", {"body": body})
            return
    _api(f"repos/{repository}/issues/{number}/comments", "POST", {"body": body})


def _number(repository: str, sha: str, head: str) -> int | None:
    """Return the number of the open pull request whose last commit is the one that was checked."""
    pulls = _api(f"repos/{repository}/pulls", "GET", {"state": "open", "head": head})
    return next((int(pull["number"]) for pull in pulls if pull["head"]["sha"] == sha), None)


def _artifact(repository: str, run: str) -> bytes:
    listed = _api(f"repos/{repository}/actions/runs/{run}/artifacts?per_page=100")["artifacts"]
    for one in listed:
        if one["name"] == ARTIFACT and one["size_in_bytes"] <= LARGEST_ARCHIVE:
            return unpacked(_gh(["api", f"repos/{repository}/actions/artifacts/{int(one['id'])}/zip"]))
    return b""


def _api(path: str, method: str = "GET", fields: dict[str, str] | None = None) -> Any:
    if method == "GET":
        given = [word for key, value in (fields or {}).items() for word in ("--raw-field", f"{key}={value}")]
        return json.loads(_gh(["api", "--method", "GET", path, *given]))
    return json.loads(_gh(["api", "--method", method, path, "--input", "-"], json.dumps(fields).encode()))


def _gh(words: list[str], given: bytes = b"") -> bytes:
    return subprocess.run(["gh", *words], input=given, stdout=subprocess.PIPE, check=True).stdout


if __name__ == "__main__":
    main()
