"""The Manual and its parts: plain frozen values, every one able to say where it stands."""

from policybook.model.agency import Agency, Body, Rules, Series, Source, Waiver
from policybook.model.fact import Fact
from policybook.model.manual import Manual, natural
from policybook.model.meeting import Item, Meeting
from policybook.model.policy import Policy
from policybook.model.provision import Provision
from policybook.model.review import Recommendation, Response, Review
from policybook.model.revision import Citation, PresentedText, Reading, Reference, Revision, Text, Translation
from policybook.model.strategy import Activity, Commitment, Indicator, Strategy
from policybook.model.view import Place, View

__all__ = [
    "Activity",
    "Agency",
    "Body",
    "Citation",
    "Commitment",
    "Fact",
    "Indicator",
    "Item",
    "Manual",
    "Meeting",
    "Place",
    "Policy",
    "PresentedText",
    "Provision",
    "Reading",
    "Recommendation",
    "Reference",
    "Response",
    "Review",
    "Revision",
    "Rules",
    "Series",
    "Source",
    "Strategy",
    "Text",
    "Translation",
    "View",
    "Waiver",
    "natural",
]
