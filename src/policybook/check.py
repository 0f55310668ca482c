"""What an author of checks needs: this is the one door from `checks/` to the engine.

A check is a module in `checks/`. Its file name is its id, its docstring is its page, and its function
`check(manual)` yields a hit for each place where the rule is not met. Keyword-only parameters of that function are the check's thresholds: an agency
sets them in agency.yml.
"""

from __future__ import annotations

from policybook.due import changed, meetings, other, reviews, steps
from policybook.due.obligation import Obligation
from policybook.finding import Severity
from policybook.lint.check import FAMILIES, Check, Hit, Hits
from policybook.model import (
    Activity,
    Body,
    Fact,
    Indicator,
    Item,
    Manual,
    Meeting,
    Place,
    Policy,
    PresentedText,
    Provision,
    Recommendation,
    Response,
    Review,
    Revision,
    Source,
    Strategy,
    Text,
    Translation,
    View,
    compare,
    duties,
    immutable,
)
from policybook.model.fact import fact
from policybook.rules import comment_period, corrections, readings
from policybook.rules.majority import carried
from policybook.text import markup
from policybook.text.lists import listed
from policybook.text.suggest import Names, did_you_mean
from policybook.values import cadence, codes, dates, digest, labels
from policybook.values.figures import figure

__all__ = [
    "FAMILIES",
    "Activity",
    "Body",
    "Check",
    "Fact",
    "Hit",
    "Hits",
    "Indicator",
    "Item",
    "Manual",
    "Meeting",
    "Names",
    "Obligation",
    "Place",
    "Policy",
    "PresentedText",
    "Provision",
    "Recommendation",
    "Response",
    "Review",
    "Revision",
    "Severity",
    "Source",
    "Strategy",
    "Text",
    "Translation",
    "View",
    "cadence",
    "carried",
    "changed",
    "codes",
    "comment_period",
    "compare",
    "corrections",
    "dates",
    "did_you_mean",
    "digest",
    "duties",
    "fact",
    "figure",
    "immutable",
    "labels",
    "listed",
    "markup",
    "meetings",
    "other",
    "readings",
    "reviews",
    "steps",
]
