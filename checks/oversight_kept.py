"""Nobody loses or loosens oversight without its being seen.

Who evaluates a policy, and how often, is part of what the public was promised. That it is taken away, given to another body or
asked for less often is always worth a second look.

How to mend: put it back, or let the body that oversees confirm the change in the pull request.

Example:

    -- base/3210-fair-discipline/policy.yml changed --
    oversight: {by: equity-council, cadence: every year}
"""

from math import inf

from policybook.check import Hit, Hits, Manual, View, cadence, compare, fact

FAMILY = "change"
SEVERITY = "warning"

_HELP = "If that is meant, let the body that oversees the policy confirm it in the pull request."


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        before, after = was.oversight, now.oversight
        if before is None or not now.knows("policy.yml"):
            continue
        who, said = manual.body_name(before.text("by")), f"the oversight of policy {now.code}"
        if after is None:
            yield Hit(now.at(), f"‘{who}’ had {said}, and it was taken away.", "Put `oversight` back.")
            continue
        if after.text("by") != before.text("by"):
            other = manual.body_name(after.text("by"))
            yield Hit(after.at("by"), f"‘{who}’ had {said}, and it was given to ‘{other}’.", _HELP)
        if _days(after) > _days(before):
            held = fact(before, "cadence")
            often = held.value if held else ""
            place = after.at("cadence") if after.has("cadence") else after.at()
            yield Hit(place, f"‘{who}’ was to evaluate policy {now.code} {often}, and is to do so less often.", _HELP)


def _days(line: View) -> float:
    """Return the interval; one that is assumed, not understood or not there names none and never ends."""
    held = fact(line, "cadence")
    understood = cadence.parse(held.value) if held and held.value and held.basis != "assumed" else None
    return understood.days if understood is not None and understood.days is not None else inf
