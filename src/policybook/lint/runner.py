"""Read a manual, run every check, apply settings and waivers, and sort the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from policybook import resources
from policybook.finding import SEVERITIES, Finding, Related, Severity, Span
from policybook.lint import builtin, registry, settings, waivers
from policybook.lint.check import Check, Hit, Rule
from policybook.model import Manual, Place
from policybook.record import loader
from policybook.record.git import Base
from policybook.record.tree import Tree
from policybook.record.yaml.positions import Spans

_MOST_OF_A_KIND = 200
"""So many findings of one check in one file are told; of the others, how many they are. A megabyte of text can hold a quarter of a
million, which nobody reads and which would take gigabytes."""

_Stamped = tuple[str, Severity, Hit]
"""A hit with its check and severity, before its line is known."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `check` answers."""

    findings: tuple[Finding, ...]
    manual: Manual
    tree: Tree
    checks: Mapping[str, Rule]
    base: Base | None = None
    """What the manual was compared with, where it was."""
    scope: tuple[str, ...] = ()
    """The files and folders that are reported on; empty for the whole manual."""
    elsewhere: tuple[Finding, ...] = ()
    """What was found outside the scope."""

    def count(self, severity: str) -> int:
        """Return how many findings of a severity count: waived ones don't."""
        return sum(1 for finding in self.findings if finding.severity == severity and finding.waived_by is None)

    @property
    def waived(self) -> int:
        """Return how many findings are waived."""
        return sum(1 for finding in self.findings if finding.waived_by is not None)

    def summary(self) -> dict[str, int]:
        """Return the counts: error, warning, notice, waived."""
        return {**{severity: self.count(severity) for severity in SEVERITIES}, "waived": self.waived}


def all_checks(folders: Iterable[str] = ()) -> dict[str, Rule]:
    """Return every rule by id: the engine's own, the bundled checks, and those in an adopter's `folders`."""
    found = {**builtin.RULES, **registry.load(resources.folder("checks"))}
    for number, folder in enumerate(folders):
        own = registry.load(Path(folder), f"policybook_own_checks_{number}")
        found.update(own)
    return dict(sorted(found.items()))


def judge(
    tree: Tree,
    as_of: date,
    checks: Mapping[str, Rule],
    *,
    base: Base | None = None,
    only: frozenset[str] = frozenset(),
    skip: frozenset[str] = frozenset(),
    seen: Callable[[int, int], None] = lambda done, of: None,
) -> Verdict:
    """Return the verdict on the manual in `tree`, as things stand on `as_of`, and as a change to `base`.

    Under a base, severities, switches, thresholds, rules and waivers are those of the base. `only` and `skip` name
    checks. The same tree, day, checks and base give the same verdict.
    """
    reading = loader.read(tree, seen)
    before = _before(base, tree, reading, as_of)
    manual = Manual(reading.records, reading.unread, tree, as_of, before)
    _, problems = settings.read(manual.agency, checks)
    own, _ = settings.read(manual.ruling, checks)
    running = [
        (check, own.get(id))
        for id, check in checks.items()
        if isinstance(check, Check) and not (id in own and own[id].off) and (not only or id in only) and id not in skip
    ]
    hits = list(_capped(_hits(manual, running)))
    placed = _placed([*hits, *(_of_settings(problem) for problem in problems)], tree)
    wanted = [
        finding
        for finding in [*reading.findings, *placed]
        if (not only or finding.check in only) and finding.check not in skip
    ]
    if not manual.knows("waivers.yml"):  # what is accepted can't be told: nobody is accused of it again
        wanted = [one for one in wanted if not (one.check in checks and checks[one.check].waivable)]
    judged = waivers.apply(wanted, manual.accepted, checks, as_of)
    first = frozenset(check.id for check in checks.values() if check.first)
    ordered = sorted(judged, key=lambda finding: (finding.check not in first, *_order(finding)))
    return Verdict(tuple(ordered), manual, tree, checks, base)


def _capped(hits: Iterable[_Stamped]) -> Iterator[_Stamped]:
    """Yield hits, of each check in each file only so many; then how many more there are."""
    counts: Counter[tuple[str, str]] = Counter()
    more: dict[tuple[str, str], _Stamped] = {}
    for check, severity, hit in hits:
        kind = (check, hit.place.path)
        counts[kind] += 1
        if counts[kind] <= _MOST_OF_A_KIND:
            yield check, severity, hit
        elif kind not in more:
            more[kind] = (check, severity, hit)
    for kind, (check, severity, hit) in more.items():
        count = counts[kind] - _MOST_OF_A_KIND
        message = (
            f"{count:,} more findings of this kind are in this file."
            if count > 1
            else "One more finding of this kind is in this file."
        )
        yield check, severity, Hit(Place(hit.place.path), message, "Correct the first ones, then check again.")


_AS_ADOPTED = "It was taken over as the board adopted it: correct it in a proposal."


def _hits(manual: Manual, running: list[tuple[Check, settings.Setting | None]]) -> Iterator[_Stamped]:
    for check, own in running:
        thresholds = {**check.thresholds, **(own.thresholds if own else {})}
        for hit in check.run(manual, **thresholds):
            yield _stamped(check, hit, own, manual.recorded_paths)


def _before(base: Base | None, tree: Tree, reading: loader.LoadedRecords, as_of: date) -> Manual | None:
    """Return the manual of the base; only what differs there is read, for the same bytes are the same record."""
    if base is None or base.tree is None:
        return None
    known = {path: data for path, _, data in reading.records if path in base.blobs and base.same(path, tree.read(path))}
    earlier = loader.read(base.tree, known=known)
    return Manual(earlier.records, earlier.unread, base.tree, as_of)


def _stamped(check: Check, hit: Hit, setting: settings.Setting | None, recorded: frozenset[str]) -> _Stamped:
    severity = check.severity
    if check.as_adopted is not None and hit.place.path in recorded:
        severity, hit = check.as_adopted, replace(hit, help=_AS_ADOPTED)
    return check.id, (setting and setting.severity) or hit.severity or severity, hit


def _of_settings(problem: settings.InvalidSetting) -> _Stamped:
    return settings.ID, "error", Hit(problem.place, problem.message, problem.help, subject="agency.yml")


def _placed(hits: list[_Stamped], tree: Tree) -> list[Finding]:
    """Return hits as findings: each file with any is read once more for its places."""
    there = frozenset(tree.paths()) if hits else frozenset()

    @lru_cache(maxsize=16)  # files come one after the other, and their places take much memory
    def spans(path: str) -> Spans:
        return Spans(tree.read(path) if path in there and path.endswith(".yml") else b"")

    def span(place: Place) -> Span:
        return spans(place.path).of(place.route, place.on_key, place.phrase)

    def full(place: Place) -> str:
        return f"{tree.label}/{place.path}" if tree.label else place.path

    return [
        Finding(
            check,
            severity,
            full(hit.place),
            span(hit.place),
            hit.subject or hit.place.subject or hit.place.path,
            hit.message,
            hit.help,
            tuple(Related(full(place), span(place), word) for place, word in hit.related),
        )
        for check, severity, hit in sorted(hits, key=lambda stamped: stamped[2].place.path)
    ]


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.path, finding.span.line, finding.span.column, finding.check, finding.message
