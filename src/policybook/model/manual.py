"""The Manual: all policies of one agency, as of a day, and what could not be read of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from policybook.model.agency import Agency, Body, Rules, Source, Waiver
from policybook.model.fact import Fact, within
from policybook.model.lazy import once
from policybook.model.meeting import Meeting
from policybook.model.policy import Policy
from policybook.model.review import Recommendation, Review
from policybook.model.revision import PresentedText, Revision, Translation
from policybook.model.strategy import Activity, Strategy
from policybook.model.view import Place, View
from policybook.record.loader import Record
from policybook.record.paths import Home
from policybook.record.tree import Tree
from policybook.values import codes


class Manual:
    """All policies of one agency. Iterating gives the policies in the order of their codes.

    `as_of` is today, or the day asked for; `base` is the manual that a change is compared with, or None.
    """

    def __init__(
        self,
        records: Iterable[Record],
        unread: Iterable[str],
        tree: Tree,
        as_of: date,
        base: Manual | None = None,
    ) -> None:
        self.as_of = as_of
        self.base = base
        self.unread = frozenset(unread)
        self.worked_out: dict[Any, Any] = {}
        """What functions have worked out of this manual; see `lazy.once_per_manual`."""
        self._tree = tree
        self._paths = frozenset(tree.paths())
        self.agency = Agency({}, "agency.yml")
        self.bodies: dict[str, Body] = {}
        self.body_list: tuple[Body, ...] = ()
        self.waivers: tuple[Waiver, ...] = ()
        self.meetings: dict[str, Meeting] = {}
        self.sources: dict[str, Source] = {}
        folders: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            if record[1].folder:
                folders[record[1].folder].append(record)
            else:
                self._take(*record)
        lost: dict[str, set[str]] = defaultdict(set)
        for path in self.unread:
            folder, slash, _ = path.partition("/")
            if slash:
                lost[folder].add(path)
        named = {*folders, *(folder for folder in lost if folder not in ("meetings", "sources"))}
        policies = [_policy(folder, folders[folder], frozenset(lost.get(folder, ()))) for folder in named]
        for policy in policies:
            policy.official = self.agency.official
        self.policies: tuple[Policy, ...] = tuple(
            sorted(policies, key=lambda policy: (natural(policy.code), policy.folder))
        )

    def __iter__(self) -> Iterator[Policy]:
        return iter(self.policies)

    @once
    def _by_code(self) -> dict[str, Policy]:
        found: dict[str, Policy] = {}
        for policy in self.policies:
            for code in policy.names:
                found.setdefault(codes.key(code), policy)
        return found

    @once
    def _by_former_code(self) -> dict[str, Policy]:
        found: dict[str, Policy] = {}
        for policy in self.policies:
            for code, _ in policy.former_codes:
                found.setdefault(codes.key(code), policy)
        return found

    def find(self, code: str) -> Policy | None:
        """Return the policy that goes by `code` now."""
        return self._by_code.get(codes.key(code))

    def find_former(self, code: str) -> Policy | None:
        """Return the policy that once had `code`."""
        return self._by_former_code.get(codes.key(code))

    @once
    def taken_over(self) -> dict[str, str]:
        """Return where provisions that moved to another policy went: `3200#appeal` to `3210#appeal`."""
        return {
            provision.was: f"{policy.code}#{provision.id}"
            for policy in self.policies
            for text in policy.revisions
            if text.holds_text and not text.outcome
            for provision in text.all_provisions
            if "#" in provision.was and provision.id and not provision.was.startswith(f"{policy.code}#")
        }

    def can_find(self, code: str) -> bool:
        """Return whether a policy goes by `code`, or might: in a file that couldn't be read."""
        if codes.key(code) in self._by_code:
            return True
        address = codes.address(code)
        return any(
            not policy.knows("policy.yml") and (policy.folder == address or policy.folder.startswith(address + "-"))
            for policy in self._incomplete
        )

    @once
    def _incomplete(self) -> tuple[Policy, ...]:
        return tuple(policy for policy in self.policies if not policy.knows("policy.yml"))

    def is_board(self, id: str) -> bool:
        """Return whether `id` is the board; empty means the board.

        Where bodies.yml couldn't be read, an id may mean any body: it isn't taken for the board, whose rules would
        then be held against an act that they may not apply to.
        """
        if not id or id in self.bodies:
            return not id or self.bodies[id].kind == "board"
        return self.knows("bodies.yml")

    def has_body(self, id: str) -> bool:
        """Return whether bodies.yml has `id`, or might: when it couldn't be read."""
        return id in self.bodies or not self.knows("bodies.yml")

    def has_source(self, id: str) -> bool:
        """Return whether sources/ has `id`, or might: in a file that couldn't be read."""
        return id in self.sources or f"sources/{id}.yml" in self.unread

    def has_meeting(self, id: str) -> bool:
        """Return whether meetings/ has `id`, or might: in a file that couldn't be read."""
        return id in self.meetings or f"meetings/{id}.yml" in self.unread

    def knows(self, path: str) -> bool:
        """Return whether a file of the manual could be read, if it is there."""
        return path not in self.unread

    @once
    def knows_meetings(self) -> bool:
        """Return whether every meeting could be read; else nobody can say that one wasn't held."""
        return not any(path.startswith("meetings/") for path in self.unread)

    @once
    def team_meetings(self) -> dict[str, tuple[Meeting, ...]]:
        """Return the meetings on record of each team or committee up to the manual's day, the earliest first."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            if meeting.body and meeting.day.earliest <= self.as_of:
                found[meeting.body].append(meeting)
        return {body: tuple(sorted(held, key=lambda one: (one.day.latest, one.id))) for body, held in found.items()}

    def body_name(self, id: str) -> str:
        """Return a body's name, or its id where the name isn't known."""
        body = self.bodies.get(id)
        return body.name if body else id

    @once
    def facts(self) -> tuple[Fact, ...]:
        """Return every fact of the record that says how it is known, or where it comes from."""
        views: list[View] = [self.agency, *self.body_list, *self.meetings.values()]
        for policy in self.policies:
            views += (
                policy,
                *policy.strategies,
                *policy.revisions,
                *policy.reviews,
                *policy.recommendations,
                *policy.activities,
            )
        return tuple(fact for view in views for fact in within(view))

    @once
    def recorded_paths(self) -> frozenset[str]:
        """Return the paths of the acts that were taken over from an existing record, as the board adopted them."""
        return frozenset(act.path for policy in self.policies for act in policy.acts if act.recorded)

    def cadence_of(self, policy: Policy) -> Fact | None:
        """Return how often a policy is to be reviewed: its own cadence, else its series'."""
        own = policy.cadence
        if own is not None and own.value != "by series":
            return own
        series = self.agency.series_of(policy.code)
        return series.cadence if series and series.cadence else own

    def steward_of(self, policy: Policy) -> Fact | None:
        """Return the body answerable for a policy's text: its own steward, else its series'."""
        if policy.steward is not None:
            return policy.steward
        series = self.agency.series_of(policy.code)
        return series.steward if series else None

    @property
    def ruling(self) -> Agency:
        """Return the agency whose rules and settings the manual is judged by: the base's, so that none are bought."""
        return self.base.agency if self.base is not None and self.base.knows("agency.yml") else self.agency

    @property
    def accepted(self) -> tuple[Waiver, ...]:
        """Return the waivers that the manual is judged by: the base's, where there is one."""
        return self.base.waivers if self.base is not None else self.waivers

    @once
    def ruled_acts(self) -> tuple[tuple[Policy, Revision, Rules], ...]:
        """Return each act that can be judged by the board's rules of its day, with those rules.

        Left out are acts taken over from an existing manual; procedures, and exhibits that another than the
        board adopted, on which nobody votes; and acts on whose day no rules are on record.
        """
        found = []
        for policy in self.policies:
            kind = self._kind_before(policy)
            if kind == "procedure" or not policy.knows("policy.yml"):
                continue
            for act in policy.acts:
                if kind == "exhibit" and not self.is_board(act.text("by")):
                    continue
                if act.acted is not None and not act.recorded:
                    rules = self.ruling.rules_on(act.acted.latest)
                    if rules is not None:
                        found.append((policy, act, rules))
        return tuple(found)

    def _kind_before(self, policy: Policy) -> str:
        """Return the kind by which a policy's acts are judged: the base's, where it was there."""
        was = self.base.find(policy.code) if self.base is not None else None
        return was.kind if was is not None and was.knows("policy.yml") else policy.kind

    def meeting_of(self, revision: Revision) -> Meeting | None:
        """Return the meeting at which the board acted, where one is on record."""
        named = revision.text("meeting") or (revision.acted.text if revision.acted else "")
        return self.meetings.get(named)

    def knows_meeting(self, revision: Revision) -> bool:
        """Return whether the file of an act's meeting could be read, or there is none."""
        named = revision.text("meeting") or (revision.acted.text if revision.acted else "")
        return f"meetings/{named}.yml" not in self.unread

    def of_meeting(self, revision: Revision, key: str) -> Any:
        """Return what a revision, its package or its meeting says under `key`: vote, moved_by, minutes …"""
        if revision.has(key):
            return revision.get(key)
        meeting = self.meeting_of(revision)
        if meeting is None:
            return None
        package = meeting.packages.get(revision.text("package")) or {}
        return package.get(key) or meeting.get(key)

    def exists(self, path: str) -> bool:
        """Return whether the manual has a file at `path`."""
        return path in self._paths

    def bytes_of(self, path: str) -> bytes | None:
        """Return the bytes of a file of the manual, or None where there is none."""
        return self._tree.read(path) if path in self._paths else None

    def named(self, path: str) -> str:
        """Return a path as people are told it: from the repository's top, as in findings."""
        return f"{self._tree.label}/{path}" if self._tree.label else path

    def at(self, path: str) -> Place:
        """Return the beginning of a file of the manual."""
        return Place(path, (), path)

    def _take(self, path: str, home: Home, data: dict[str, Any]) -> None:
        if home.kind == "agency":
            self.agency = Agency(data, path, (), path)
        elif home.kind == "bodies":
            self.body_list = tuple(Body(entry, path, ("bodies", at), path) for at, entry in enumerate(data["bodies"]))
            self.bodies = {body.id: body for body in reversed(self.body_list)}
        elif home.kind == "waivers":
            self.waivers = tuple(Waiver(entry, path, ("waivers", at), path) for at, entry in enumerate(data["waivers"]))
        elif home.kind == "meeting":
            self.meetings[home.id] = Meeting(data, path, home.id)
        elif home.kind == "source":
            words = f"sources/{home.id}.txt"
            raw = self._tree.read(words) if words in self._paths else None
            self.sources[home.id] = Source(data, path, home.id, raw)


def natural(code: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts codes as people do: 0410, 1010, 1010P, 1312.2, 1312.10, BGB, EL-1."""
    parts: list[tuple[int, int, str]] = []
    digits = letters = ""
    for character in codes.key(code) + "\0":
        if digits and not (character.isascii() and character.isdigit()):
            parts.append((0, int(digits[:18]), digits))
            digits = ""
        if letters and character.isascii() and character.isdigit():
            parts.append((1, 0, letters))
            letters = ""
        if character.isascii() and character.isdigit():
            digits += character
        else:
            letters += character
    return (*parts, (1, 0, letters))


def _policy(folder: str, records: list[Record], unread: frozenset[str]) -> Policy:
    own = next((data for _, home, data in records if home.kind == "policy"), {})
    policy = Policy(own, folder, unread)
    code = policy.code
    revisions, translations, presented = [], [], []
    reviews, recommendations, activities = [], [], []
    for path, home, data in records:
        if home.kind == "revision":
            revisions.append(Revision(data, path, home.id, code))
        elif home.kind == "review":
            reviews.append(Review(data, path, home.id, code))
        elif home.kind == "strategies":
            policy.strategies = tuple(Strategy(entry, path, at, code) for at, entry in enumerate(data["strategies"]))
        elif home.kind == "translation":
            translations.append(Translation(data, path, home.id, home.extra, code))
        elif home.kind == "presented-text":
            presented.append(PresentedText(data, path, home.id, int(home.extra), code))
        elif home.kind == "recommendation":
            recommendations.append(Recommendation(data, path, home.id, code))
        elif home.kind == "activity":
            activities.append(Activity(data, path, home.id, code))
    policy.revisions = tuple(revisions)
    policy.reviews = tuple(reviews)
    policy.translations = tuple(translations)
    policy.presented = tuple(presented)
    policy.recommendations = tuple(recommendations)
    policy.activities = tuple(activities)
    return policy
