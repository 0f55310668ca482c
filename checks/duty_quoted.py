"""Every correction to the register of duties quotes a sentence of the policy's text.

A correction of a sentence that isn't in the text changes nothing, and nobody would notice.

How to mend: copy the whole sentence from the provision.

Example:

    -- 3210-fair-discipline/policy.yml diff --
           - {is: twice, source: district-history, quote: reported twice a year}
    +duties:
    +  - quote: We will train every adult.
    +    bodies: [superintendent]
"""

from policybook.check import Hit, Hits, Manual, markup

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        corrections = policy.parts("duties")
        if not corrections or not policy.knows("revisions"):
            continue
        texts = [text for text in policy.texts_to_come(manual.as_of) if text.holds_text]
        prose = [" ".join(markup.plain(one.prose).split()) for text in texts for one in text.all_provisions]
        for correction in corrections:
            quote = " ".join(correction.text("quote").split())
            if texts and not any(quote in words for words in prose):
                yield Hit(
                    correction.at("quote"),
                    f"The sentence “{quote[:60]}” doesn't stand in a text of policy {policy.code}.",
                    "Copy the whole sentence from the text.",
                )
