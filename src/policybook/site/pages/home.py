"""The home page: the manual by series."""

from __future__ import annotations

from policybook import wording
from policybook.html import Html, join, tag
from policybook.model import Manual, Policy
from policybook.site import urls
from policybook.site.page import Page, blocks, heading


def page(manual: Manual) -> Page:
    """Return the home page."""
    agency = manual.agency
    parts = [heading(1, join("Policies of ", agency.name))]
    mission = agency.get("mission")
    if mission:
        parts.append(tag("p", mission["is"] if isinstance(mission, dict) else mission))
    for title, policies in _by_series(manual):
        parts += [heading(2, join(title)), _table(manual, policies)]
    description = f"The policies of {agency.name}: what they say, since when, and who answers for them."
    return Page(urls.HOME, agency.name, description, blocks(*parts))


def _by_series(manual: Manual) -> list[tuple[str, list[Policy]]]:
    groups: dict[str, list[Policy]] = {}
    for policy in manual:
        series = manual.agency.series_of(policy.code)
        groups.setdefault(series.title if series else "Other policies", []).append(policy)
    return list(groups.items())


def _table(manual: Manual, policies: list[Policy]) -> Html:
    rows = [
        tag(
            "tr",
            tag(
                "th",
                tag("a", policy.code, " ", policy.title, href=urls.relative(urls.policy(policy.code), urls.HOME)),
                scope="row",
            ),
            tag("td", wording.standing(policy, manual.as_of)),
        )
        for policy in policies
    ]
    head = tag("tr", tag("th", "Policy", scope="col"), tag("th", "Standing", scope="col"))
    return tag("table", tag("thead", head), tag("tbody", *rows))
