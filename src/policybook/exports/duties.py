"""Export the register of duties as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policybook.exports import urls
from policybook.model import Manual
from policybook.model.duties import Duty

VERSION = 1


def register(manual: Manual, found: Iterable[Duty]) -> dict[str, Any]:
    """Return the duties with where each stands, whom it binds and with what force."""
    return {
        "schema": VERSION,
        "kind": "duties",
        "agency": manual.agency.name,
        "as_of": manual.as_of.isoformat(),
        "duties": [
            {
                "policy": duty.policy.code,
                "revision": duty.revision.id,
                "provision": duty.provision.id or None,
                "url": place(duty),
                "sentence": duty.sentence,
                "force": duty.force,
                "bodies": list(duty.bodies),
                "agency": duty.agency,
                "subject": duty.subject or None,
                "corrected": duty.corrected,
            }
            for duty in found
        ],
    }


def place(duty: Duty) -> str:
    """Return the address of the provision that holds a duty, within the site."""
    anchor = f"#{duty.provision.id}" if duty.provision.id else ""
    return urls.policy(duty.policy.code) + anchor
