"""What stands on a date: computed from the board's acts and a day, honest where a day isn't known.

Each act starts on a day between an earliest and a latest. Once that has surely come, the act replaces the
answer; while it has perhaps come, it adds one. One answer left is certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from policybook.model.revision import Revision

State = Literal["not adopted", "not yet effective", "in force", "superseded", "suspended", "rescinded", "lapsed"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that may stand on the day."""

    state: State
    revision: Revision | None = None
    """The act whose text it is about: in force, suspended, adopted but not yet effective."""
    act: Revision | None = None
    """The act that put it so, where another: the suspension, the rescission."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a day: one answer when it is certain, else each that may be true."""

    answers: tuple[Answer, ...]

    @property
    def certain(self) -> bool:
        """Return whether there is one answer."""
        return len(self.answers) == 1

    @property
    def text(self) -> Revision | None:
        """Return the revision whose text is in force, where that is certain."""
        answer = self.answers[0]
        return answer.revision if self.certain and answer.state == "in force" else None

    def may_be(self, state: State) -> bool:
        """Return whether `state` is among the answers."""
        return any(answer.state == state for answer in self.answers)

    def words(self) -> str:
        """Return the answer in words: "in force 2019-12", "perhaps in force 2014-11 or not adopted"."""
        said = " or ".join(sorted(_words(answer) for answer in self.answers))
        return said if self.certain else f"perhaps {said}"


@dataclass(frozen=True, slots=True)
class _World:
    """One way things may be: what stood last, and what lies over it."""

    answer: Answer
    suspension: Revision | None = None
    """Lies over the answer until its end."""
    before: _World | None = None
    """What comes back when an emergency act lapses."""


_NOTHING = _World(Answer("not adopted"))


def standing(acts: Iterable[Revision], day: date) -> Standing:
    """Return what stands on `day` after `acts`, each following the one before."""
    worlds = [_NOTHING]
    for act in _since_settled(tuple(acts), day):
        begun, perhaps = _begun(act, day)
        if begun or perhaps:
            after = _distinct(_after(act, world, day) for world in worlds)
            worlds = after if begun else _distinct([*after, *worlds])
        elif act.makes_text and act.acted and day >= act.acted.earliest:
            worlds = [_announced(act, world) for world in worlds]
    answers: list[Answer] = []
    for world in worlds:
        for answer in _seen(world, day):
            if answer not in answers:
                answers.append(answer)
    return Standing(tuple(answers))


def states(acts: Sequence[Revision], revision: Revision, day: date) -> tuple[State, ...]:
    """Return what one revision is on `day`: more than one state where that isn't certain."""
    if not revision.done:
        return ("not adopted",)
    found = [
        answer.state if answer.revision is revision else _past_or_future(acts, revision, answer, day)
        for answer in standing(acts, day).answers
    ]
    return tuple(dict.fromkeys(found))


def texts_to_come(acts: Sequence[Revision], day: date) -> tuple[Revision, ...]:
    """Return each adopted text that is in force on `day`, or may be then or on any later day.

    What stands aside for a time (suspended, or under an emergency act that may lapse) is among them, so
    that the set can only shrink as days pass.
    """
    found: dict[str, Revision] = {}
    for point in (day, *turns(acts, day)):
        for answer in standing(acts, point).answers:
            if answer.revision is not None and answer.state in ("in force", "suspended", "not yet effective"):
                found[answer.revision.id] = answer.revision
    return tuple(act for act in acts if act.id in found)


def turns(acts: Sequence[Revision], day: date) -> tuple[date, ...]:
    """Return the days after `day` on which what stands may change, the first one first."""
    turning: set[date] = set()
    for act in acts:
        for when in (act.acted, act.effective, act.seen, act.lapses, act.date("until")):
            for point in (when.earliest, when.latest) if when and when.latest >= day else ():
                turning.update((point, point + timedelta(days=1)) if point < date.max else (point,))
    return tuple(sorted(point for point in turning if point > day))


def partial_suspensions(acts: Iterable[Revision], day: date) -> tuple[Revision, ...]:
    """Return the suspensions of single provisions that hold, or may hold, on `day`."""
    held: list[Revision] = []
    for act in acts:
        if act.makes_text or act.action in ("reaffirm", "rescind"):
            held = [] if any(_begun(act, day)) else held
        elif act.action == "suspend" and act.texts("provisions") and any(_begun(act, day)):
            until = act.date("until")
            if until is None or day <= until.latest:
                held.append(act)
    return tuple(held)


def _since_settled(acts: Sequence[Revision], day: date) -> Sequence[Revision]:
    """Return the acts from the last one that has surely replaced whatever stood before it."""
    for at in range(len(acts) - 1, 0, -1):
        if acts[at].makes_text and acts[at].lapses is None and _begun(acts[at], day)[0]:
            return acts[at:]
    return acts


def _begun(act: Revision, day: date) -> tuple[bool, bool]:
    """Return whether an act has surely begun, and whether it perhaps has."""
    start = act.effective
    if start is None:
        seen = act.seen
        return (seen is None or day >= seen.latest), True
    return day >= start.latest, day >= start.earliest


def _after(act: Revision, world: _World, day: date) -> _World:
    """Return how things are once `act` has begun."""
    if act.action == "rescind":
        return _World(Answer("rescinded", None, act))
    if act.action == "suspend":
        return world if act.texts("provisions") else replace(world, suspension=act)
    if act.action == "reaffirm":
        return replace(world, suspension=None, before=None)
    if act.action == "renumber":
        return world
    text = Answer("in force", act)
    if act.lapses is not None:
        return _World(text, before=_World(Answer("lapsed", act)) if world == _NOTHING else replace(world, before=None))
    return _World(text)


def _announced(act: Revision, world: _World) -> _World:
    """Return how things are once `act` was adopted but doesn't bind yet: said only where nothing stood before."""
    if world.answer.state in ("not adopted", "rescinded", "lapsed") and world.suspension is None:
        return replace(world, answer=Answer("not yet effective", act))
    return world


def _seen(world: _World, day: date) -> tuple[Answer, ...]:
    """Return what one world shows on `day`, once emergency acts have lapsed and suspensions have ended."""
    shown: tuple[Answer, ...] = (world.answer,)
    lapses = world.answer.revision.lapses if world.answer.revision and world.before else None
    if lapses is not None and world.before is not None and day > lapses.earliest:
        back = _seen(world.before, day)
        shown = back if day > lapses.latest else (*shown, *back)
    if world.suspension is None:
        return shown
    until = world.suspension.date("until")
    over = tuple(Answer("suspended", answer.revision, world.suspension) for answer in shown)
    if until is None or day <= until.earliest:
        return over
    return (*over, *shown) if day <= until.latest else shown


def _past_or_future(acts: Sequence[Revision], revision: Revision, answer: Answer, day: date) -> State:
    """Return what a revision is where `answer`, which is about another, stands."""
    if not any(_begun(revision, day)):
        return "not yet effective" if revision.acted and day >= revision.acted.earliest else "not adopted"
    lapses = revision.lapses
    if lapses is not None and day > lapses.earliest and answer.revision in acts[: acts.index(revision)]:
        return "lapsed"
    return "rescinded" if answer.state == "rescinded" else "superseded"


def _distinct(worlds: Iterable[_World]) -> list[_World]:
    kept: list[_World] = []
    for world in worlds:
        if world not in kept:
            kept.append(world)
    return kept


def _words(answer: Answer) -> str:
    if answer.state == "in force" and answer.revision:
        return f"in force {answer.revision.id}"
    if answer.state == "not yet effective" and answer.revision:
        return f"adopted, not yet effective {answer.revision.id}"
    return answer.state
