"""A correction without a vote changes nothing but a slip.

A correction may put right a typo, a title, a legal reference or a cross reference. A number, a negation, a modal verb
or any other change of what the text says is for the board.

How to mend: put the text back, and propose the change to the board.

Example:

    -- 0100-mission/revisions/2026-05-01.yml --
    action: correct
    date: 2026-05-01
    title: Mission
    corrects: 2026-03-10
    what: typo
    by: superintendent
    follows: 2026-03-10
    digest: $digest
    chain: $chain
    text:
      - id: mission
        text: >-
          No child in Heron Bend learns to read, to reason and to get along.
"""

from policybook.check import Hit, Hits, Manual, corrections

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("revisions"):
            continue  # the text that was corrected may be in a file that can't be read
        before = voted = None
        for act in policy.acts:
            if (
                act.action == "correct"
                and act.holds_text
                and before is not None
                and before.holds_text
                and not act.recorded
            ):
                said = f"The correction {act.id} of policy {policy.code}"
                found = corrections.differences(before, act)
                # several slips in a row must not add up to another meaning: the text voted on is what counts
                for one in corrections.differences(voted, act) if voted is not None and voted.holds_text else found:
                    if one.kind == "substance":
                        yield Hit(
                            act.at(*one.route),
                            f"{said} replaces ‘{_short(one.old)}’ by ‘{_short(one.new)}’, which changes what the text says.",
                            "Put the text back: only the board can change it. Propose a revision.",
                            (((voted or before).at("text").key(), "The text that the board adopted."),),
                        )
                kinds = {one.kind for one in found} - {"substance"}
                what = act.text("what")
                if what in corrections.KINDS and kinds and what not in kinds:
                    kind = min(kinds)
                    yield Hit(
                        act.at("what"),
                        f"{said} is recorded as ‘{what}’, and changes a {kind}.",
                        f"Write `what: {kind}`.",
                    )
            if act.makes_text:
                before, voted = act, voted if act.action == "correct" else act


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:80].rstrip()} …"
