"""A team's meeting is one that was held: its file is named by day and team, and the figures fit.

A meeting on record shows that a team does what the policy asks of it; one that can't have been held shows nothing.

How to mend: name the file `meetings/<date>-<body>.yml`, and correct the figures. A meeting is recorded once it was held.

Example:

    -- meetings/2026-09-14-restorative-team.yml --
    body: restorative-team
    present: 9
    of: 8
    items:
      - {did: considered, strategy: 3210/restorative, outcome: Three schools have no trained lead.}
"""

from policybook.check import Hit, Hits, Manual, Meeting

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for meeting in manual.meetings.values():
        if meeting.body:
            yield from _judged(meeting, manual)
        elif meeting.items:
            yield Hit(
                meeting.at("items").key(),
                "This meeting says what was worked on, and not by which team.",
                "Add `body:` with the team's id. What the board decides is recorded as acts.",
            )


def _judged(meeting: Meeting, manual: Manual) -> Hits:
    name = manual.body_name(meeting.body)
    day = meeting.id[:10]
    if not (meeting.id == f"{day}-{meeting.body}" or meeting.id.startswith(f"{day}-{meeting.body}-")):
        yield Hit(
            meeting.at("body"),
            f"This meeting is of ‘{name}’, and its file is called {meeting.id}.yml.",
            f"Call it {day}-{meeting.body}.yml.",
        )
    if meeting.day.earliest > manual.as_of:
        yield Hit(
            meeting.at("body"),
            f"This meeting of ‘{name}’ is of {meeting.day.words()}, which is still to come.",
            "Record it once it was held.",
        )
    present, members = meeting.get("present"), meeting.get("of")
    if present is not None and members is not None and present > members:
        yield Hit(meeting.at("present"), f"{present} of {members} members can't have been present.")
    if present == 0:
        yield Hit(meeting.at("present"), "Nobody was present, so no meeting was held.", "Remove the file.")
    body = manual.bodies.get(meeting.body)
    if body is not None and body.ended is not None and body.ended.latest < meeting.day.earliest:
        yield Hit(
            meeting.at("body"),
            f"‘{name}’ ended {body.ended.words()}, before this meeting.",
            "Correct the body or the day.",
        )
