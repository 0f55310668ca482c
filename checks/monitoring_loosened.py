"""Nobody gets rid of monitoring that is late by dropping it, or by asking for it less often.

How a board monitors is the board's to choose; that a line of `monitoring` is taken away is always worth a second look.
A longer interval is an error together with a new report by that method in the same change, for nobody can tell then
which of the two put the next day off; and a warning where it makes late monitoring look as if it weren't.

How to mend: record the monitoring in one change and the interval in another, or put the line back.

Example:

    -- base/3210-fair-discipline/policy.yml diff --
           - {is: twice, source: district-history, quote: reported twice a year}
    +monitoring:
    +  - {method: internal, cadence: every 3 months, by: superintendent}
    +  - {method: external, cadence: every 2 years}
    -- 3210-fair-discipline/policy.yml diff --
           - {is: twice, source: district-history, quote: reported twice a year}
    +monitoring:
    +  - {method: internal, cadence: every 3 months, by: superintendent}
"""

from itertools import zip_longest
from math import inf

from policybook.check import Hit, Hits, Manual, Policy, View, cadence, compare, dates, fact, other

FAMILY = "change"

_HELP = "Record the monitoring in one change, and the interval in another that says why."


def check(manual: Manual) -> Hits:
    if manual.base is None:
        return
    late = {
        (one.policy.folder, one.what): one.on
        for one in other.monitoring(manual.base)
        if one.on is not None and one.on < manual.as_of
    }
    still = {(one.policy.folder, one.what) for one in other.monitoring(manual) if one.is_late(manual.as_of)}
    filed = {(policy.folder, review.text("method")) for policy, review, _ in compare.new_reviews(manual)}
    for before, policy in compare.kept(manual):
        if not policy.knows("policy.yml") or not policy.texts_to_come(manual.as_of):
            continue
        for method in dict.fromkeys(line.text("method") for line in before.parts("monitoring")):
            said = f"The {method} monitoring of policy {policy.code}"
            for was, now in zip_longest(_lines(before, method), _lines(policy, method)):
                if was is None:
                    continue
                if now is None:
                    often = fact(was, "cadence")
                    held = often.value if often and often.value else "no interval"
                    place = policy.at("monitoring").key() if policy.has("monitoring") else policy.at()
                    yield Hit(place, f"{said} ({held}) was removed.", "Put the line back.", severity="warning")
                elif _days(was) >= _days(now):
                    continue
                elif (policy.folder, method) in filed:
                    message = f"{said} is to be done less often than before, and a report of it is filed with that."
                    yield Hit(now.at("cadence"), message, _HELP)
                elif (before.folder, method) in late and (policy.folder, method) not in still:
                    since = dates.in_words(late[before.folder, method])
                    message = f"{said} was due by {since}, and is to be done less often now instead."
                    yield Hit(now.at("cadence"), message, _HELP, severity="warning")


def _lines(policy: Policy, method: str) -> list[View]:
    return sorted((line for line in policy.parts("monitoring") if line.text("method") == method), key=_days)


def _days(line: View) -> float:
    """Return the interval; one that is assumed, not understood or not there names none and never ends."""
    held = fact(line, "cadence")
    understood = cadence.parse(held.value) if held and held.value and held.basis != "assumed" else None
    return understood.days if understood is not None and understood.days is not None else inf
