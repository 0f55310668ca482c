"""What an oversight body asked, and what it was answered, stays on record.

A recommendation is somebody else's word: whoever is asked may answer it, and doesn't edit or remove it.

How to mend: put it back as it was, and answer it under `responses`.

Example:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml removed --
"""

from policybook.check import Hit, Hits, Manual, compare, immutable

FAMILY = "change"

_FIXED = ("by", "to", "text", "about", "evaluation", "respond_by", "closed")


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if not now.knows("recommendations"):
            continue
        there = {one.id: one for one in now.recommendations}
        for old in was.recommendations:
            said = f"The recommendation ‘{old.id}’ on policy {now.code}"
            one = there.get(old.id)
            if one is None:
                place = now.file(f"recommendations/{old.id}.yml")
                yield Hit(place, f"{said} was removed.", "Put the file back, and answer it under `responses`.")
                continue
            for key in _FIXED:
                if old.get(key) != one.get(key) and (old.has(key) or key == "about"):
                    place = one.at(key).key() if one.has(key) else one.at()
                    yield Hit(place, f"{said} is on record, and `{key}` was changed.", "Put it back.")
            if len(one.responses) < len(old.responses):
                yield Hit(one.at(), f"An answer to the recommendation ‘{old.id}’ was removed.", "Put it back.")
                continue
            for before, answer in zip(old.responses, one.responses, strict=False):
                if not immutable.response_kept(before.data, answer.data):
                    yield Hit(
                        answer.at(),
                        f"The answer of ‘{before.by}’ to the recommendation ‘{old.id}’ was changed.",
                        "Put it back; another answer is an entry of its own. An action may gain `done:` or `moved:`.",
                    )
