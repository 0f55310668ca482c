"""Every meeting and package that an act names is on record.

How to mend: add the meeting's file, or correct the name.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
     comment: {from: 2026-02-11, until: 2026-03-05}
    +meeting: 2026-03-11
"""

from policybook.check import Hit, Hits, Manual, Names, did_you_mean

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    meetings = Names(manual.meetings)
    for policy in manual:
        for act in policy.revisions:
            said = f"Revision {act.id} of policy {policy.code}"
            named = act.text("meeting")
            if named and not manual.has_meeting(named):
                help = meetings.hint(named) or "Add it to meetings/, or correct the name."
                yield Hit(
                    act.at("meeting"), f"{said} was done at the meeting ‘{named}’, which is not in meetings/.", help
                )
            package = act.text("package")
            day = named or (act.acted.text if act.acted else "")
            if package and act.acted and manual.knows(f"meetings/{day}.yml"):
                meeting = manual.meeting_of(act)
                packages = meeting.packages if meeting else {}
                if package not in packages:
                    help = did_you_mean(package, packages) or f"Add it under `packages` in meetings/{day}.yml."
                    yield Hit(
                        act.at("package"),
                        f"{said} was passed in the package ‘{package}’, which its meeting doesn't have.",
                        help,
                    )
