"""An unofficial copy says where its source is.

How to mend: add the source to sources/, with its `url`.

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

    -- agency.yml changed --
    official: false
    -- sources/district-history.yml --
    title: A history of our policies
    sha256: $sha256
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    lost = any(path.startswith("sources/") for path in manual.unread)
    if not manual.agency.official and not lost and not any(one.text("url") for one in manual.sources.values()):
        yield Hit(
            manual.agency.at("official"),
            "This is an unofficial copy, and it doesn't say where its source is.",
            "Add the source to sources/, with its `url`.",
            subject="agency.yml",
        )
