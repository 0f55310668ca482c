"""Verify a downloaded JSON file: which revision it is, whether it agrees, and what differs first."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema_rs

from policybook import resources
from policybook.errors import PolicybookError
from policybook.exports import json as data
from policybook.model import Manual, Policy, Revision
from policybook.values import digest
from policybook.verify.result import Discrepancy, ProofResult, first_difference

_OF_THE_DAY = ("as_of", "states", "url", "data")
"""What a file says of the day on which it was made rather than of the act."""


def read(raw: bytes) -> dict[str, Any]:
    """Return the data in a file of the site; raise PolicybookError where it isn't such a file."""
    try:
        value = json.loads(raw)
        sound = isinstance(value, dict) and _validator().is_valid(value)
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        raise PolicybookError("This isn't data of a Policybook site: it doesn't have the form of data/….json.")
    assert isinstance(value, dict)
    return value


def digest_of(value: dict[str, Any]) -> str:
    """Return the digest of the text in a revision's data, empty where it holds none."""
    if value.get("text") is None:
        return ""
    provisions = [_provision(one) for one in value["text"]]
    return digest.of_text(value["title"] or "", provisions, value["footnotes"], value["attachments"])


def verify(manual: Manual, value: dict[str, Any]) -> ProofResult:
    """Return which policy or revision the data is, and whether the record says the same."""
    if value["kind"] == "index":
        raise PolicybookError("This is the index of the policies: it holds no text to prove. Take a policy's own file.")
    policy = manual.find(value["code"]) or manual.find_former(value["code"])
    if policy is None:
        return ProofResult((), (), (Discrepancy(value["code"], f"There is no policy {value['code']} on record."),))
    if value["kind"] == "policy":
        return _policy(policy, value)
    return _revision(manual, policy, value)


def _policy(policy: Policy, value: dict[str, Any]) -> ProofResult:
    problems = []
    for one in value["revisions"]:
        revision = policy.by_id.get(one["id"])
        subject, name = f"{policy.code}@{one['id']}", f"Revision {one['id']} of policy {policy.code}"
        if revision is None:
            problems.append(Discrepancy(subject, f"{name} is in the file, but not on record."))
        elif one["done"] and (one["digest"] or "") != revision.computed_digest:
            problems.append(Discrepancy(subject, f"{name} has another digest in the file than on record."))
        elif one["done"] and (one["chain"] or "") != revision.chain:
            problems.append(Discrepancy(subject, f"{name} has another chain in the file than on record."))
    shown = (
        f"It is the data of policy {policy.code}: every revision in it is on record, with the same digest and chain."
    )
    unknown = "It holds no text. What it says of today (what stands, what is due) is of the day on which it was made."
    return ProofResult((), () if problems else (shown,), tuple(problems), (unknown,))


def _revision(manual: Manual, policy: Policy, value: dict[str, Any]) -> ProofResult:
    subject, name = f"{policy.code}@{value['id']}", f"revision {value['id']} of policy {policy.code}"
    own = digest_of(value)
    revision = policy.by_id.get(value["id"])
    if revision is None:
        alike = policy.text_with(own)
        hint = f" Its text is that of revision {alike.id}." if alike else ""
        return ProofResult((), (), (Discrepancy(subject, f"There is no {name} on record.{hint}"),))
    problems = []
    if (value["digest"] or "") != own:
        problems.append(
            Discrepancy(subject, "The text in the file is not the one that the file's own digest stands for.")
        )
    if own != revision.computed_digest:
        alike = policy.text_with(own)
        hint = f" It is the text of revision {alike.id}." if alike else ""
        problems.append(Discrepancy(subject, f"The text in the file is not the text of {name}.{hint}"))
    found = _first_difference(_lasting(value), _lasting(data.of_revision(manual, policy, revision)), "")
    if found is not None:
        where, in_file, on_record = found
        problems.append(
            Discrepancy(
                subject, f"The first difference is in {where}: the file says {in_file}, the record says {on_record}."
            )
        )
    shown = f"It is {name}, and it says what the record says, word for word."
    return ProofResult((), () if problems else (shown,), tuple(problems), _about(revision))


def _about(revision: Revision) -> tuple[str, ...]:
    return () if revision.done else ("It is a proposal: no chain ties it to anything, and its text may still change.",)


def _lasting(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if key not in _OF_THE_DAY}


def _first_difference(one: Any, other: Any, where: str) -> tuple[str, str, str] | None:
    """Return where two values first differ, and both in words."""
    if one == other:
        return None
    if isinstance(one, dict) and isinstance(other, dict):
        id = one.get("id") or other.get("id")
        for key in dict.fromkeys((*one, *other)):
            named = f"‘{key}’" + (f" of ‘{id}’" if id and where else "")
            found = _first_difference(one.get(key), other.get(key), named if not where or id else f"{where}, {named}")
            if found:
                return found
    if isinstance(one, list) and isinstance(other, list):
        for at in range(max(len(one), len(other))):
            pair = (one[at] if at < len(one) else None, other[at] if at < len(other) else None)
            found = _first_difference(*pair, f"{where}, entry {at + 1}")
            if found:
                return found
    return where, *first_difference(_words(one), _words(other))


def _words(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _provision(one: dict[str, Any]) -> dict[str, Any]:
    """Return a provision as a revision's file would write it."""
    written: dict[str, Any] = {key: one[key] for key in ("label", "heading", "level", "text") if key in one}
    if "table" in one:
        rows = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in one["table"]]
        written["table"] = "\n".join(f"|{'|'.join(row)}|" for row in rows)
    if "items" in one:
        written["items"] = [_provision(item) for item in one["items"]]
    return written


@cache
def _validator() -> Any:
    schema = json.loads((resources.folder("schemas") / "published" / "data.schema.json").read_bytes())
    return jsonschema_rs.validator_for(schema)
