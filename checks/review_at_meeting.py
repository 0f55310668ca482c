"""A review that names a meeting was held there: by the body that met, on that day.

How to mend: name the meeting at which the review was held, or leave `meeting` out.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
       - {what: Train three leads, by: restorative-team, due: 2026-12}
    +meeting: 2026-09-15-restorative-team
"""

from policybook.check import Hit, Hits, Manual, did_you_mean

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for review in policy.reviews:
            named = review.text("meeting")
            if not named:
                continue
            said = f"The review ‘{review.id}’ of policy {policy.code}"
            meeting = manual.meetings.get(named)
            if meeting is None:
                if not manual.has_meeting(named):
                    help = did_you_mean(named, manual.meetings) or "Record the meeting: policybook meet BODY"
                    yield Hit(
                        review.at("meeting"), f"{said} names the meeting ‘{named}’, which is not in meetings/.", help
                    )
                continue
            if not (meeting.body == review.by or (not meeting.body and manual.is_board(review.by))):
                who = f"‘{manual.body_name(meeting.body)}’" if meeting.body else "the board"
                yield Hit(
                    review.at("meeting"),
                    f"{said} is by ‘{manual.body_name(review.by)}’, and the meeting ‘{named}’ was one of {who}.",
                    "Name a meeting of the body that reviewed.",
                )
            elif review.when.latest < meeting.day.earliest or meeting.day.latest < review.when.earliest:
                yield Hit(
                    review.at("meeting"),
                    f"{said} is of {review.when.words()}, and the meeting ‘{named}’ of {meeting.day.words()}.",
                    "Name the meeting of that day.",
                )
