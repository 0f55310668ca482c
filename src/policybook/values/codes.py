"""A policy's code, and the address made from it: one reversible function, never the title."""

from __future__ import annotations

import re

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
_CODE = re.compile(r"[^\s.](?:[^\n\r]{0,38}[^\s.])?")
_ESCAPE = re.compile(r"(?:~[0-9a-f]{2})+")


def key(code: str) -> str:
    """Return the form under which codes are compared: case doesn't count."""
    return code.lower()


def is_code(written: str) -> bool:
    """Say whether a policy can go by `written`: at most 40 characters, no space or dot at its ends."""
    return _CODE.fullmatch(written) is not None


def address(code: str) -> str:
    """Return the part of a file name or web address that stands for `code`: `EL 1` gives `el_1`.

    A space becomes `_`; any other character but a-z, 0-9, `.` and `-` becomes `~` and the hex of each
    of its UTF-8 bytes, so that two codes never share an address.
    """
    return "".join(_part(character) for character in code.lower())


def code(address: str) -> str:
    """Return the code, in lower case, that `address` stands for."""
    spaced = address.replace("_", " ")
    return _ESCAPE.sub(lambda match: bytes.fromhex(match[0].replace("~", "")).decode("utf-8", "replace"), spaced)


def _part(character: str) -> str:
    if character in _PLAIN:
        return character
    if character == " ":
        return "_"
    return "".join(f"~{byte:02x}" for byte in character.encode())
