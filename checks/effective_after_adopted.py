"""No act binds, lapses or ends before it was done.

How to mend: correct the date; left out, `effective` is the day of the act.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
     date: 2026-03-10
    -effective: 2026-07-01
    +effective: 2026-02-01
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for act in policy.acts:
            if act.acted is None:
                continue
            for key, said in (
                ("effective", "binds from"),
                ("until", "is suspended until"),
                ("published", "was published"),
            ):
                day = act.date(key)
                if day is not None and day.latest < act.acted.earliest:
                    yield Hit(
                        act.at(key),
                        f"Revision {act.id} of policy {policy.code} {said} {day.words()}, "
                        f"before the board acted on {act.acted.words()}.",
                        "Correct one of the two dates.",
                    )
            if act.lapses is not None and act.lapses.latest < act.acted.earliest:
                yield Hit(
                    act.at("emergency"),
                    f"The emergency act {act.id} of policy {policy.code} lapses before it was done.",
                    "Correct one of the two dates.",
                )
