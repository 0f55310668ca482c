"""Heron Bend, copied, and the shipped command run on it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli import main
from policybook.errors import PolicybookError
from policybook.lint import runner
from policybook.model import Manual, Policy
from policybook.record import locate

TODAY = "2026-11-24"
_DEMO = Path("src/policybook/scaffold/demo/policy").resolve()


@dataclass
class Desk:
    """A copy of the demonstration manual, and the command at hand."""

    manual: Path

    def run(self, *words: str, day: str = TODAY, answers: str = "") -> Result:
        """Run an act on a day; the answers are what somebody types."""
        return CliRunner().invoke(
            main.policybook, [*words, "--manual", str(self.manual), "--as-of", day], input=answers
        )

    def does(self, *words: str, day: str = TODAY, answers: str = "") -> str:
        """Run an act that is done, and return what it says; the manual has no error afterwards."""
        result = self.run(*words, day=day, answers=answers)
        assert result.exit_code == 0, (result.output, result.exception)
        errors = [finding for finding in self.judged(day).findings if finding.severity == "error"]
        assert not errors, errors
        return result.output

    def refuses(self, *words: str, day: str = TODAY) -> str:
        """Run an act that is refused, and return why; every file is as it was."""
        before = self.files()
        result = self.run(*words, day=day)
        told = isinstance(result.exception, PolicybookError)
        assert told or result.exit_code == 2, (result.output, result.exception)
        assert self.files() == before
        return str(result.exception) if told else result.output

    def judged(self, day: str = TODAY) -> runner.Verdict:
        """Return the verdict on the manual as it is now."""
        return runner.judge(locate.tree(self.manual), date.fromisoformat(day), runner.all_checks())

    def read(self, day: str = TODAY) -> Manual:
        """Return the manual as it is now."""
        return self.judged(day).manual

    def policy(self, code: str, day: str = TODAY) -> Policy:
        """Return a policy as it is now."""
        found = self.read(day).find(code)
        assert found is not None
        return found

    def files(self) -> dict[str, bytes]:
        """Return every file of the manual."""
        return {
            path.relative_to(self.manual).as_posix(): path.read_bytes()
            for path in self.manual.rglob("*")
            if path.is_file()
        }

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a few words in a file, as a clerk does."""
        file = self.manual / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a fresh copy of Heron Bend."""
    shutil.copytree(_DEMO, tmp_path / "policy")
    return Desk(tmp_path / "policy")
