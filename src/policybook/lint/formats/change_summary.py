"""What a change does to the policies: the acts it puts on record, and each text it writes or alters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook import redline
from policybook.due import wording
from policybook.model import Manual, Policy, PresentedText, Revision, Text, compare
from policybook.redline import End, Ends, Redline, select
from policybook.text.i18n import ENGLISH


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text that a change writes or alters, beside the one it is compared with."""

    policy: Policy
    old: Text | None
    new: Text
    ends: Ends

    def marked(self, manual: Manual) -> Redline:
        """Return the redline between the two."""
        return redline.between(self.old, self.new, redline.elsewhere(manual, self.new))


def acts(manual: Manual) -> list[str]:
    """Return a sentence for each act that a change puts on record."""
    said = []
    for policy, act, _ in compare.new_acts(manual):
        day = f", {act.acted.words()}" if act.acted else ""
        title = f" {policy.title}" if policy.title else ""
        said.append(f"{ENGLISH(wording.ACTIONS[act.action])}: policy {policy.code}{title}{day} (revision {act.id}).")
    return said


def changed(manual: Manual) -> Iterator[ChangedText]:
    """Yield each text that a change writes or alters, by policy.

    One that was there is compared with itself as it was; a new one with the text that it changes.
    """
    before = {now.folder: was for was, now in compare.kept(manual)}
    for policy in manual:
        was = before.get(policy.folder)
        earlier = select.held(was) if was is not None else {}
        for id, named in select.held(policy).items():
            old = earlier.get(id)
            if old is None and not isinstance(named.text, PresentedText):
                yield _new(policy, named)
            elif old is not None and old.text.computed_digest != named.text.computed_digest:
                end = End(id, f"{old.words} as it was", old.text.title, old.text.computed_digest)
                yield ChangedText(policy, old.text, named.text, Ends(policy.code, end, named.end))


def _new(policy: Policy, named: select.Named) -> ChangedText:
    assert isinstance(named.text, Revision)
    base = select.before(policy, named.text)
    ends = Ends(policy.code, base.end if base else None, named.end)
    return ChangedText(policy, base.text if base else None, named.text, ends)
