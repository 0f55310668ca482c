"""Compare acts with an anchor and name every one that was edited, removed or moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policybook.model.chain import Act
from policybook.values import codes, dates, digest
from policybook.verify.result import Discrepancy, ProofResult, counted, listed

_Acts = dict[str, Act]


@dataclass(frozen=True, slots=True)
class SideNames:
    """The names of the two sides in messages."""

    anchor: str
    record: str = "the record"


def compare(anchor: Iterable[Act], record: Iterable[Act], names: SideNames) -> ProofResult:
    """Return how the acts on record differ from those of the anchor. Later acts aren't judged.

    `not-held` there and a text here is no difference: a text may be found later.
    """
    old, new = _by_folder(anchor), _by_folder(record)
    matched = dict(_matched(old, new))
    problems: list[Discrepancy] = []
    later: list[str] = []
    found: list[str] = []
    for folder, acts in old.items():
        there = new.get(matched.get(folder, ""), {})
        if not there:
            first = next(iter(acts.values()))
            problems.append(
                Discrepancy(
                    first.code,
                    f"Policy {first.code} is in {names.anchor}, but not in {names.record}: it was dropped, with "
                    f"its {counted(len(acts), 'act', 'acts')} ({listed(list(acts))}).",
                )
            )
            continue
        problems += _of_policy(acts, there, names)
        found += [there[id].name for id in acts if id in there and _recovered(acts[id], there[id])]
        later += [act.name for id, act in there.items() if id not in acts]
    later += [act.name for folder in new.keys() - matched.values() for act in new[folder].values()]
    shown = []
    if not problems:
        total = sum(map(len, old.values()))
        shown.append(f"Every act in {names.anchor}, {total} in all, is in {names.record}, unaltered and in its place.")
    if found:
        shown.append(f"A text that {names.anchor} doesn't hold has been found since: {listed(sorted(found))}.")
    unknown = []
    if later:
        unknown.append(
            f"{names.anchor[:1].upper()}{names.anchor[1:]} says nothing of {counted(len(later), 'act', 'acts')} that "
            f"{'is' if len(later) == 1 else 'are'} not in it: {listed(sorted(later))}."
        )
    return ProofResult((names.anchor,), tuple(shown), tuple(problems), tuple(unknown))


def _of_policy(old: _Acts, new: _Acts, names: SideNames) -> Iterator[Discrepancy]:
    for id, was in old.items():
        act = new.get(id)
        if act is None:
            yield _gone(was, old, new, names)
            continue
        subject = f"{act.code}@{id}"
        if act.action != was.action:
            yield Discrepancy(
                subject, f"{act.name} was edited: its action is ‘{act.action}’, in {names.anchor} ‘{was.action}’."
            )
        if act.text != was.text and not _recovered(was, act):
            yield Discrepancy(subject, f"{act.name} was edited: its text is not the one in {names.anchor}.")
        if act.follows != was.follows:
            yield Discrepancy(subject, _moved(was, act, old, names))
        if not _as_precise(was.date, act.date):
            yield Discrepancy(
                subject,
                f"{act.name} was edited: it is dated {act.date or 'on no day'}, in {names.anchor} {was.date}.",
            )
    was, act = next(iter(old.values())), next(iter(new.values()))
    renumbered = any(one.action == "renumber" and id not in old for id, one in new.items())
    if codes.key(was.code) != codes.key(act.code) and not renumbered:
        yield Discrepancy(
            act.code, f"Policy {was.code} of {names.anchor} now goes by the code {act.code}, but no act renumbered it."
        )


def _gone(was: Act, old: _Acts, new: _Acts, names: SideNames) -> Discrepancy:
    """Report an act that is missing, and its new name if it was renamed."""
    subject, said = f"{was.code}@{was.id}", f"{was.name} is in {names.anchor}, but not in {names.record}"
    for act in new.values():
        if act.id not in old and (act.action, act.follows, act.date, act.text) == (
            was.action, was.follows, was.date, was.text,
        ):  # fmt: skip
            return Discrepancy(subject, f"{said}: it was renamed to {act.id}, and a name is given once.")
    return Discrepancy(subject, f"{said}: it was dropped.")


def _moved(was: Act, act: Act, old: _Acts, names: SideNames) -> str:
    """Report an act that follows another one than before."""
    if act.follows and act.follows not in old:
        return f"An act was put before revision {act.id} of policy {act.code}: {act.follows}, which is not in {names.anchor}."
    before = f"follows {was.follows}" if was.follows else "is the first"
    now = f"follows {act.follows}" if act.follows else "is the first"
    return f"{act.name} was put elsewhere: in {names.anchor} it {before}, in {names.record} it {now}."


def _recovered(was: Act, act: Act) -> bool:
    return was.text == digest.NOT_HELD and act.text not in (digest.NOT_HELD, digest.NO_TEXT)


def _as_precise(was: str, now: str) -> bool:
    """Return whether a date is the same, or the same known more precisely."""
    if was == now or not was:
        return True
    return dates.is_date(was) and dates.is_date(now) and dates.parse(now).narrows(dates.parse(was))


def _by_folder(acts: Iterable[Act]) -> dict[str, _Acts]:
    found: dict[str, _Acts] = {}
    for act in acts:
        found.setdefault(act.folder, {})[act.id] = act
    return found


def _matched(old: Mapping[str, _Acts], new: Mapping[str, _Acts]) -> Iterator[tuple[str, str]]:
    """Yield the folder on record of each policy of the anchor, matched by name, code or acts."""
    by_code = {codes.key(next(iter(acts.values())).code): folder for folder, acts in new.items()}
    taken = set(old) & set(new)
    for folder, acts in old.items():
        if folder in new:
            yield folder, folder
            continue
        same = by_code.get(codes.key(next(iter(acts.values())).code))
        if same is None or same in taken:
            known = {(act.id, act.action, act.text) for act in acts.values()}
            alike = {
                other: len(known & {(act.id, act.action, act.text) for act in new[other].values()})
                for other in new
                if other not in taken
            }
            same = max(alike, key=lambda other: alike[other], default=None)
            if same is None or not alike[same]:
                continue
        taken.add(same)
        yield folder, same
