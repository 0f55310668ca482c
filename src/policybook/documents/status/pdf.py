"""Write a status report as a tagged PDF."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from policybook.documents import pdf
from policybook.documents.docx.document import About
from policybook.documents.status.values import Report

_TEMPLATE = Path(__file__).with_name("status.typ")


def write(report: Report) -> bytes:
    """Return the report as a PDF; raise PolicybookError where Typst isn't installed."""
    pages = report.say("Page {page} of {pages}", page="{page}", pages="{pages}")
    when = datetime.combine(report.day, time())
    about = About(report.title, report.agency, report.language, when, header=report.agency, pages=pages)
    data = {
        "day": report.say.day(report.day),
        "notices": report.notices,
        "summary": report.summary,
        "sections": [
            {"heading": one.heading, "head": one.head, "rows": one.rows, "nothing": one.nothing}
            for one in report.sections
        ],
    }
    return pdf.pdf(about, _TEMPLATE, data)
