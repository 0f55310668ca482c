"""Every correction to the register of duties quotes a sentence of the policy's text.

A correction of a sentence that isn't in the text changes nothing, and nobody would notice.

How to mend: copy the whole sentence from the provision.

Pass:

    -- 3210-fair-discipline/policy.yml --
    code: 3210
    kind: operating-policy
    former_codes:
      - {code: JK, until: 2012-07-01}
    steward: superintendent
    cadence: every 3 years in March
    legal:
      - {cite: 20 U.S.C. 1681, title: Title IX, url: "https://law.example/20/1681"}
    notes:
      - about: data
        text: >-
          An early draft asked for two reports a year; the adopted text asks for one.
        claims:
          - {is: twice, source: district-history, quote: reported twice a year}
    duties:
      - quote: We will train every adult who supervises students.
        bodies: [superintendent]

Fail:

    -- 3210-fair-discipline/policy.yml --
    code: 3210
    kind: operating-policy
    former_codes:
      - {code: JK, until: 2012-07-01}
    steward: superintendent
    cadence: every 3 years in March
    legal:
      - {cite: 20 U.S.C. 1681, title: Title IX, url: "https://law.example/20/1681"}
    notes:
      - about: data
        text: >-
          An early draft asked for two reports a year; the adopted text asks for one.
        claims:
          - {is: twice, source: district-history, quote: reported twice a year}
    duties:
      - quote: We will train every adult.
        bodies: [superintendent]
"""

from policybook.check import Hit, Hits, Manual, Policy, markup

FAMILY = "text"


def check_policy(policy: Policy, manual: Manual) -> Hits:
    corrections = policy.parts("duties")
    if not corrections or not policy.knows("revisions"):
        return
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
