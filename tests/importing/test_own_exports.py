"""What Policybook wrote as Word files comes back with equal digests, for any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policybook.documents import docx
from policybook.importing import run
from policybook.model import Manual
from policybook.record import loader, locate
from policybook.values import digest

pytest.importorskip("docx", reason="python-docx isn't installed")
_DEMO = Path(__file__).parents[2] / "src/policybook/scaffold/demo/policy"


def test_every_text_of_the_demonstration_manual_comes_back(tmp_path: Path) -> None:
    tree = locate.tree(_DEMO.resolve())
    reading = loader.read(tree)
    manual = Manual(reading.records, reading.unread, tree, date(2026, 11, 24))
    texts = {}
    for policy in manual:
        for text in policy.revisions:
            if text.holds_text and not text.data.get("attachments"):
                name = f"{policy.folder}@{text.id}.docx"
                (tmp_path / name).write_bytes(docx.clean(text, docx.about(manual, policy, text)))
                texts[name] = (policy.code, text)
    done = run.prepare(tmp_path, date(2026, 11, 27), None, {})
    assert done.incomplete == []
    assert {entry.file: entry.facts.code for entry in done.mapping.entries} == {
        name: code for name, (code, _) in texts.items()
    }
    for name, (_, text) in texts.items():
        draft = done.built.drafts[name]
        assert digest.of_text(draft.title, draft.provisions, draft.footnotes) == text.computed_digest, name
