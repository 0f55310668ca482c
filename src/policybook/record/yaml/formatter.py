"""The canonical layout of a record: modeline, order of keys, quotation marks, a sentence a line in blocks of prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policybook.record.yaml import key_order, scalars, syntax
from policybook.record.yaml.key_order import Shape
from policybook.record.yaml.syntax import Group, LaidOutFile, Member, Part, Scalar
from policybook.values.digest import NOT_HELD

MODELINE = "# yaml-language-server: $schema="

_PROSE = ("text", "reason", "summary", "charge", "mission", "note", "not_held", "description")
"""Keys whose texts stand in a block of prose when they need quotation marks and hold more than a few words."""
_FEW = 60
_OPEN = ("footnotes", "packages")
"""Keys whose mappings never stand in braces: they grow."""
_LINES = ("table",)
_LINE_KINDS = ("lines", "form")


def record(kind: str, data: Mapping[str, Any], modeline: str) -> bytes:
    """Return a new record of a kind as a file."""
    return document(kind, LaidOutFile(made(dict(data))._replace(flow=False)), modeline)


def document(kind: str, held: LaidOutFile, modeline: str = "") -> bytes:
    """Return a file in canonical layout, under `modeline` where it has none of its own."""
    root = _styled(held.root)
    lines = list(_entries(root, key_order.of(kind), 0)) or ["{}"]
    before = held.root.entries[0].before if held.root.entries else ()
    own = [line for line in (*before, *held.foot) if line.startswith(MODELINE)]
    if own and (own[0] in lines):
        lines.remove(own[0])
    head = [own[0]] if own else [modeline] if modeline else []
    body = "\n".join([*head, *lines, *(line for line in held.foot if line not in own[:1])])
    return (body.strip("\n") + "\n").encode()


def entry(kind: str, key: str, value: Any) -> list[str]:
    """Return the lines of a key and a new value at the top of a record."""
    return list(_entry(made({key: value}).entries[0], key_order.of(kind), 0))


def entries(kind: str, key: str, group: Group, indent: int) -> list[str]:
    """Return the lines of the entries of a list or mapping that stands under `key` at the top of a record."""
    return list(_entries(group, key_order.of(kind).of(key), indent))


def _entries(group: Group, shape: Shape, indent: int) -> Iterator[str]:
    inner = group.entries
    if not group.listed:
        inner = tuple(sorted(inner, key=lambda one: shape.place(one.key)))
    for at, one in enumerate(inner):
        pad = " " * indent
        yield from (pad + note if note else "" for note in one.before if note or at)
        yield from _entry(one, shape, indent)


def _entry(one: Member, shape: Shape, indent: int) -> Iterator[str]:
    """Yield the lines of an entry, without the comments above it."""
    listed = not one.key and not one.quoted
    head = " " * indent + ("-" if listed else f"{_key(one)}:")
    after = f" {one.after}" if one.after else ""
    inner = shape.of(one.key if not listed else "")
    if isinstance(one.value, Scalar):
        first, *rest = _scalar(one, inner, indent, scalars.LONGEST - len(head) - len(after) - 1)
        yield f"{head} {first}{after}"
        yield from rest
        return
    if one.value.flow or not one.value.entries:
        flow = _flow(one.value, inner)
        if not one.value.entries or len(head) + len(flow) + len(after) < scalars.LONGEST:
            yield f"{head} {flow}{after}"
            return
    lines = list(_entries(one.value, inner, indent + 2))
    if listed and not one.value.listed and not after and lines[0].strip() and not lines[0].lstrip().startswith("#"):
        yield f"{head} {lines.pop(0).lstrip()}"
    else:
        yield head + after
    yield from lines


def _scalar(one: Member, shape: Shape, indent: int, room: int) -> list[str]:
    assert isinstance(one.value, Scalar)
    text, style = one.value
    if not style and not scalars.is_text(text, one.key):
        return [text or "null"]
    return scalars.in_block(text, one.key, style, shape.number_allowed, indent + 2, room)


def _flow(group: Group, shape: Shape) -> str:
    inner = group.entries
    if group.listed:
        return f"[{', '.join(_in_flow(one, shape.of('')) for one in inner)}]"
    inner = tuple(sorted(inner, key=lambda one: shape.place(one.key)))
    return f"{{{', '.join(f'{_key(one)}: {_in_flow(one, shape.of(one.key))}' for one in inner)}}}"


def _in_flow(one: Member, shape: Shape) -> str:
    if isinstance(one.value, Group):
        return _flow(one.value, shape)
    text, style = one.value
    if not style and not scalars.is_text(text, one.key):
        return text or "null"
    return scalars.in_flow(text, one.key, shape.number_allowed)


def _key(one: Member) -> str:
    return scalars.quoted_key(one.key) if one.quoted else one.key


def made(data: Any) -> Group:
    """Return a new mapping or list, prose in blocks."""
    group = syntax.made(data)
    assert isinstance(group, Group)
    return _styled(group)


def _styled(group: Group) -> Group:
    """Return parts with prose in blocks, and nothing that holds prose or may grow in braces."""
    kind = next((one.value for one in group.entries if one.key == "kind"), None)
    lines = isinstance(kind, Scalar) and kind.text in _LINE_KINDS
    entries = []
    for one in group.entries:
        if isinstance(one.value, Group):
            inner = _styled(one.value)
            value: Part = inner._replace(flow=inner.flow and one.key not in _OPEN)
        else:
            value = one.value._replace(style=_style(one.key, one.value, lines))
        entries.append(one._replace(value=value))
    flow = group.flow and not any(
        one.key == "text" or (isinstance(one.value, Group) and one.value.entries and not one.value.flow)
        for one in entries
    )
    return group._replace(entries=tuple(entries), flow=flow)


def _style(key: str, value: Scalar, lines: bool) -> str:
    text, style = value
    if not style and not scalars.is_text(text, key):
        return style
    if key in _LINES or (lines and key == "text" and style != ">"):
        return "|"
    if key == "text" and text != NOT_HELD:
        return style if style == "|" else ">"
    return ">" if key in _PROSE and style in ('"', "'") and len(text) > _FEW else style
