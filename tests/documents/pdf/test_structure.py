"""A packet's PDF has the structure that PDF/UA asks for, read back with another library."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from tests.documents.packet.test_packet import SHORTER, made

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
pytest.importorskip("typst", reason="typst is not installed")


def document(*named: str) -> Any:
    from policybook.documents.packet import pdf

    return pikepdf.open(io.BytesIO(pdf.write(made(*named))))


def elements(node: Any) -> Iterator[Any]:
    """Yield each element of the structure tree in reading order."""
    kids = node.get("/K")
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    for kid in listed:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


@pytest.mark.parametrize("named", [(SHORTER,), (SHORTER, "6700@2026-breakfast", "1400@2026-five-minutes")])
def test_the_structure_is_that_of_pdf_ua(named: tuple[str, ...]) -> None:
    held = document(*named)
    root = held.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert held.docinfo.get("/Title") or held.open_metadata().get("dc:title")
    assert all(page.get("/Tabs") == "/S" and "/StructParents" in page for page in held.pages)
    found = list(elements(root.StructTreeRoot))
    kinds = [str(one.S) for one in found]
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdecimal()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert all(one.get("/Alt") for one in found if str(one.S) in ("/Figure", "/Formula"))
    assert {"/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD", "/P"} <= set(kinds)
    roles = root.StructTreeRoot.get("/RoleMap", {})
    assert not [kind for kind in set(kinds) if kind in roles and roles[kind] == kind]


def test_every_font_is_embedded() -> None:
    held = document(SHORTER)
    for page in held.pages:
        for font in page.resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            names = set(inner.FontDescriptor.keys())
            assert names & {"/FontFile", "/FontFile2", "/FontFile3"}
            assert "/ToUnicode" in font
