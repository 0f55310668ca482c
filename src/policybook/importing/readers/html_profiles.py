"""Where the text of a policy stands on a page, by the portal that made the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_FURNITURE = (
    "nav", "header", "footer", "aside", "form//button", "button", "*[@role='navigation']", "*[@role='banner']",
    "*[@role='contentinfo']", "*[contains(concat(' ', normalize-space(@class), ' '), ' breadcrumb ')]",
)  # fmt: skip
_CONTENTS = "//div[contains(concat(' ', normalize-space(@class), ' '), ' contents ')]|//*[@id='toc']|//*[@class='toc']"


def _has(name: str) -> str:
    return f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a kind of page is read."""

    name: str
    sign: str
    """An XPath that finds something only on such pages."""
    text: tuple[str, ...]
    """XPaths of what holds the text, the first that finds something counts."""
    facts: Callable[[Any], Iterator[tuple[str, str]]]
    furniture: tuple[str, ...] = ()
    """XPaths of what is left out, beside what is left out of any page."""
    heading: str = ""
    """An XPath of the title."""

    def content(self, root: Any) -> list[Any]:
        """Return the elements that hold the text."""
        for path in self.text:
            found = root.xpath(path)
            if found:
                return [one for one in found if not any(other in found for other in one.iterancestors())]
        return [root.body] if root.body is not None else []

    def left_out(self, root: Any) -> Iterator[tuple[Any, str]]:
        """Yield elements that are no part of the text, and why."""
        for path in self.furniture:
            yield from (
                (one, "facts of the portal's page, taken as such") for one in root.xpath(path) if _there(one, root)
            )
        yield from (
            (one, "a table of contents that the page makes") for one in root.xpath(_CONTENTS) if _there(one, root)
        )
        for name in _FURNITURE:
            for one in root.xpath(f"//{name}"):
                within = bool(one.xpath("ancestor::article|ancestor::main")) and name != "nav"
                if _there(one, root) and not within:
                    yield one, "navigation and frame of the page"

    def labels(self, root: Any) -> Iterator[tuple[str, str]]:
        """Yield what the page says of the text, as labels and values."""
        yield from self.facts(root)
        for meta in root.xpath("//meta[@name and @content]"):
            if meta.get("name", "").lower() in (
                "code",
                "policy",
                "number",
                "adopted",
                "revised",
                "reviewed",
                "title",
                "status",
            ):
                yield meta.get("name"), meta.get("content")

    def title(self, root: Any) -> str:
        """Return the page's title."""
        found = root.xpath(self.heading) if self.heading else []
        words = [" ".join(one.text_content().split()) for one in (*found, *root.xpath("//head/title"))]
        return next((one for one in words if one), "")


def _there(element: Any, root: Any) -> bool:
    return element is root or any(one is root for one in element.iterancestors())


def _clean(element: Any) -> str:
    return " ".join(element.text_content().split())


def _none(root: Any) -> Iterator[tuple[str, str]]:
    return iter(())


def _boarddocs(root: Any) -> Iterator[tuple[str, str]]:
    names, values = root.xpath(_has("leftcol")), root.xpath(_has("rightcol"))
    for name, value in zip(names, values, strict=False):
        listed = value.xpath(".//p|.//li|.//br") and [_clean(one) for one in value.xpath(".//p|.//li")]
        for part in [one for one in listed or () if one] or [_clean(value)]:
            yield _clean(name).rstrip(":"), part


def _tasb(root: Any) -> Iterator[tuple[str, str]]:
    """Yield what stands under a text of TASB: the day it was issued, the update, the code."""
    code = next((match[0] for one in root.xpath("//head/title|//*[@id='bottomnotes']")
                 if (match := re.search(r"\b[A-Z]{2,5} ?\((?:LOCAL|LEGAL|REGULATION|EXHIBIT)\)", _clean(one)))), "")  # fmt: skip
    if code:
        yield "Code", code
    for line in root.xpath(
        "//*[@id='bottomnotes']//p|//*[@id='bottomnotes']//div[not(*)]|//*[@id='bottomnotes']//td[not(*)]"
    ):
        words = _clean(line)
        name, colon, value = words.partition(":")
        if colon and value.strip():
            yield ("Issued by the model's author" if name.strip().lower() == "date issued" else name), value.strip()
        elif (
            words.rstrip(":")
            and not words.endswith(":")
            and not words.replace(" ", "").startswith(code.replace(" ", "") or "\0")
        ):
            yield "Note", words


def _docinfo(root: Any) -> Iterator[tuple[str, str]]:
    for row in root.xpath("//table[contains(@class, 'docinfo')]//tr"):
        name, value = row.xpath("./th"), row.xpath("./td")
        if name and value:
            yield _clean(name[0]).rstrip(":"), _clean(value[0])
    for name in root.xpath("//dl[contains(@class, 'docinfo')]/dt"):
        value = name.xpath("following-sibling::dd[1]")
        if value:
            yield _clean(name).rstrip(":"), _clean(value[0])


PROFILES = (
    Profile(
        "BoardDocs", f"//*[@id='forcopy']|{_has('leftcol')[0:]}", ("//*[@id='forcopy']", _has("content-text"), "//body"),
        _boarddocs, (_has("leftcol"), _has("rightcol")), "//*[@id='policy-title']",
    ),
    Profile(
        "TASB Policy On Line", "//*[@id='policytext']", ("//*[@id='policytext']",), _tasb, ("//*[@id='bottomnotes']",),
    ),
    Profile(
        "BoardPolicyOnline", _has("export-section"), (_has("export-section"),), _none,
    ),
    Profile(
        "Simbli", "//*[contains(@id, 'PolicyContent') or contains(@class, 'policy-content')]",
        ("//*[contains(@id, 'PolicyContent')]", "//*[contains(@class, 'policy-content')]"), _none,
    ),
    Profile(
        "Docutils", "//meta[@name='generator' and contains(@content, 'Docutils')]", ("//div[@class='document']", "//main", "//body"),
        _docinfo, ("//table[contains(@class, 'docinfo')]", "//dl[contains(@class, 'docinfo')]"),
    ),
)  # fmt: skip
_ANY = Profile("web page", "", ("//main", "//article", "//*[@role='main']", "//*[@id='content']", "//body"), _none)


def profile_of(root: Any) -> Profile:
    """Return how a page is read: by its portal's signs, or as any page."""
    return next((profile for profile in PROFILES if root.xpath(profile.sign)), _ANY)
