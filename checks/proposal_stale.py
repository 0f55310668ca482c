"""A proposal goes on, or is ended.

A proposal that nobody has touched for long is neither adopted nor withdrawn, and the public doesn't know which.

How to mend: record the next reading, or the outcome: withdrawn, not-adopted or postponed.

Example:

    -- 3210-fair-discipline/revisions/2026-shorter.yml --
    action: revise
    title: Fair Discipline
    based_on: $digest(2026-03-10)
    proposed_by: equity-council
    follows: 2026-03-10
    readings:
      - {date: 2026-04-10}
    text:
      - id: purpose
        text: >-
          Discipline teaches.
"""

from policybook.check import Hit, Hits, Manual, dates

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual, *, days: int = 180) -> Hits:
    for policy in manual:
        for proposal in policy.proposals:
            if proposal.outcome:
                continue
            events = [reading.when for reading in proposal.readings]
            events += [dates.parse(step["date"]) for step in proposal.get("steps") or () if "date" in step]
            comment = (proposal.get("comment") or {}).get("until")
            events.append(dates.parse(comment) if comment else None)
            last = max((event.latest for event in events if event), default=None)
            if last is not None and (manual.as_of - last).days > days:
                yield Hit(
                    proposal.at("action").key(),
                    f"Nothing is on record of the proposal {proposal.id} on policy {policy.code} "
                    f"since {dates.in_words(last)}.",
                    f"Record the next reading, or how it ended: policybook withdraw {policy.code}@{proposal.id}",
                )
