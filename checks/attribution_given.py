"""A text that is used under a licence names whom the licence asks to be named.

How to mend: add `attribution:` to agency.yml.

Pass:

    -- agency.yml --
    name: Heron Bend School District
    short_name: Heron Bend
    official: false
    attribution: Heron Bend School District
    language: en
    languages: [es]
    time_zone: America/Los_Angeles
    text_licence: CC-BY-4.0
    website: https://heronbend.example
    contact: clerk@heronbend.example
    series:
      - {starts: "0", title: Foundations, cadence: every 5 years}
      - {starts: "3", title: Students, cadence: every 3 years}
    rules:
      - since: 2019-07-01
        readings: 2
        days_between_readings: 14
        substantive_amendment: restart
        waive_vote: unanimous
        consent_counts: true
        notice_days: 7
        publish_days: 10
        equity: optional
        emergency: {allowed: true, vote: unanimous, days: 90}
        correct: {what: [typo, title, legal-reference, cross-reference], by: [superintendent], authority: "Policy 1310, section 4"}
        longest_cadence: every 5 years

Fail:

    -- agency.yml --
    name: Heron Bend School District
    short_name: Heron Bend
    official: false
    language: en
    languages: [es]
    time_zone: America/Los_Angeles
    text_licence: CC-BY-4.0
    website: https://heronbend.example
    contact: clerk@heronbend.example
    series:
      - {starts: "0", title: Foundations, cadence: every 5 years}
      - {starts: "3", title: Students, cadence: every 3 years}
    rules:
      - since: 2019-07-01
        readings: 2
        days_between_readings: 14
        substantive_amendment: restart
        waive_vote: unanimous
        consent_counts: true
        notice_days: 7
        publish_days: 10
        equity: optional
        emergency: {allowed: true, vote: unanimous, days: 90}
        correct: {what: [typo, title, legal-reference, cross-reference], by: [superintendent], authority: "Policy 1310, section 4"}
        longest_cadence: every 5 years
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    agency = manual.agency
    if agency.text("text_licence").startswith("CC-BY") and not agency.official and not agency.text("attribution"):
        yield Hit(
            agency.at("text_licence"),
            f"The texts are licensed {agency.text('text_licence')}, and nobody is named.",
            "Add `attribution:` with whom the licence asks to be named.",
            subject="agency.yml",
        )
