"""Translations: which there are, which are promised, and whether one still says what the text in force says."""

from __future__ import annotations

from policybook.exports import urls
from policybook.model import Manual, Policy, Translation
from policybook.site.context import Book, shown
from policybook.text import catalogs
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

METHODS = {
    "human": mark("translated by a person"),
    "machine": mark("translated by a machine, checked by nobody"),
    "machine-checked": mark("translated by a machine, checked by a person"),
}


def latest(policy: Policy) -> dict[str, Translation]:
    """Return the last translation of a policy into each language."""
    order = [act.id for act in policy.acts]
    held = [one for one in policy.translations if one.revision_id in order]
    return {one.language: one for one in sorted(held, key=lambda one: order.index(one.revision_id))}


def is_stale(policy: Policy, manual: Manual, translation: Translation) -> bool:
    """Say whether a translation is of another text than the one that the policy's page shows."""
    text, _ = shown(policy, manual)
    return text is None or translation.of != text.computed_digest


def offered(book: Book, policy: Policy, page: str, current: str = "") -> Html:
    """Return the languages in which a policy can be read, and those that are promised but missing."""
    say, manual = book.say, book.manual
    found = latest(policy)
    promised = [language for language in manual.agency.languages if language not in found]
    if not found and not (promised and policy.acts and shown(policy, manual)[0] is not None):
        return Html()
    own = manual.agency.language
    earlier, missing = say("of an earlier text"), say("not translated yet")
    entries = [_entry(own, urls.policy(policy.code), page, current or own, "")]
    for language, one in sorted(found.items()):
        stale = f" ({earlier})" if is_stale(policy, manual, one) else ""
        entries.append(_entry(language, urls.translation(policy.code, language), page, current or own, stale))
    for language in promised:
        named = tag("span", catalogs.name(language), lang=language)
        entries.append(tag("li", named, f" ({missing})"))
    return tag("nav", tag("ul", *entries), class_="pb-languages", aria_label=say("Languages"))


def _entry(language: str, target: str, page: str, current: str, more: str) -> Html:
    name = catalogs.name(language)
    if language == current:
        return tag("li", tag("span", name, lang=language, aria_current="page"), more)
    link = tag("a", name, href=urls.relative(target, page), lang=language, hreflang=language)
    return tag("li", join(link, more))
