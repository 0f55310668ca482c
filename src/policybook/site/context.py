"""What every page is made from: the manual, the verdict on it, and how things are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from policybook.finding import Finding
from policybook.lint.check import Rule
from policybook.lint.runner import Verdict
from policybook.model import Manual, Policy, Revision
from policybook.model.in_force import State
from policybook.text import catalogs
from policybook.text.html import Html, join, tag
from policybook.text.i18n import ENGLISH, Say


@dataclass(frozen=True, slots=True)
class Book:
    """The manual as it is published."""

    manual: Manual
    checks: Mapping[str, Rule] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    say: Say = ENGLISH
    site_url: str = ""
    """Where the site will stand, ending with a slash; empty where nobody has said."""
    downloads: tuple[str, ...] = ()
    """In which heavier forms each text can be taken away: docx, pdf."""

    @classmethod
    def of(
        cls,
        verdict: Verdict,
        say: Say = ENGLISH,
        site_url: str = "",
        downloads: Iterable[str] = (),
    ) -> Book:
        """Return what the pages of a judged manual are made from."""
        url = site_url if site_url.endswith("/") or not site_url else site_url + "/"
        return cls(verdict.manual, verdict.checks, verdict.findings, say, url, tuple(downloads))

    @property
    def text_language(self) -> str:
        """Return the language of the manual's texts where it isn't that of the site's own words; else nothing."""
        language = self.manual.agency.language
        return "" if language.partition("-")[0] == self.say.language else language

    def theirs(self, words: str | Html, language: str = "") -> Html:
        """Return words of the record as they stand among ours: with their language, where it isn't that of ours.

        They are in the manual's language unless another is given.
        """
        spoken = language or self.manual.agency.language
        if spoken.partition("-")[0] == self.say.language or not words:
            return join(words)
        return tag("span", words, lang=spoken, dir=catalogs.direction(spoken))

    def absolute(self, url: str) -> str:
        """Return the full address of a page, or its address within the site where the site's isn't known."""
        return self.site_url + url


def shown(policy: Policy, manual: Manual) -> tuple[Revision | None, State]:
    """Return the revision whose text the policy's page shows, and what that text is today.

    It is the text in force; else one that is suspended, perhaps in force, or adopted and still to come. A
    rescinded or lapsed text is shown on its own page only.
    """
    answers = policy.standing(manual.as_of).answers
    for state in ("in force", "suspended", "not yet effective"):
        found = [answer.revision for answer in answers if answer.state == state and answer.revision is not None]
        if found:
            return found[-1], state
    return None, answers[0].state
