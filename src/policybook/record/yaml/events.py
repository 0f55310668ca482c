"""Walk the events of libyaml's parser; only this module imports it, since PyYAML keeps it private."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml
from yaml._yaml import CParser

from policybook.finding import Span


class KeyIsNoScalar(yaml.YAMLError):
    """A list or mapping stands where a key belongs."""


@contextmanager
def parsed(raw: bytes) -> Iterator[Callable[[], Any]]:
    """Give the function that returns the next event of a file."""
    parser = CParser(raw)
    try:
        yield parser.get_event
    finally:
        parser.dispose()


def walk(raw: bytes) -> Iterator[tuple[Any, Any]]:
    """Yield the event of each value with the event of its key, and the end of each mapping and list.

    The entries of a list, the outermost value and the ends have no key. Nothing is recursive:
    whoever builds a tree from it bounds its depth.
    """
    outer: list[bool] = []  # for each open mapping or list, whether it stands in a mapping
    in_mapping = False
    key: Any = None
    with parsed(raw) as get_event:
        while type(event := get_event()) is not yaml.StreamEndEvent:
            if isinstance(event, yaml.NodeEvent) and in_mapping and key is None:
                if not isinstance(event, yaml.ScalarEvent):
                    raise KeyIsNoScalar
                key = event
            elif isinstance(event, yaml.ScalarEvent):
                yield event, key
                key = None
            elif isinstance(event, yaml.CollectionStartEvent):
                yield event, key
                outer.append(in_mapping)
                in_mapping, key = isinstance(event, yaml.MappingStartEvent), None
            elif isinstance(event, yaml.CollectionEndEvent):
                yield event, None
                in_mapping = outer.pop()


def span_of(event: Any) -> Span:
    """Return the place of an event."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
