"""Render the result of a verification as text or JSON."""

from __future__ import annotations

import json
from datetime import date
from textwrap import fill

from policybook.text.terminal import safe
from policybook.values import dates
from policybook.verify.result import ProofResult


def text(outcome: ProofResult, of: str, as_of: date) -> str:
    """Return the outcome in sentences: the answer first, then what it was held against and what it can't know."""
    verdict = "It agrees." if not outcome.problems else "It does not agree."
    parts = [f"{of}, as of {dates.in_words(as_of)}. {verdict}"]
    parts += [f"- {one.message}" for one in outcome.problems]
    parts += list(outcome.shown)
    against = "; ".join(outcome.anchors) or "none, only itself"
    parts.append(f"Held against: {against}.")
    if outcome.unknown:
        parts.append("What this can't know:")
        parts += [f"- {one}" for one in outcome.unknown]
    return "\n".join(_wrapped(safe(part)) for part in parts) + "\n"


def as_json(outcome: ProofResult, of: str, as_of: date) -> str:
    """Return the outcome as JSON, form 1; `schemas/published/proof.schema.json` says what it looks like."""
    value = {
        "schema": 1,
        "kind": "proof",
        "of": of,
        "as_of": as_of.isoformat(),
        "agrees": not outcome.problems,
        "anchors": list(outcome.anchors),
        "problems": [one._asdict() for one in outcome.problems],
        "shown": list(outcome.shown),
        "unknown": list(outcome.unknown),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _wrapped(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    return fill(line, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
