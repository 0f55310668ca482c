"""Read what an agency set for the checks in agency.yml: severities, switches and thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from policybook.finding import SEVERITIES, Severity
from policybook.lint.check import Rule
from policybook.model import Agency, Place
from policybook.text.lists import listed
from policybook.text.suggest import did_you_mean

ID = "settings"
DOC = """The settings of checks in agency.yml name checks and thresholds that exist.

A misspelt setting would do nothing, in silence: the agency would believe that a check is off, or stricter, and it
isn't. The rules on the shape of the record and those that compare a change with its base can't be switched off.

How to mend: `policybook explain CHECK` says what a check is called and which thresholds it has.
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one check is run for this agency."""

    severity: Severity | None
    """None: as the check says."""
    off: bool
    thresholds: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class InvalidSetting:
    """A setting that can't be followed."""

    place: Place
    message: str
    help: str


def read(agency: Agency, checks: Mapping[str, Rule]) -> tuple[dict[str, Setting], list[InvalidSetting]]:
    """Return the settings by check id, and what is wrong with those that can't be followed."""
    found: dict[str, Setting] = {}
    problems: list[InvalidSetting] = []
    for id, value in (agency.get("checks") or {}).items():
        check = checks.get(id)
        place = agency.at("checks", id)
        if check is None:
            help = did_you_mean(id, list(checks)) or "`policybook explain` lists the checks."
            problems.append(InvalidSetting(place.key(), f"There is no check called ‘{id}’.", help))
        elif not check.waivable:
            problems.append(
                InvalidSetting(place.key(), f"The check ‘{id}’ can't be changed or switched off.", "Remove this line.")
            )
        else:
            found[id] = _setting(agency, check, value, problems)
    return found, problems


def _setting(agency: Agency, check: Rule, value: Any, problems: list[InvalidSetting]) -> Setting:
    if isinstance(value, str):
        return Setting(value if value in SEVERITIES else None, value == "off", {})
    thresholds: dict[str, Any] = {}
    for name, written in value.items():
        if name == "severity":
            continue
        place = agency.at("checks", check.id, name)
        if name not in check.thresholds:
            known = [f"`{known}`" for known in ("severity", *check.thresholds)]
            help = did_you_mean(name, list(check.thresholds)) or f"It has {listed(known, 'and')}."
            problems.append(
                InvalidSetting(place.key(), f"The check ‘{check.id}’ has no setting called ‘{name}’.", help)
            )
            continue
        default = check.thresholds[name]
        try:
            thresholds[name] = type(default)(written)
        except (TypeError, ValueError):
            message = f"`{name}` of the check ‘{check.id}’ is ‘{written}’, which isn't a whole number."
            problems.append(InvalidSetting(place, message, f"Write a number, such as {default}."))
    severity = value.get("severity")
    return Setting(severity if severity in SEVERITIES else None, severity == "off", thresholds)
