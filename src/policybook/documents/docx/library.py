"""Import python-docx only when a Word file is read or written."""

from __future__ import annotations

from typing import Any

from policybook.errors import PolicybookError

MISSING = "This needs an extra part of Policybook, which isn't installed: pip install 'policybook[word,pdf]'."


def docx() -> Any:
    """Return python-docx; raise PolicybookError where it isn't installed."""
    try:
        import docx as library
    except ImportError as error:
        raise PolicybookError(MISSING) from error
    return library
