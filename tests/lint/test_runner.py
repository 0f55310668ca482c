"""What holds of every verdict, whatever the record."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.lint import formats, runner
from policybook.lint.runner import Verdict
from policybook.record.tree import MemoryTree
from tests import cases

CHECKS = runner.all_checks()
CASES = sorted((Path(__file__).parents[1] / "checks").glob("*/*.txt"))
SMALL = cases.small()
YAML = sorted(path for path in SMALL if path.endswith(".yml"))


def judge(files: dict[str, bytes], as_of: date = cases.AS_OF) -> Verdict:
    return runner.judge(MemoryTree(files, ""), as_of, CHECKS)


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(CASES), first=st.integers(0, 6000), later=st.integers(1, 6000))
def test_a_manual_without_an_error_on_one_day_has_none_on_any_later_day(path: Path, first: int, later: int) -> None:
    files = cases.laid(cases.read(path).files)
    day = date(2018, 1, 1) + timedelta(days=first)
    if judge(files, day).count("error") == 0:
        assert judge(files, day + timedelta(days=later)).count("error") == 0


@pytest.mark.parametrize("path", YAML)
@pytest.mark.parametrize("broken", [b"a: [", b"nonsense: 1\n", b"\xff\xfe", b""])
def test_a_broken_file_is_told_of_and_nobody_else_is_blamed(path: str, broken: bytes) -> None:
    judged = judge({**SMALL, path: broken})
    assert {finding.path for finding in judged.findings} == {path}


@pytest.mark.parametrize("path", [path for path in YAML if not path.endswith("strategies.yml")])
def test_a_broken_file_hides_nothing_elsewhere(path: str) -> None:
    faulty = SMALL["3210-fair-discipline/strategies.yml"].replace(b"    owner: restorative-team\n", b"")
    files = {**SMALL, "3210-fair-discipline/strategies.yml": faulty, path: b"a: ["}
    assert "strategy-owner" in {finding.check for finding in judge(files).findings}


@settings(max_examples=300, deadline=None)
@given(path=st.sampled_from(YAML), data=st.binary(max_size=300))
def test_any_bytes_give_findings_and_never_a_traceback(path: str, data: bytes) -> None:
    for finding in judge({**SMALL, path: data}).findings:
        assert finding.message
        assert finding.span.line >= 1
        assert finding.span.column >= 1


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_slip_of_the_pen_gives_findings_and_never_a_traceback(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(YAML))
    raw = SMALL[path]
    at = data.draw(st.integers(0, len(raw)))
    put = data.draw(st.sampled_from([b"", b"x", b"\n", b": ", b"- ", b"  ", b"[", b"'", b"2026-02-31", b"true", b"#"]))
    cut = data.draw(st.integers(0, 12))
    judged = judge({**SMALL, path: raw[:at] + put + raw[at + cut :]})
    for form in ("text", "json", "sarif", "junit", "github", "markdown"):
        assert formats.render(judged, form)


def test_the_same_input_gives_the_same_report() -> None:
    files = cases.laid(cases.read(CASES[0]).files)
    assert formats.render(judge(files), "json") == formats.render(judge(files), "json")


HOSTILE = "x\u202e::error::y %0A <b> & @someone https://evil.example | `c` \u200f"


def hostile() -> Verdict:
    over: dict[str, str | None] = {
        "0100-mission/policy.yml": f"code: 0100\nkind: operating-policy\nsteward: board\nclassification: {HOSTILE!r}\n{HOSTILE!r}: 1\n"
    }
    return judge(cases.laid(over))


def test_json_has_the_shape_that_programs_rely_on() -> None:
    read: dict[str, Any] = json.loads(formats.render(hostile(), "json"))
    assert list(read) == ["schema", "tool", "as_of", "base", "summary", "findings"]
    assert list(read["findings"][0]) == [
        "check", "severity", "path", "line", "column", "end_line", "end_column", "subject", "message", "help", "url",
        "related", "waived_by",
    ]  # fmt: skip


def test_github_commands_are_escaped_and_the_summary_comes_first() -> None:
    lines = formats.render(hostile(), "github").splitlines()
    assert lines[0].startswith("::notice title=Policybook::1 error")
    assert [line for line in lines if line.startswith("::error") and "file=" not in line] == []
    assert "\u202e" not in "".join(lines)
    assert "%250A" in "".join(lines)


def test_github_says_what_it_can_not_show() -> None:
    over: dict[str, str | None] = {
        "bodies.yml": "bodies:\n" + "".join(f"  - {{id: b{n}, name: B, kind: x}}\n" for n in range(15))
    }
    lines = formats.render(judge(cases.laid(over)), "github").splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "5 of them stand in the job's log only" in lines[0]


def test_junit_is_read_back() -> None:
    root = ElementTree.fromstring(formats.render(hostile(), "junit"))
    assert root.get("failures") == "1"
    assert len(root.findall(".//failure")) == 1
    assert len(root.findall(".//testcase")) == int(root.get("tests") or 0)


def test_junit_has_only_what_the_schema_of_jenkins_knows() -> None:
    """The names are those of junit-10.xsd of Jenkins' xUnit plugin."""
    known = {
        "testsuites": {"name", "time", "tests", "failures", "disabled", "errors"},
        "testsuite": {
            "name",
            "tests",
            "failures",
            "errors",
            "skipped",
            "time",
            "timestamp",
            "hostname",
            "id",
            "package",
        },
        "testcase": {"name", "classname", "assertions", "time", "status", "group"},
        "failure": {"type", "message"},
        "skipped": {"type", "message"},
        "system-out": set[str](),
    }
    for element in ElementTree.fromstring(formats.render(hostile(), "junit")).iter():
        assert set(element.attrib) <= known[element.tag]


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    path = "3210-fair-discipline/strategies.yml"
    faulty = SMALL[path].replace(b"    owner: restorative-team\n", b"")

    def fingerprints(raw: bytes) -> list[tuple[str, int]]:
        report = json.loads(formats.render(judge({**SMALL, path: raw}), "sarif"))
        return [
            (
                one["partialFingerprints"]["policybook/v1"],
                one["locations"][0]["physicalLocation"]["region"]["startLine"],
            )
            for one in report["runs"][0]["results"]
        ]

    before, after = fingerprints(faulty), fingerprints(b"# a word\n# and another\n" + faulty)
    assert [one for one, _ in before] == [one for one, _ in after]
    assert len({one for one, _ in before}) == len(before) > 0
    assert before != after


def test_markdown_shows_hostile_words_as_words() -> None:
    shown = formats.render(hostile(), "markdown")
    assert shown.startswith("**This can’t be merged yet.**")
    assert "<b>" not in shown
    assert "@someone" not in shown
    assert "https://evil" not in shown


def test_a_waiver_holds_and_ends() -> None:
    waiver = "waivers:\n  - check: review-missing\n    subject: 3210/data\n    by: board\n    until: 2026-12\n    reason: Late.\n"
    files = cases.laid({"waivers.yml": waiver, "3210-fair-discipline/reviews/2026-10-20-data.yml": None})
    waived = [finding for finding in judge(files).findings if finding.check == "review-missing"]
    assert [finding.waived_by for finding in waived] == ["board"]
    back = [finding for finding in judge(files, date(2027, 1, 1)).findings if finding.check == "review-missing"]
    assert [(finding.waived_by, finding.severity) for finding in back] == [(None, "warning")]
    assert "waived by ‘board’ until December 2026" in back[0].message


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "policybook", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_a_wrong_set_up_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    nowhere = run("check", cwd=tmp_path)
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "There is no manual here" in nowhere.stderr
    cases.written(SMALL, tmp_path)
    unknown = run("check", "--only", "strategy-owners", cwd=tmp_path)
    assert unknown.returncode == 2
    assert "Did you mean ‘strategy-owner’?" in unknown.stderr
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "broken.py").write_text("def check(", encoding="utf-8")
    broken = run("check", "--checks", "own", cwd=tmp_path)
    assert broken.returncode == 2
    assert "Traceback" not in broken.stderr
    assert "can't be loaded" in broken.stderr


def test_own_checks_run_only_when_asked_for(tmp_path: Path) -> None:
    cases.written(SMALL, tmp_path)
    (tmp_path / "checks").mkdir()
    own = '"""Always speaks."""\nfrom policybook.check import Hit\n\ndef check(manual):\n    yield Hit(manual.at("agency.yml"), "Hello.")\n'
    (tmp_path / "checks" / "hello.py").write_text(own, encoding="utf-8")
    assert run("check", cwd=tmp_path).returncode == 0
    asked = run("check", "--checks", "checks", "--format", "json", cwd=tmp_path)
    assert asked.returncode == 1
    assert [finding["check"] for finding in json.loads(asked.stdout)["findings"]] == ["hello"]


def test_checking_writes_nothing(tmp_path: Path) -> None:
    cases.written(SMALL, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert run("check", cwd=tmp_path).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_paths_limit_the_report_and_output_writes_it(tmp_path: Path) -> None:
    files = {**SMALL, "bodies.yml": b"a: [", "agency.yml": b"b: ["}
    cases.written(files, tmp_path)
    ran = run("check", "policy/bodies.yml", "--format", "json", "--output", "out.json", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]
    assert {finding["path"] for finding in found} == {"policy/bodies.yml"}
    assert run("check", "/", cwd=tmp_path).returncode == 1
    elsewhere = run("check", "/etc", cwd=tmp_path)
    assert elsewhere.returncode == 2
    assert "is no part of the repository" in elsewhere.stderr


def test_links_are_not_followed(tmp_path: Path) -> None:
    manual = cases.written(SMALL, tmp_path)
    (manual / "0100-mission" / "strategies.yml").symlink_to("/etc/passwd")
    ran = run("check", "--format", "json", cwd=tmp_path)
    assert [finding["message"] for finding in json.loads(ran.stdout)["findings"]] == [
        "‘0100-mission/strategies.yml’ is a link, and links are not followed."
    ]


def test_what_a_system_leaves_behind_is_no_record_and_any_name_can_be_reported(tmp_path: Path) -> None:
    manual = cases.written(SMALL, tmp_path)
    for name in (".DS_Store", "Thumbs.db", "policy.yml~", ".policy.yml.swp"):
        (manual / "0100-mission" / name).write_text("x", encoding="utf-8")
    assert run("check", cwd=tmp_path).returncode == 0
    Path(os.fsdecode(os.fsencode(manual) + b"/caf\xe9.yml")).write_text("x", encoding="utf-8")
    ran = run("check", "--format", "json", cwd=tmp_path)
    assert [finding["message"] for finding in json.loads(ran.stdout)["findings"]] == [
        "‘caf\ufffd.yml’ has a name that isn't UTF-8."
    ]


@pytest.mark.parametrize("words", [("list",), ("show", "3210"), ("explain",), ("explain", "strategy-owner")])
def test_reading_commands(words: tuple[str, ...], tmp_path: Path) -> None:
    cases.written(SMALL, tmp_path)
    plain = run(*words, cwd=tmp_path)
    assert (plain.returncode, plain.stderr) == (0, "")
    assert json.loads(run(*words, "--format", "json", cwd=tmp_path).stdout)


@pytest.mark.parametrize("path", CASES[::7], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_sarif_is_valid_by_the_official_schema(path: Path) -> None:
    import jsonschema

    schema = json.loads((Path(__file__).parents[1] / "vendor" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    judged = judge(cases.laid(cases.read(path).files))
    jsonschema.Draft4Validator(schema).validate(json.loads(formats.render(judged, "sarif")))
