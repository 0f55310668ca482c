"""One policy: what stands in its folder, put together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from policybook.model import in_force
from policybook.model.fact import Fact, fact
from policybook.model.lazy import once
from policybook.model.review import Recommendation, Review
from policybook.model.revision import Citation, PresentedText, Reference, Revision, Translation, citations, references
from policybook.model.strategy import Activity, Strategy
from policybook.model.view import Place, View
from policybook.values import codes, dates


class Policy(View):
    """One instrument under one code, with all that is recorded of it.

    `unread` names the files of the folder that could not be read: what they would have said is unknown,
    and a check that needs all of a part asks `knows` first.
    """

    def __init__(self, data: Any, folder: str, unread: frozenset[str]) -> None:
        code = data.get("code") or codes.code(folder.partition("-")[0])
        super().__init__(data, f"{folder}/policy.yml", (), code)
        self.folder = folder
        self.code: str = code
        self.official = True
        """Whether the manual is the agency's own: of an unofficial copy nobody can say what is in force."""
        self._unread = unread
        self._standings: dict[date, in_force.Standing] = {}
        self._to_come: dict[date, tuple[Revision, ...]] = {}
        self.revisions: tuple[Revision, ...] = ()
        self.translations: tuple[Translation, ...] = ()
        self.presented: tuple[PresentedText, ...] = ()
        self.strategies: tuple[Strategy, ...] = ()
        self.reviews: tuple[Review, ...] = ()
        self.recommendations: tuple[Recommendation, ...] = ()
        self.activities: tuple[Activity, ...] = ()

    def knows(self, part: str) -> bool:
        """Return whether all of a part could be read: policy.yml, strategies.yml, revisions, reviews …"""
        if not self._unread:
            return True
        place = f"{self.folder}/{part}"
        return not any(path == place or path.startswith(place + "/") for path in self._unread)

    def file(self, name: str) -> Place:
        """Return the beginning of a file in the policy's folder, whether it is there or not."""
        return Place(f"{self.folder}/{name}", (), self.code)

    @property
    def kind(self) -> str:
        """Return its kind: operating-policy, governance-policy, bylaw, procedure, exhibit."""
        return self.text("kind")

    @property
    def address(self) -> str:
        """Return the part of a web address that stands for its code."""
        return codes.address(self.code)

    @once
    def title(self) -> str:
        """Return the title last adopted, else that of policy.yml, else that of a proposal."""
        adopted = [act.title for act in self.acts if act.title]
        proposed = [proposal.title for proposal in self.proposals if proposal.title]
        return (adopted[-1:] or [self.text("title")])[0] or (proposed or [""])[0]

    @property
    def names(self) -> tuple[str, ...]:
        """Return every code it goes by now: its own, and others on the same text."""
        return (self.code, *self.texts("also_codes"))

    @once
    def former_codes(self) -> tuple[tuple[str, dates.PartialDate | None], ...]:
        """Return the codes it had, each with the day until which it had it, where that is known."""
        found: list[tuple[str, dates.PartialDate | None]] = []
        for entry in self._data.get("former_codes") or ():
            if isinstance(entry, str):
                found.append((entry, None))
            else:
                until = entry.get("until")
                found.append((entry["code"], dates.parse(until) if until else None))
        return tuple(found)

    @property
    def parents(self) -> tuple[str, ...]:
        """Return the codes of the policies that a procedure or exhibit serves."""
        return self.texts("parent")

    @once
    def steward(self) -> Fact | None:
        """Return the body answerable for the text."""
        return fact(self, "steward")

    @once
    def cadence(self) -> Fact | None:
        """Return how often it is to be reviewed, as policy.yml says."""
        return fact(self, "cadence")

    @property
    def is_held(self) -> bool:
        """Return whether more than code and title is on record."""
        return self.text("text") != "not-held"

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return what the agency added to the references that were adopted."""
        return references(self)

    @property
    def legal(self) -> tuple[Citation, ...]:
        """Return the law that the agency cites beside what was adopted."""
        return citations(self)

    def parts(self, key: str) -> tuple[View, ...]:
        """Return the entries listed under `key`: notes, monitoring."""
        return tuple(
            View(data, self._path, (key, at), self._subject) for at, data in enumerate(self._data.get(key) or ())
        )

    @once
    def oversight(self) -> View | None:
        """Return who evaluates how it is carried out, and how often; None where the record names nobody."""
        data = self._data.get("oversight")
        return View(data, self._path, ("oversight",), self._subject) if data else None

    @once
    def proposals(self) -> tuple[Revision, ...]:
        """Return what is not yet adopted, by file name."""
        return tuple(revision for revision in self.revisions if not revision.done)

    @once
    def acts(self) -> tuple[Revision, ...]:
        """Return what the board did, each act after the one it follows."""
        return tuple(_in_order([revision for revision in self.revisions if revision.done]))

    def standing(self, day: date) -> in_force.Standing:
        """Return what stands on `day`."""
        if day not in self._standings:
            self._standings[day] = in_force.standing(self.acts, day)
        return self._standings[day]

    def texts_to_come(self, day: date) -> tuple[Revision, ...]:
        """Return each adopted text that is in force on `day`, or may be then or later."""
        if day not in self._to_come:
            self._to_come[day] = in_force.texts_to_come(self.acts, day)
        return self._to_come[day]

    def turns(self, day: date) -> tuple[date, ...]:
        """Return the days after `day` on which what stands may change."""
        return in_force.turns(self.acts, day)

    def states(self, revision: Revision, day: date) -> tuple[in_force.State, ...]:
        """Return what one revision is on `day`: more than one state where that isn't certain."""
        return in_force.states(self.acts, revision, day)

    def partial_suspensions(self, day: date) -> tuple[Revision, ...]:
        """Return the suspensions of single provisions that hold, or may hold, on `day`."""
        return in_force.partial_suspensions(self.acts, day)

    @once
    def by_id(self) -> dict[str, Revision]:
        """Return the revisions, done or proposed, by id."""
        return {revision.id: revision for revision in self.revisions}

    @once
    def strategies_by_id(self) -> dict[str, Strategy]:
        """Return the strategies by id."""
        return {strategy.id: strategy for strategy in self.strategies}

    @once
    def reviews_of(self) -> dict[str, list[Review]]:
        """Return the reviews by what they are of: the id of a strategy, or `policy`."""
        found: dict[str, list[Review]] = {}
        for review in self.reviews:
            found.setdefault(review.of, []).append(review)
        return found

    def texts_of(self) -> Iterable[Revision]:
        """Yield every revision, done or proposed, whose text is held."""
        return (revision for revision in self.revisions if revision.holds_text)

    def text_with(self, digest: str) -> Revision | None:
        """Return the revision whose text has this digest."""
        for revision in self.revisions:
            if digest and (revision.digest == digest or revision.computed_digest == digest):
                return revision
        return None


def _in_order(acts: list[Revision]) -> list[Revision]:
    """Return acts in `follows` order; where that is broken, the rest by date and name."""
    left = sorted(acts, key=_day)
    followers: dict[str, list[Revision]] = {}
    for act in left:
        followers.setdefault(act.follows, []).append(act)
    ids = {act.id for act in left}
    ordered: list[Revision] = []
    placed: set[str] = set()
    for root in [act for act in left if act.follows not in ids] + left:
        pending = [root]
        while pending:
            act = pending.pop(0)
            if act.id not in placed:
                placed.add(act.id)
                ordered.append(act)
                pending.extend(followers.get(act.id, ()))
    return ordered


def _day(act: Revision) -> tuple[str, str]:
    day = act.acted or act.seen
    return (day.latest.isoformat() if day and not act.has("seen") else "", act.id)
