"""No body reports to itself, not even by way of others.

Where bodies report in a circle, nobody is answerable to anybody outside it.

How to mend: let one of them report to the board.

Example:

    -- bodies.yml diff --
         kind: officer
    -    reports_to: board
    +    reports_to: restorative-team
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    told: set[str] = set()
    for body in manual.body_list:
        line = [body.id]
        while (above := manual.bodies.get(manual.bodies[line[-1]].text("reports_to"))) is not None:
            if above.id in line:
                circle = line[line.index(above.id) :]
                if not told & set(circle):
                    told |= set(circle)
                    names = " → ".join(manual.body_name(id) for id in (*circle, above.id))
                    first = manual.bodies[circle[0]]
                    yield Hit(first.at("reports_to"), f"These report to each other in a circle: {names}.")
                break
            line.append(above.id)
