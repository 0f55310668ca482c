"""Change one key at the top of a record and leave every other line of the file as it is; each edit is read back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from policybook.errors import PolicybookError
from policybook.record.schema import files
from policybook.record.yaml import formatter, key_order, reader, syntax
from policybook.record.yaml.syntax import Group, KeyBlock


def put(raw: bytes, kind: str, key: str, value: Any) -> bytes:
    """Return a file of a kind with `value` under `key`: in the key's own place, or after the keys that come before it."""
    return _edited(raw, lambda data: {**data, key: value}, lambda text, blocks: _put(text, blocks, kind, key, value))


def drop(raw: bytes, key: str) -> bytes:
    """Return a file without `key`; the same file where it has none."""

    def without(text: str, blocks: dict[str, KeyBlock]) -> str:
        block = blocks.get(key)
        return text[: block.begin] + text[block.end :] if block else text

    return _edited(raw, lambda data: {name: value for name, value in data.items() if name != key}, without)


def append(raw: bytes, kind: str, key: str, value: Any) -> bytes:
    """Return a file with `value` as the last entry of the list under `key`, which begins with it where there is none."""
    return _edited(
        raw,
        lambda data: {**data, key: [*(data.get(key) or ()), value]},
        lambda text, blocks: _added(text, blocks, kind, key, [value]),
    )


def enter(raw: bytes, kind: str, key: str, name: str, value: Any) -> bytes:
    """Return a file with `value` under a new `name` in the mapping under `key`."""
    return _edited(
        raw,
        lambda data: {**data, key: {**(data.get(key) or {}), name: value}},
        lambda text, blocks: _added(text, blocks, kind, key, {name: value}),
    )


def _put(text: str, blocks: dict[str, KeyBlock], kind: str, key: str, value: Any) -> str:
    lines = formatter.entry(kind, key, value)
    block = blocks.get(key)
    if block is not None:
        if block.after and len(lines) == 1:
            lines[0] += f" {block.after}"
        return text[: block.begin] + _joined(lines, text) + text[block.end :]
    shape = key_order.of(kind)
    earlier = [one for name, one in blocks.items() if shape.place(name) < shape.place(key)]
    at = max(earlier, key=lambda one: one.begin).end if earlier else min(one.begin for one in blocks.values())
    return text[:at] + _joined(lines, text) + text[at:]


def _added(text: str, blocks: dict[str, KeyBlock], kind: str, key: str, new: Any) -> str:
    block = blocks.get(key)
    if block is None or not isinstance(block.value, Group):
        return _put(text, blocks, kind, key, new)
    group = formatter.made(new)
    if block.value.flow or not block.value.entries:
        whole = block.value._replace(entries=(*block.value.entries, *group.entries), flow=False)
        head = f"{key}: {block.after}" if block.after else f"{key}:"
        return text[: block.begin] + _joined([head, *formatter.entries(kind, key, whole, 2)], text) + text[block.end :]
    lines = formatter.entries(kind, key, group, block.indent)
    return text[: block.end] + _joined(lines, text) + text[block.end :]


def _joined(lines: list[str], text: str) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join(line + end for line in lines)


def _edited(
    raw: bytes, wanted: Callable[[dict[str, Any]], dict[str, Any]], edit: Callable[[str, dict[str, KeyBlock]], str]
) -> bytes:
    """Return the edited file; raise PolicybookError where it wouldn't hold what is wanted, and its comments, exactly."""
    data = _read(raw)
    if data is None:
        raise PolicybookError("The file can't be read: run `policybook check`.")
    text = raw.decode("utf-8").removeprefix("\ufeff")
    if not text.endswith("\n"):
        text += "\n"
    new = edit(text, syntax.blocks(text)).encode()
    if _read(new) != wanted(data) or syntax.comments_in(new) != syntax.comments_in(raw):
        raise PolicybookError(
            "The file is laid out so that it can't be changed safely: run `policybook fmt` on it first."
        )
    return new


def _read(raw: bytes) -> dict[str, Any] | None:
    return reader.read(raw, files.number_keys()).data
