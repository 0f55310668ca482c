"""Build Akoma Ntoso IRIs for works, expressions and bodies from codes, dates and ids."""

from __future__ import annotations

from policybook.documents.akn.xml import address
from policybook.model import Manual, Policy, Revision
from policybook.values import codes

_LANGUAGES = {
    "am": "amh", "ar": "ara", "bn": "ben", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "hi": "hin",
    "hmn": "hmn", "ht": "hat", "it": "ita", "ja": "jpn", "km": "khm", "ko": "kor", "lo": "lao", "my": "mya", "pa": "pan",
    "pl": "pol", "ps": "pus", "pt": "por", "ru": "rus", "so": "som", "sw": "swa", "th": "tha", "ti": "tir", "tl": "tgl",
    "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


def language(tag: str) -> str:
    """Return a language's three letters of ISO 639-2, or its tag where we don't know them."""
    first = tag.partition("-")[0].lower()
    return _LANGUAGES.get(first, first)


class AknNames:
    """The names of one manual's works."""

    def __init__(self, manual: Manual, country: str) -> None:
        self._manual = manual
        words = "".join(one if one.isascii() and one.isalnum() else " " for one in manual.agency.short_name.lower())
        self._root = f"/akn/{country}/act/{'-'.join(words.split()) or 'agency'}"

    def work(self, policy: Policy) -> str:
        """Return the name of a policy, whatever its text: with the year of its first act, where that is known."""
        first = next((act.acted for act in policy.acts if act.acted), None)
        year = f"/{first.text[:4]}" if first and first.text[:4] == str(first.latest.year) else ""
        return address(f"{self._root}{year}/{codes.address(policy.code)}")

    def text(self, policy: Policy, revision: Revision) -> str:
        """Return the name of one text of a policy: its language and the day of the act, where that is known."""
        acted = revision.acted
        day = acted.text if acted and acted.exact else ""
        return f"{self.work(policy)}/{language(self._manual.agency.language)}@{day or revision.id}"

    def policy(self, target: str) -> str:
        """Return where a link to a policy leads, `1010` or `1010#purpose`."""
        code, _, provision = target.partition("#")
        policy = self._manual.find(code) or self._manual.find_former(code)
        work = self.work(policy) if policy else address(f"{self._root}/{codes.address(code)}")
        return f"{work}/~{address(provision)}" if provision else work
