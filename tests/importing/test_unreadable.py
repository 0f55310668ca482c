"""What can't be read is said in a sentence, and the other documents still come in."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from policybook.importing import run


def test_each_file_that_cant_be_read_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "0100.md").write_text("# 0100 Mission\n\nEvery child learns.\n", encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"\n")
    (tmp_path / "noise.docx").write_bytes(bytes(range(200)))
    (tmp_path / "half.json").write_text('{"a": [', encoding="utf-8")
    (tmp_path / "nested.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04not really")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "data.bin").write_bytes(b"abc")
    with zipfile.ZipFile(tmp_path / "bomb.odt", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", "<a>" + "x" * 70_000_000)
    done = run.prepare(tmp_path, date(2026, 11, 27), None, {})
    assert list(done.documents) == ["0100.md"]
    said = {one.path: one.why for one in done.unreadable}
    assert set(said) == {path.name for path in tmp_path.iterdir()} - {"0100.md"}
    assert all(why.endswith(".") and "Error" not in why for why in said.values()), said
    assert said["empty.md"] == "It is empty."
