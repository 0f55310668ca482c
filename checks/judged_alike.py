"""A change is judged by the settings, rules and waivers that stood before it.

Whoever changes what the record is judged by says so first. The verdict on this very change is still by the old
settings of checks, the old rules of the board and the old waivers: nobody buys a verdict with the same change. The next
change is judged by the new ones, so somebody other than the author agrees to them.

How to mend: make such a change on its own, and say in the pull request who decided it.

Example:

    -- agency.yml diff --
         longest_cadence: every 5 years
    +checks:
    +  strategy-owner: off
"""

from typing import Any

from policybook.check import Hit, Hits, Manual

FAMILY = "change"
SEVERITY = "warning"
FIRST = True

_OTHERS = {
    "official": "whether this is the agency's own publication",
    "fiction": "whether the manual is fiction",
    "time_zone": "the time zone, which decides what today is",
    "series": "the series, with how often their policies are reviewed",
}
_HELP = "This change is judged as before. Let somebody other than its author agree to it."


def check(manual: Manual) -> Hits:
    base = manual.base
    if base is None:
        return
    if base.knows("agency.yml") and manual.knows("agency.yml"):
        yield from _settings(manual, base)
        yield from _rules(manual, base)
        for key, what in _OTHERS.items():
            if manual.agency.get(key) != base.agency.get(key):
                yield _hit(manual, key, f"This change alters {what}.")
    if base.knows("bodies.yml") and manual.knows("bodies.yml"):
        yield from _kinds(manual, base)
    if base.knows("waivers.yml") and manual.knows("waivers.yml"):
        yield from _waivers(manual, base)


def _settings(manual: Manual, base: Manual) -> Hits:
    was, now = base.agency.get("checks") or {}, manual.agency.get("checks") or {}
    for id in sorted({*was, *now}):
        if was.get(id) != now.get(id):
            message = f"The setting of the check ‘{id}’ is changed from {_said(was.get(id))} to {_said(now.get(id))}."
            yield _hit(manual, "checks", message, id)


def _rules(manual: Manual, base: Manual) -> Hits:
    was, now = [rules.data for rules in base.agency.rules], [rules.data for rules in manual.agency.rules]
    for entry in was:
        if entry not in now:
            since = f" of {entry['since']}" if entry.get("since") else ""
            yield _hit(manual, "rules", f"The board's rules{since}, by which acts are judged, are changed or removed.")
    for rules in manual.agency.rules:
        if rules.data not in was:
            since = f" from {rules.since.words()}" if rules.since else ""
            yield Hit(
                rules.at(), f"Rules of the board that hold{since} are added or changed.", _HELP, subject="agency.yml"
            )


def _kinds(manual: Manual, base: Manual) -> Hits:
    for id, body in manual.bodies.items():
        was = base.bodies.get(id)
        if was is not None and was.kind != body.kind:
            message = f"{body.name} is changed from {was.kind} to {body.kind}; the kind of a body decides what is asked of it."
            yield Hit(body.at("kind"), message, _HELP, subject="bodies.yml")


def _waivers(manual: Manual, base: Manual) -> Hits:
    was, now = [waiver.data for waiver in base.waivers], [waiver.data for waiver in manual.waivers]
    for waiver in manual.waivers:
        if waiver.data not in was:
            message = f"A waiver of the check ‘{waiver.check}’ for {waiver.subject} is added or changed."
            yield Hit(waiver.at(), message, _HELP, subject="waivers.yml")
    for waiver in base.waivers:
        named = {(entry["check"], entry["subject"]) for entry in now}
        if (waiver.check, waiver.subject) not in named:
            message = f"The waiver of the check ‘{waiver.check}’ for {waiver.subject} is removed."
            yield Hit(manual.at("waivers.yml"), message, _HELP)


def _hit(manual: Manual, key: str, message: str, *within: str) -> Hit:
    agency = manual.agency
    there = agency.has(key)
    deep = within if there and all(name in agency.get(key) for name in within) else ()
    place = agency.at(key, *deep).key() if there else agency.at()
    return Hit(place, message, _HELP, subject="agency.yml")


def _said(setting: Any) -> str:
    if setting is None:
        return "its default"
    if isinstance(setting, dict):
        return ", ".join(f"{key} {value}" for key, value in setting.items())
    return str(setting)
