"""Who leads a team is named, by an office.

"To be determined" names nobody; the public wants to know whom to ask.

How to mend: write the office, such as “Director of Student Services”; leave `lead` out until somebody leads.

Example:

    -- bodies.yml diff --
         reports_to: superintendent
    -    lead: Director of Student Services
    +    lead: TBD
"""

import re

from policybook.check import Hit, Hits, Manual, fact

FAMILY = "ownership"
SEVERITY = "warning"

_NOBODY = re.compile(
    r"[\W_]*|t\.?b\.?[dac]\.?|to be (?:determined|decided|announced|confirmed|named)|n\W?a|none|nobody|unknown|vacant|various|x+",
    re.IGNORECASE,
)


def check(manual: Manual) -> Hits:
    for body in manual.body_list:
        lead = fact(body, "lead")
        if lead is not None and lead.value and _NOBODY.fullmatch(lead.value.strip()):
            yield Hit(
                body.at("lead"),
                f"‘{body.name}’ is led by ‘{lead.value}’, which names nobody.",
                "Write the office that leads it, or leave `lead` out.",
            )
