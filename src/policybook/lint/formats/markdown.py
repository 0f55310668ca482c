"""The report as a pull request's summary: the verdict, what the change does to the texts, and what must be mended."""

from __future__ import annotations

from collections.abc import Iterable

from policybook.finding import Finding
from policybook.lint.formats import change_summary
from policybook.lint.formats.text import closing
from policybook.lint.runner import Verdict
from policybook.record.git import Base
from policybook.redline.formats import markdown
from policybook.text.markdown import words

LONGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment."""

_FOR_FINDINGS = 24_000
_ROOM = 2_000  # less than this isn't worth beginning a redline in
_CUT = "There is more than fits here: `policybook check` shows all of it."
_REDLINE_CUT = "There is more than fits here: `policybook redline` shows all of it."


def render(verdict: Verdict) -> str:
    """Return the summary as Markdown, at most `LONGEST` characters."""
    errors = verdict.count("error")
    sound = "Nothing stands against this change." if verdict.base is not None else "The record is sound."
    first = f"**{'This can’t be merged yet.' if errors else sound}** {words(closing(verdict))}"
    if verdict.base is None:
        return shortened("\n\n".join([first, *_findings(verdict, frozenset())]) + "\n")
    first += f" Compared with {words(verdict.base.revision)}. {words(verdict.base.note)}"
    mend = _findings(verdict, _untouched(verdict, verdict.base))
    found = shortened("\n\n".join(mend), _FOR_FINDINGS) if mend else ""
    texts = _texts(verdict, LONGEST - len(first) - len(found) - 10)
    return "\n\n".join(part for part in (first.rstrip(), *texts, found) if part) + "\n"


def shortened(whole: str, most: int = LONGEST, pointer: str = _CUT) -> str:
    """Return Markdown of at most `most` characters, cut between lines, with folds closed and a pointer."""
    if len(whole) <= most:
        return whole
    room = most - len(pointer) - len("\n\n</details>\n\n")
    kept = whole[: max(0, whole.rfind("\n", 0, room))].rstrip()
    folded = kept.count("<details") > kept.count("</details>")
    return "\n\n".join(part for part in (kept, "</details>" if folded else "", pointer) if part)


def _texts(verdict: Verdict, room: int) -> list[str]:
    """Return the acts and the redline of each changed text, as far as there is room."""
    if verdict.manual.base is None:
        return []
    acts = [f"- {words(said)}" for said in change_summary.acts(verdict.manual)]
    parts = [shortened("\n".join(["### What is put on record", "", *acts]), room // 4, _CUT)] if acts else []
    room -= sum(len(part) + 2 for part in parts) + 500  # for the last line
    left = 0
    for text in change_summary.changed(verdict.manual):
        if room < _ROOM:
            left += 1
            continue
        shown = shortened(markdown.render(text.marked(verdict.manual), text.ends).strip(), room, _REDLINE_CUT)
        parts.append(shown)
        room -= len(shown) + 2
    if left:
        more = "one more text" if left == 1 else f"{left} more texts"
        parts.append(f"The change also alters {more}: `policybook redline` shows what is changed.")
    return parts


def _untouched(verdict: Verdict, base: Base) -> frozenset[str]:
    """Return the files with findings whose content is the base's, as findings name them."""
    start = len(verdict.tree.label) + 1 if verdict.tree.label else 0
    named = {finding.path: finding.path[start:] for finding in verdict.findings}
    return frozenset(
        path
        for path, within in named.items()
        if verdict.manual.exists(within) and base.same(within, verdict.tree.read(within))
    )


def _findings(verdict: Verdict, untouched: frozenset[str]) -> list[str]:
    """Return what is to be mended, that in changed files first; what isn't pressing is folded."""
    open_ = [finding for finding in verdict.findings if finding.waived_by is None]
    errors = [finding for finding in open_ if finding.severity == "error"]
    errors.sort(key=lambda finding: finding.path in untouched)
    others = [finding for finding in open_ if finding.severity != "error"]
    here = [finding for finding in others if finding.path not in untouched] if verdict.base is not None else []
    elsewhere = [finding for finding in others if finding not in here]
    waived = [finding for finding in verdict.findings if finding.waived_by is not None]
    parts = []
    if errors:
        parts += ["### What must be mended", _listed(errors)]
    if here:
        parts += ["### What would be good to mend in the changed files", _listed(here)]
    if elsewhere:
        where = " in other files" if verdict.base is not None else ""
        parts.append(_folded(f"What would be good to mend{where} ({len(elsewhere)})", elsewhere))
    if waived:
        parts.append(_folded(f"Waived ({len(waived)})", waived))
    return parts


def _folded(title: str, findings: Iterable[Finding]) -> str:
    return f"<details><summary>{title}</summary>\n\n{_listed(findings)}\n\n</details>"


def _listed(findings: Iterable[Finding]) -> str:
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    place = f"{finding.path}, line {finding.span.line}"
    waived = f" Waived by {words(finding.waived_by)}." if finding.waived_by else ""
    help = f" {words(finding.help)}" if finding.help else ""
    return f"- {words(finding.message)}{help}{waived} <sub>{words(place)} · {words(finding.check)}</sub>"
