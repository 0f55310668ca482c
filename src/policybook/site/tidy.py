"""Take out of the built site what no reader asks for."""

from __future__ import annotations

from pathlib import Path


def site(folder: Path) -> None:
    """Remove source maps from the built site in `folder`; more than a megabyte that browsers load for nobody."""
    for path in (folder / "assets").rglob("*.map"):
        path.unlink()
