"""What stands around a policy: its series, and the procedures and exhibits that serve it; found once for all pages."""

from __future__ import annotations

from collections import defaultdict

from policybook.model import Manual, Policy
from policybook.model.lazy import once_per_manual


@once_per_manual
def in_series(manual: Manual) -> dict[str, list[Policy]]:
    """Return, for the folder of each policy, the policies of its series in the order of their codes."""
    rows: dict[str, list[Policy]] = defaultdict(list)
    for policy in manual:
        series = manual.agency.series_of(policy.code)
        rows[series.starts if series else ""].append(policy)
    return {policy.folder: row for row in rows.values() for policy in row}


@once_per_manual
def serving(manual: Manual) -> dict[str, list[Policy]]:
    """Return, for the folder of a policy, the procedures and exhibits that name it as their parent."""
    found: dict[str, list[Policy]] = defaultdict(list)
    for policy in manual:
        for code in policy.parents:
            parent = manual.find(code)
            if parent is not None:
                found[parent.folder].append(policy)
    return dict(found)


def by_series(manual: Manual) -> list[tuple[str, list[Policy]]]:
    """Return each series' title with its policies; those of no series come last, under no title."""
    rows = in_series(manual)
    found: dict[str, list[Policy]] = {}
    for policy in manual:
        series = manual.agency.series_of(policy.code)
        found.setdefault(series.title if series else "", rows[policy.folder])
    return sorted(found.items(), key=lambda row: row[0] == "")
