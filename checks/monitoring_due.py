"""Each method of monitoring is used as often as the policy says.

Boards under Policy Governance monitor by report, by an outsider or by looking themselves; each has its own frequency.

How to mend: record the monitoring as a review of the policy, with its `method`.

Example:

    -- 3210-fair-discipline/policy.yml diff --
           - {is: twice, source: district-history, quote: reported twice a year}
    +monitoring:
    +  - {method: internal, cadence: every 3 months, by: superintendent}
    -- 3210-fair-discipline/reviews/2026-06-02-monitoring.yml --
    of: policy
    by: superintendent
    digest: $digest(2020-05-12)
    outcome: compliant
    method: internal
    summary: All schools comply.
"""

from policybook.check import Hit, Hits, Manual, dates, other

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for line in other.monitoring(manual):
        if line.on is not None and line.is_late(manual.as_of):
            yield Hit(
                line.place,
                f"The {line.what} monitoring of policy {line.policy.code} was due by {dates.in_words(line.on)}.",
                "Record it as a review with its `method`.",
            )
