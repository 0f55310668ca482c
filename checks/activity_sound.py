"""An activity carries out a strategy of its policy, and what is finished has come to its end.

An activity that belongs to no strategy, or was finished on a day to come, shows nothing of what the policy asks.

How to mend: correct the strategy's id, the activity's name or the day.

Example:

    -- 3210-fair-discipline/activities/train-leads.yml --
    what: Train a lead in each school
    strategy: restoration
    lead: restorative-team
    since: 2026-04
"""

from policybook.check import Activity, Hit, Hits, Manual, Policy, did_you_mean, steps

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for activity in policy.activities:
            yield from _judged(activity, policy, manual)
    for meeting in manual.meetings.values():
        for item in meeting.items:
            named, found = item.text("activity"), steps.policy_of(manual, item)
            if not named or found is None or not found.knows("activities") or not found.knows("policy.yml"):
                continue
            known = {one.id for one in found.activities}
            if named not in known:
                yield Hit(
                    item.at("activity"),
                    f"Policy {found.code} has no activity ‘{named}’.",
                    did_you_mean(named, known) or "Record it: policybook activity CODE/STRATEGY",
                )


def _judged(activity: Activity, policy: Policy, manual: Manual) -> Hits:
    said = f"The activity ‘{activity.what}’ of policy {policy.code}"
    if policy.knows("strategies.yml") and activity.strategy not in policy.strategies_by_id:
        help = did_you_mean(activity.strategy, policy.strategies_by_id) or "Correct the id."
        yield Hit(
            activity.at("strategy"),
            f"{said} carries out ‘{activity.strategy}’, which is no strategy of the policy.",
            help,
        )
    since, finished = activity.date("since"), activity.finished
    if finished is None:
        return
    if finished.earliest > manual.as_of:
        yield Hit(activity.at("finished", "date"), f"{said} was finished {finished.words()}, which is still to come.")
    elif since is not None and finished.latest < since.earliest:
        yield Hit(activity.at("finished", "date"), f"{said} was finished {finished.words()}, before it began.")
