"""One page of each kind, of the real and of the demonstration manual."""

from __future__ import annotations

REAL = (
    "",
    "policies/1010/",
    "policies/1010/2019-12/",
    "policies/1010/2014-11/",  # an act whose text isn't held
    "policies/1000/",
    "bodies/transformation-team/",
    "sources/",
    "sources/organizing-engagement-1010/",
    "status/",
    "changes/",
    "data/",
    "keeping/",
    "keeping/acts/",
)
DEMO = (
    "",  # home
    "policies/3210/",  # in force, with a proposal, translations, strategies, charts
    "policies/6715/",  # adopted, not yet effective
    "policies/3241/",  # suspended
    "policies/1105/",  # rescinded
    "policies/3246/",  # proposed only
    "policies/6900/",  # listed, text not held
    "policies/0105/",  # superseded soon, or perhaps in force
    "policies/1312.10/",  # renumbered, with provisions that are gone
    "policies/3231/",  # in force until another text is, with tables
    "policies/3420/",  # corrected
    "policies/3210-e1/",  # an exhibit
    "policies/3210/2019-08-20/",  # an earlier revision
    "policies/3231/2026-09-08/",  # a revision still to come
    "policies/3210/2020-04-14/",  # an act without a text
    "policies/3210/2026-03-10/changes/",  # a redline
    "policies/3210/2026-03-10/changes/2014-05/",  # a comparison
    "policies/3210/proposed/2026-shorter-suspensions/",
    "policies/0420/proposed/2026-interpreters/",  # amended between its readings
    "policies/3246/proposed/2026-learning-with-machines/",  # a new policy
    "policies/bgb/proposed/2024-second-vice-chair/",  # not adopted
    "policies/0100/es/",
    "policies/0410/es/",  # of an earlier text
    "policies/0100/ar/",  # right to left
    "accountability/",
    "accountability/calendar/",
    "bodies/",
    "bodies/equity-council/",
    "sources/",
    "sources/leaflet/",
    "changes/",
    "status/",
    "data/",
    "checks/",
    "search/",
    "duties/",
    "duties/superintendent/",
    "law/",
    "checks/strategy-owner/",
    "help/",
    "help/accessibility/",
    "help/licence/",
    "help/propose/",
    "no/such/page/",
)
ALL = [("real", page) for page in REAL] + [("demo", page) for page in DEMO]
REPRESENTATIVE = [
    ("real", "policies/1010/"),
    ("demo", ""),
    ("demo", "policies/3210/"),
    ("demo", "policies/3210/2026-03-10/changes/"),
    ("demo", "policies/3210/proposed/2026-shorter-suspensions/"),
    ("demo", "policies/0100/ar/"),
    ("demo", "accountability/"),
    ("demo", "checks/strategy-owner/"),
    ("demo", "no/such/page/"),
]
"""Those on which the slower looks are taken."""
