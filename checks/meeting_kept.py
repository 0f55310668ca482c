"""What was true of a meeting stays as it was written down.

Votes, the day on which the public was told and whether the meeting was open stand in the meeting's file, and the rules
for acts are applied to them. What is changed there changes what the acts of that day were worth.

How to mend: put it back. If it was wrong, let somebody who was there confirm it in the pull request.

Example:

    -- meetings/2026-03-10.yml --
    kind: regular
    notice: 2026-02-24
    minutes: https://heronbend.example/minutes/2026-03-10
"""

from policybook.check import Hit, Hits, Manual, immutable

FAMILY = "change"
SEVERITY = "warning"

_FIXED = ("date", "body", "kind", "present", "of", "open", "notice", "items", "packages")
_HELP = "If it was wrong, let somebody who was there confirm it in the pull request."


def check(manual: Manual) -> Hits:
    if manual.base is None:
        return
    for id, was in manual.base.meetings.items():
        path = f"meetings/{id}.yml"
        if was.day.earliest > manual.as_of or not manual.knows(path):
            continue
        now = manual.meetings.get(id)
        if now is None:
            yield Hit(manual.at(path), f"The meeting of {was.day.words()} was removed.", "Put the file back.")
            continue
        for key in _FIXED:
            if key == "items" and immutable.items_kept(was.get(key) or (), now.get(key) or ()):
                continue
            if was.has(key) and was.get(key) != now.get(key):
                place = now.at(key).key() if now.has(key) else now.at()
                yield Hit(place, f"Of the meeting of {was.day.words()}, `{key}` was changed.", _HELP)
