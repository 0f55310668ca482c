"""Render the report as a pull request's summary: the verdict, the rules changed, what is recorded, and findings."""

from __future__ import annotations

from collections.abc import Iterable

from policybook.finding import Finding
from policybook.lint.formats import caused, change_summary
from policybook.lint.formats.change_summary import ChangedText
from policybook.lint.formats.text import closing
from policybook.lint.runner import Verdict
from policybook.redline.formats import markdown
from policybook.text.markdown import LONGEST, shortened, words

_FOR_FINDINGS = 24_000
_FOR_NAMES = 12_000
_ROOM = 2_000  # less than this isn't worth beginning a redline in
_CUT = "There is more than fits here: `policybook check` shows all of it."
_REDLINE_CUT = "There is more than fits here: `policybook redline` shows all of it."


def render(verdict: Verdict) -> str:
    """Return the summary as Markdown, at most `LONGEST` characters."""
    errors = verdict.count("error")
    if verdict.base is None:
        sound = "This can’t be merged yet." if errors else "The record is sound."
        first = f"**{sound}** {words(closing(verdict))}"
        return shortened("\n\n".join([first, *_findings(verdict, [], list(verdict.findings))]) + "\n", LONGEST, _CUT)
    new, older = caused.split(verdict)
    ruling = [finding for finding in new if verdict.checks[finding.check].first]
    first = f"**{_verdict(errors, bool(ruling or verdict.base.outside))}** {words(closing(verdict))}"
    first += f" Compared with {words(verdict.base.revision)}. {words(verdict.base.note)}"
    rules = _rules(verdict.base.outside, ruling)
    mend = _findings(verdict, [finding for finding in new if not verdict.checks[finding.check].first], older)
    found = shortened("\n\n".join(mend), _FOR_FINDINGS, _CUT) if mend else ""
    head = [first.rstrip(), *([shortened(rules, _FOR_NAMES, _CUT)] if rules else [])]
    texts = _texts(verdict, LONGEST - sum(len(part) + 2 for part in head) - len(found) - 10)
    return "\n\n".join(part for part in (*head, *texts, found) if part) + "\n"


def _verdict(errors: int, rules_changed: bool) -> str:
    if errors:
        return "This can’t be merged yet."
    if rules_changed:
        return "This changes what the record is judged by: look at that first."
    return "Nothing stands against this change."


def _rules(outside: Iterable[str], ruling: list[Finding]) -> str:
    """Return the changes of rules, settings, waivers, workflows and requirements, which come before anything else."""
    lines = [f"- {words(path)} is changed: it decides how this record is checked and published." for path in outside]
    lines += [_line(finding) for finding in ruling]
    return "\n".join(["### Rules, workflows and requirements changed", "", *lines]) if lines else ""


def _texts(verdict: Verdict, room: int) -> list[str]:
    """Return corrections, what is put on record, and the redline of each changed text, as far as there is room."""
    if verdict.manual.base is None:
        return []
    changed = change_summary.changed(verdict.manual)
    corrections = [text for text in changed if text.correction]
    parts: list[str] = []
    left: list[ChangedText] = []
    record = [f"- {words(said)}" for said in change_summary.put_on_record(verdict.manual)]
    room -= 500 + min(_FOR_NAMES, sum(len(_name(text)) + 4 for text in changed))
    said = shortened("\n".join(["### What is put on record", "", *record]), room // 4, _CUT) if record else ""
    room -= len(said) + 2
    if corrections:
        parts.append("### Corrections, on which nobody votes")
    for at, text in enumerate(changed):
        if at == len(corrections) and said:
            parts.append(said)
        if room < _ROOM:
            left.append(text)
            continue
        shown = shortened(markdown.render(text.marked(verdict.manual), text.ends).strip(), room, _REDLINE_CUT)
        parts.append(shown)
        room -= len(shown) + 2
    if said and said not in parts:
        parts.append(said)
    return [*parts, *([_named(left)] if left else [])]


def _named(left: list[ChangedText]) -> str:
    """Return the texts that are changed too, by name."""
    more = "one more text" if len(left) == 1 else f"{len(left)} more texts"
    head = f"### The change also alters {more}\n\n`policybook redline` shows what is changed."
    lines = "\n".join(f"- {_name(text)}" for text in left)
    if len(lines) <= _FOR_NAMES - len(head) - 2:
        return f"{head}\n\n{lines}"
    codes = ", ".join(words(code) for code in dict.fromkeys(text.policy.code for text in left))
    return shortened(f"{head}\n\n{codes}", _FOR_NAMES, _CUT)


def _name(text: ChangedText) -> str:
    return words(f"{text.policy.code}: {text.ends.new.words}")


def _findings(verdict: Verdict, new: list[Finding], older: list[Finding]) -> list[str]:
    """Return what must and should be mended, what the change caused first. What isn't pressing is folded."""
    changes = verdict.base is not None
    caused_here, before = (
        [finding for finding in found if finding.severity == "error" and finding.waived_by is None]
        for found in (new, older)
    )
    here = [finding for finding in new if finding.severity != "error" and finding.waived_by is None]
    elsewhere = [finding for finding in older if finding.severity != "error" and finding.waived_by is None]
    waived = [finding for finding in verdict.findings if finding.waived_by is not None]
    parts = []
    if changes and caused_here:
        parts += ["### What must be mended", _listed(caused_here)]
        if before:
            parts += ["### What had to be mended before this change", _listed(before)]
    elif before:
        parts += ["### What must be mended", _listed(before)]
    if here:
        parts += ["### What would be good to mend in this change", _listed(here)]
    if elsewhere:
        where = " besides" if changes else ""
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
