"""Monitoring by an outside party isn't done by those who are monitored.

An external report comes from a body that answers to the board alone, not to the staff, and that doesn't write the
internal report as well.

How to mend: name the body that looks from outside under `by`, or write `method: internal`.

Example:

    -- 3210-fair-discipline/policy.yml changed --
    monitoring:
      - {method: external, cadence: every 2 years, by: restorative-team}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        lines = policy.parts("monitoring")
        insiders = {line.text("by") for line in lines if line.text("method") == "internal"}
        for line in lines:
            body = manual.bodies.get(line.text("by"))
            if line.text("method") != "external" or body is None:
                continue
            above = manual.bodies.get(body.text("reports_to"))
            if body.id in insiders:
                why = "writes the internal report as well"
            elif above is not None and above.kind != "board":
                why = f"reports to ‘{above.name}’"
            else:
                continue
            yield Hit(
                line.at("by"),
                f"‘{body.name}’ monitors policy {policy.code} from outside and {why}.",
                "Name a body that answers to the board alone, or write `method: internal`.",
            )
