"""Find the provisions of other policies that a text took over, as `was: 3200#appeal` says."""

from __future__ import annotations

from policybook.model import Manual, Text
from policybook.redline.operations import Unit
from policybook.redline.segments import units


def elsewhere(manual: Manual, text: Text | None) -> dict[str, Unit]:
    """Return each piece of another policy that `text` names in a `was`, by that address, as it last stood there."""
    found: dict[str, Unit] = {}
    for provision in text.all_provisions if text is not None and text.holds_text else ():
        code, sign, id = provision.was.partition("#")
        policy = (manual.find(code) or manual.find_former(code)) if sign else None
        for act in reversed(policy.acts if policy is not None else ()):
            unit = next((unit for unit in units(act) if unit.id == id), None) if id in act.by_id else None
            if unit is not None:
                found[provision.was] = unit
                break
    return found
