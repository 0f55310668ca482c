"""Write a status report as a Word file."""

from __future__ import annotations

from datetime import datetime, time

from policybook.documents.docx.document import About, WordFile
from policybook.documents.docx.elements import paragraph, run, table
from policybook.documents.status.values import Report


def write(report: Report) -> bytes:
    """Return the report as a Word file; raise PolicybookError where python-docx isn't installed."""
    pages = report.say("Page {page} of {pages}", page="{page}", pages="{pages}")
    when = datetime.combine(report.day, time())
    file = WordFile(About(report.title, report.agency, report.language, when, header=report.agency, pages=pages))
    file.add(paragraph("Subtitle", run(report.agency, strong=True)))
    file.add(paragraph("Title", run(f"{report.title}, {report.say.day(report.day)}")))
    for notice in report.notices:
        file.add(paragraph("Normal", run(notice, emphasis=True)))
    file.add(paragraph("Normal", run(report.summary)))
    for section in report.sections:
        file.add(paragraph("Heading2", run(section.heading)))
        if not section.rows:
            file.add(paragraph("Normal", run(section.nothing)))
            continue
        rows = [[paragraph("PolicyCell", run(name, strong=True)) for name in section.head]]
        rows += [[paragraph("PolicyCell", run(cell)) for cell in row] for row in section.rows]
        file.add(table(rows))
        file.add(paragraph("Normal"))
    return file.bytes()
