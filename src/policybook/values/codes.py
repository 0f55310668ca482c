"""Turn a policy's code into an address and back; the title plays no part."""

from __future__ import annotations

import re

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
_HIDDEN = r"\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
"""Characters that can't be seen, or turn the others around: two codes would look alike."""
_CODE = re.compile(rf"[^\s.{_HIDDEN}](?:[^\n\r{_HIDDEN}]{{0,38}}[^\s.{_HIDDEN}])?")
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)))
)
"""What Windows takes for a device, whatever follows a dot: no file may be called so."""
_ESCAPE = re.compile(r"(?:~[0-9a-f]{2})+")


def key(code: str) -> str:
    """Return the form under which codes are compared: case doesn't count."""
    return code.lower()


def is_code(written: str) -> bool:
    """Return whether a policy can go by `written`: at most 40 visible characters, no space or dot at its ends."""
    return _CODE.fullmatch(written) is not None


def address(code: str) -> str:
    """Return the part of a file name or web address that stands for `code`: `EL 1` gives `el_1`.

    A space becomes `_`; any other character but a-z, 0-9, `.` and `-` becomes `~` and the hex of each
    of its UTF-8 bytes, so that two codes never share an address. The first character of a name that Windows takes for a device is written so too.
    """
    lower = code.lower()
    if lower.partition(".")[0] in DEVICES:
        return f"~{ord(lower[0]):02x}" + "".join(_part(character) for character in lower[1:])
    return "".join(_part(character) for character in lower)


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
