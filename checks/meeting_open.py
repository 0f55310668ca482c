"""The board acts in an open meeting, with notice given as its rules ask.

In many states an act of a closed or unannounced meeting is void.

How to mend: correct the meeting's file.

Example:

    -- meetings/2026-03-10.yml --
    notice: 2026-03-06
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        meeting = manual.meeting_of(act)
        if meeting is None:
            continue
        said = f"Revision {act.id} of policy {policy.code}"
        if meeting.get("open") is False:
            yield Hit(
                meeting.at("open"),
                f"{said} was done in a meeting that wasn't open.",
                "Correct this, or the act is void.",
            )
        notice, least = meeting.date("notice"), rules.number("notice_days")
        if notice and least and (meeting.day.latest - notice.earliest).days < least and not act.emergency:
            yield Hit(
                meeting.at("notice"),
                f"{said} was done with {(meeting.day.latest - notice.earliest).days} days of notice; "
                f"the board's rules ask for {least}.",
                "Correct the date of the notice.",
            )
