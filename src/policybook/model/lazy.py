"""Compute a value when it is first asked for, and keep it with its owner."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

_Value = TypeVar("_Value")


class once(Generic[_Value]):  # lower case, as the decorator that it is
    """`functools.cached_property` without the lock that it takes before Python 3.12.

    A large manual has a hundred thousand such values; two threads may work one out twice, and get the same.
    """

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, of: None, kind: type) -> once[_Value]: ...
    @overload
    def __get__(self, of: object, kind: type) -> _Value: ...
    def __get__(self, of: object | None, kind: type) -> once[_Value] | _Value:
        """Return the value, kept among the object's own attributes, which Python asks first from then on."""
        if of is None:
            return self
        value = of.__dict__[self._name] = self._work(of)
        return value


def once_per_manual(work: Callable[..., _Value]) -> Callable[..., _Value]:
    """Keep what a function works out of a manual with that manual, so that it goes when the manual goes.

    The manual is the first argument; what else is given is part of the question.
    """

    @wraps(work)
    def kept(manual: Any, *more: Hashable) -> _Value:
        question = (work, *more)
        if question not in manual.worked_out:
            manual.worked_out[question] = work(manual, *more)
        value: _Value = manual.worked_out[question]
        return value

    return kept
