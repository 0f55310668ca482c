"""Every commitment is quoted from the policy's text.

A promise that the board didn't make can't be held against anybody.

How to mend: copy the words from the provision.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
         commitments:
    -      - quote: We will train every adult who supervises students.
    +      - quote: We will train every adult.
"""

from policybook.check import Hit, Hits, Manual, markup

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not any(strategy.commitments for strategy in policy.strategies) or not policy.knows("revisions"):
            continue
        texts = [text for text in policy.texts_to_come(manual.as_of) if text.holds_text]
        for strategy in policy.strategies:
            for promise in strategy.commitments if texts and strategy.ended is None else ():
                id = promise.text("provision") or strategy.provision
                words = " ".join(promise.quote.split())
                prose = [text.by_id[id].prose for text in texts if id in text.by_id]
                if prose and not any(words in " ".join(markup.plain(one).split()) for one in prose):
                    yield Hit(
                        promise.at("quote"),
                        f"The promise “{words[:60]}” of strategy ‘{strategy.title}’ doesn't stand in the provision ‘{id}’.",
                        "Copy the words from the text.",
                    )
