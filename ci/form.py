"""Read the form in which somebody proposes a change: which policy, why, and the Word file that is attached.

Everything in it was written by a stranger. A file is fetched only from where the code host keeps attachments, only up
to a size, and under a name of our own; what is no form is refused in a sentence that is posted as the answer.
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.request
from pathlib import Path
from typing import NamedTuple

LARGEST = 10 << 20
KINDS = {".docx": b"PK\x03\x04", ".odt": b"PK\x03\x04", ".md": b"", ".txt": b""}
"""The kinds of file that are taken, each with how its bytes begin."""

HOSTS = re.compile(
    r"https://github\.com/(?:user-attachments/files/[0-9]+|[\w.-]{1,100}/[\w.-]{1,100}/files/[0-9]+)/([\w.%+-]{1,200})"
)
"""Where GitHub keeps the files of issues, and the name at the end."""

FOLLOWED = re.compile(
    r"https://(?:(?:objects|release-assets)\.githubusercontent|github-production-[a-z0-9-]+\.s3\.amazonaws)\.com/"
)
"""Where those addresses lead on to."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./()-]{0,39}")
_HEADINGS = {"Policy": "policy", "What should change, and why": "summary", "The edited text": "file"}


class Refused(Exception):
    """The form can't be followed; its text says why and what to do."""


class Form(NamedTuple):
    """What somebody asks for."""

    policy: str
    summary: str
    file: str
    """The address of the attached file; empty where there is none."""
    kind: str
    """How its name ends: `.docx`, `.odt`, `.md` or `.txt`."""


def read(body: str) -> Form:
    """Return the form written in an issue; raise Refused where it isn't one."""
    parts: dict[str, str] = {}
    for heading, text in re.findall(r"^### (.+?)\r?\n(.*?)(?=^### |\Z)", body, re.DOTALL | re.MULTILINE):
        if heading.strip() in _HEADINGS:
            parts.setdefault(_HEADINGS[heading.strip()], text.strip())
    code = parts.get("policy", "")
    if not _CODE.fullmatch(code):
        raise Refused("The form doesn't name a policy: write its code, such as 3210, under ‘Policy’.")
    summary = " ".join(parts.get("summary", "").split())[:500]
    if not summary or summary == "_No response_":
        raise Refused("The form doesn't say what should change, and why.")
    found = HOSTS.search(parts.get("file", ""))
    if found is None:
        raise Refused("No file is attached to the form: drag the Word file into the field ‘The edited text’.")
    names = list(dict.fromkeys(one[1] for one in HOSTS.finditer(parts["file"])))
    if len(names) > 1:
        raise Refused(f"{len(names)} files are attached: {', '.join(names)}. Leave only the edited text.")
    kind = "." + found[1].rpartition(".")[2].lower()
    if kind not in KINDS:
        raise Refused(
            "The attached file is none that can be read: attach a Word file (.docx), an OpenDocument file (.odt), or plain text (.txt, .md)."
        )
    return Form(code, summary, found[0], kind)


def checked(data: bytes, kind: str) -> bytes:
    """Return a file's bytes where they are what its name says; raise Refused where they aren't."""
    if len(data) > LARGEST:
        raise Refused(f"The attached file is larger than {LARGEST >> 20} MB: remove its pictures.")
    if not data.startswith(KINDS[kind]) or (not KINDS[kind] and b"\0" in data):
        raise Refused("The attached file isn't what its name says: save it again from Word.")
    return data


class _Within(urllib.request.HTTPRedirectHandler):
    """Follow a redirect only to where the code host keeps its files."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if not (FOLLOWED.match(newurl) or HOSTS.fullmatch(newurl)):
            raise Refused("The attached file isn't where attachments are kept.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetched(form: Form) -> bytes:
    """Return the attached file, fetched without any credentials."""
    opener = urllib.request.build_opener(_Within, urllib.request.ProxyHandler())
    with opener.open(form.file, timeout=60) as answer:
        return checked(answer.read(LARGEST + 1), form.kind)


def main() -> None:
    """Write `form.json` and the attached file to the folder OUT, from the issue's text in BODY.

    ATTACHMENT names a local file instead of fetching one: for trying it out.
    """
    out = Path(os.environ["OUT"])
    out.mkdir(parents=True, exist_ok=True)
    try:
        form = read(os.environ["BODY"])
        local = os.environ.get("ATTACHMENT")
        data = checked(Path(local).read_bytes(), form.kind) if local else fetched(form)
    except Refused as refused:
        (out / "refused.txt").write_text(f"{refused}\n", encoding="utf-8")
        sys.exit(f"{refused}")
    (out / f"text{form.kind}").write_bytes(data)
    said = {"policy": form.policy, "summary": form.summary, "file": str(out / f"text{form.kind}")}
    (out / "form.json").write_text(json.dumps(said, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
