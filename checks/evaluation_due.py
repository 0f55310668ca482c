"""The body that oversees a policy evaluates it as often as the policy says.

Counted from the last evaluation on record and a recorded interval; never from an assumed one.

How to mend: evaluate how the policy is carried out, and record it with `policybook evaluate CODE`.

Example:

    -- 3210-fair-discipline/policy.yml changed --
    oversight: {by: equity-council, cadence: every year}
    -- 3210-fair-discipline/reviews/2025-10-02-evaluation.yml --
    of: policy
    by: equity-council
    method: evaluation
    digest: $digest(2020-05-12)
    outcome: needs-attention
    summary: Training goes well, the figures came late.
"""

from policybook.check import Hit, Hits, Manual, dates, other

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for owed in other.evaluations(manual):
        if owed.on is not None and owed.is_late(manual.as_of):
            yield Hit(
                owed.place,
                f"The evaluation of policy {owed.policy.code} by ‘{manual.body_name(owed.by)}’ was due by "
                f"{dates.in_words(owed.on)}.",
                f"Evaluate it, and record it: policybook evaluate {owed.policy.code}",
            )
