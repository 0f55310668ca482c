"""Write a status report as a web page of its own, and as JSON."""

from __future__ import annotations

import json

from policybook.documents.status.values import Report, Section
from policybook.text.html import Html, join, tag

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2a37}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #b8c0ca;padding:.4rem;text-align:left;"
    "vertical-align:top}thead th{background:#eef1f5}"
)


def write(report: Report) -> bytes:
    """Return the report as HTML."""
    title = f"{report.title}, {report.say.day(report.day)}"
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – {report.agency}"),
        tag("style", Html(_STYLE)),
    )
    body = join(
        tag("p", tag("strong", report.agency)),
        tag("h1", title),
        *(tag("p", tag("em", notice)) for notice in report.notices),
        tag("p", report.summary),
        *(_section(one) for one in report.sections),
    )
    page = tag("html", tag("head", head), tag("body", tag("main", body)), lang=report.language)
    return f"<!doctype html>\n{page}\n".encode()


def _section(one: Section) -> Html:
    heading = tag("h2", one.heading)
    if not one.rows:
        return join(heading, tag("p", one.nothing))
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in one.head)))
    rows = (tag("tr", *(tag("td", cell) for cell in row)) for row in one.rows)
    return join(heading, tag("table", head, tag("tbody", *rows)))


def data(report: Report) -> bytes:
    """Return the report as JSON: the same sentences and tables."""
    value = {
        "schema": 1,
        "kind": "status-report",
        "agency": report.agency,
        "as_of": report.day.isoformat(),
        "title": report.title,
        "notices": list(report.notices),
        "summary": report.summary,
        "sections": [
            {"heading": one.heading, "head": list(one.head), "rows": [list(row) for row in one.rows]}
            for one in report.sections
        ],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
