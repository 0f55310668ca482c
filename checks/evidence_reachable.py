"""Evidence of a review can be looked up by the public, and isn't one page for everything.

How to mend: link the page itself, at an address that can be reached from outside.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
     evidence:
    -  - {title: Discipline log}
    +  - {title: Discipline log, url: "https://intranet/discipline"}
"""

from collections import defaultdict
from ipaddress import ip_address
from urllib.parse import urlsplit

from policybook.check import Hit, Hits, Manual, View

FAMILY = "history"
SEVERITY = "warning"

_INTERNAL = (".local", ".internal", ".lan", ".intranet", ".corp", ".home")


def check(manual: Manual, *, reviews: int = 4) -> Hits:
    where: dict[str, list[tuple[str, View]]] = defaultdict(list)
    for policy in manual:
        for review in policy.reviews:
            for entry in review.parts("evidence"):
                url = entry.text("url")
                if url and _is_internal(url):
                    yield Hit(
                        entry.at("url"),
                        f"‘{url[:60]}’ can't be reached from outside the agency.",
                        "Link a page that the public can open, or leave `url` out.",
                    )
                if url:
                    where[url].append((f"{policy.code}/{review.of}", entry))
    for url, entries in where.items():
        of = {subject for subject, _ in entries}
        if len(of) >= reviews:
            yield Hit(
                entries[-1][1].at("url"),
                f"The same page, ‘{url[:60]}’, is the evidence for {len(of)} different things.",
                "Link the page that shows this one.",
                severity="notice",
            )


def _is_internal(url: str) -> bool:
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return False
    try:
        return not ip_address(host).is_global
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_INTERNAL))
