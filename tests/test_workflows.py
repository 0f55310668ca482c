"""What runs on a code host: workflows that give nothing away, and their scripts, run here as they run there."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from policybook.cli.ci import SCRIPTS
from policybook.lint import formats, runner
from policybook.record.git import Base
from policybook.record.tree import MemoryTree
from tests import cases, repositories

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "src" / "policybook" / "scaffold" / "starter"
OWN = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WORKFLOWS = [*sorted((STARTER / ".github" / "workflows").glob("*.yml")), *OWN]
FILES = [*WORKFLOWS, ROOT / "action.yml"]
OTHERS = [
    STARTER / "gitlab-ci.yml",
    ROOT / ".pre-commit-hooks.yaml",
    *(STARTER / ".github/ISSUE_TEMPLATE").glob("*.yml"),
]


def script(name: str) -> Any:
    """Return a script of ci/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def loaded(path: Path) -> Any:
    # YAML 1.1 reads the key `on` as true
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(data: Any) -> Iterator[dict[str, Any]]:
    for job in data.get("jobs", {}).values():
        yield from job["steps"]
    yield from data.get("runs", {}).get("steps", ())


@pytest.mark.parametrize("path", [*FILES, *OTHERS], ids=lambda path: path.name)
def test_it_is_yaml(path: Path) -> None:
    assert loaded(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_from_outside_stands_in_a_script(path: Path) -> None:
    for step in steps(loaded(path)):
        assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_action_is_pinned(path: Path) -> None:
    for step in steps(loaded(path)):
        assert re.fullmatch(r"\./|[\w./-]+@[0-9a-f]{40}", step.get("uses", "./"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_named_for_each_job_and_none_for_all(path: Path) -> None:
    data = loaded(path)
    assert data["permissions"] == {}
    for name, job in data["jobs"].items():
        assert "permissions" in job, name
        assert isinstance(job["permissions"], dict)
        assert job["timeout-minutes"] <= (90 if path in OWN else 10)


def test_a_pull_request_gets_no_right_to_write_but_for_its_findings() -> None:
    jobs = loaded(STARTER / ".github/workflows/check.yml")["jobs"]
    writing = {name for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert writing == {"sarif"}
    assert "head.repo.full_name == github.repository" in jobs["sarif"]["if"]
    assert not any("checkout" in step.get("uses", "") for step in jobs["sarif"]["steps"])


def test_nobody_with_rights_checks_out_a_pull_request() -> None:
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert "pull_request_target" not in text
        if "workflow_run:" in text:
            for step in steps(loaded(path)):
                if "checkout" in step.get("uses", ""):
                    assert step["with"]["ref"] == "${{ github.event.repository.default_branch }}"


def test_checkouts_leave_no_credentials() -> None:
    for path in WORKFLOWS:
        for step in steps(loaded(path)):
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_the_workflows_are_those_of_every_manual_and_call_the_engine_that_it_names() -> None:
    """Nothing in them is of one repository: they stay as they are while `requirements.txt` moves on."""
    called = set()
    for path in (path for path in WORKFLOWS if path not in OWN):
        data = loaded(path)
        for job in data["jobs"].values():
            lines = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
            if any(re.search(r"\b(policybook|mkdocs) ", line) for line in lines):
                assert "python -m pip install --quiet --disable-pip-version-check -r requirements.txt" in lines
            assert not any("ci/" in line for line in lines)
            called |= {step for line in lines for step in re.findall(r"policybook ci (\w+)", line)}
    assert called == set(SCRIPTS)
    assert all((ROOT / "ci" / script).is_file() for script in SCRIPTS.values())


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor") or shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if zizmor is None:
        pytest.skip("zizmor isn't installed")
    ran = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--format=plain", ".github", str(STARTER / ".github"), "action.yml"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout


def test_the_form_that_policy_pages_lead_to_has_their_field() -> None:
    fields = {part.get("id") for part in loaded(STARTER / ".github/ISSUE_TEMPLATE/propose.yml")["body"]}
    assert {"policy", "summary", "file"} <= fields
    assert "template=propose.yml&policy=" in (ROOT / "src/policybook/site/components/cite.py").read_text(
        encoding="utf-8"
    )


# The comment


def hostile_report() -> bytes:
    files: dict[str, str | None] = {
        "0100-mission/revisions/2026-x.yml": "action: revise\ntitle: Mission\nfollows: 2026-03-10\ntext:\n  - id: mission\n"
        "    text: >-\n      Ping @someone <img src=x> [a](https://evil.example) `x` | ~ $ {a} \\\\ www.evil.example #1\n"
    }
    base = Base("main", MemoryTree(cases.laid({}), label=""))
    judged = runner.judge(MemoryTree(cases.laid(files)), cases.AS_OF, runner.all_checks(), base=base)
    return formats.render(judged, "markdown").encode()


def test_our_own_report_is_posted_as_it_stands() -> None:
    comment = script("comment")
    assert comment.comment(hostile_report()).encode() == b"<!-- policybook -->\n" + hostile_report() + b"\n"


@pytest.mark.parametrize(
    "said",
    [
        b"", b"Hello @someone", b"[a](//evil.example)", b"![a][b]", b"[b]: x", b"see https://evil.example", b"www.evil.example",
        b"<script>", b"<img src=x>", b"<a href='x'>", b"<details onclick='x'>", b"<!-- policybook -->", b"```\nx", b"&#64;someone",
        b"&commat;someone", b"\x1b[2J", "a\u202eb".encode(), b"\xff\xfe" * 40_000, b"a" * 62_001,
    ],
)  # fmt: skip
def test_anything_else_becomes_one_sentence(said: bytes) -> None:
    comment = script("comment")
    assert comment.comment(said) == f"{comment.MARK}\n{comment.INSTEAD}\n"


def zipped(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


def test_an_artifact_is_taken_only_as_far_as_it_is_a_report() -> None:
    comment = script("comment")
    assert comment.unpacked(zipped("comment.md", b"words")) == b"words"
    for archive in (b"", b"PK\x03\x04 no", zipped("../comment.md", b"x"), zipped("comment.md", b"0" * (200 << 20))):
        assert comment.unpacked(archive) == b""


@pytest.fixture
def posting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for gh that answers for one pull request, and the event that `comment.py` is told of."""
    (tmp_path / "report.zip").write_bytes(zipped("comment.md", b"**The record is sound.**"))
    answers = {
        "pulls": [{"number": 3, "head": {"sha": "a" * 40}}],
        "artifacts": {"artifacts": [{"id": 9, "name": "policybook-report", "size_in_bytes": 100}]},
        "comments": [
            {"id": 1, "user": {"type": "User"}, "body": "<!-- policybook -->"},
            {"id": 2, "user": {"type": "Bot"}, "body": "<!-- policybook -->\nOld."},
        ],
    }
    (tmp_path / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    (tmp_path / "gh").write_text(
        f"#!{sys.executable}\n"
        "import json, pathlib, sys\n"
        f"here = pathlib.Path({str(tmp_path)!r})\n"
        "path = next(word for word in sys.argv if word.startswith('repos/'))\n"
        "if '--input' in sys.argv:\n"
        "    (here / 'posted.json').write_text(json.dumps([sys.argv[3], path, json.load(sys.stdin)]))\n"
        "    print('{}')\n"
        "elif path.endswith('/zip'):\n"
        "    sys.stdout.buffer.write((here / 'report.zip').read_bytes())\n"
        "else:\n"
        "    name = path.split('?')[0].split('/')[-1]\n"
        "    print(json.dumps(json.loads((here / 'answers.json').read_text())[name]))\n",
        encoding="utf-8",
    )
    (tmp_path / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    event = {"REPOSITORY": "o/r", "RUN_ID": "7", "HEAD_SHA": "a" * 40, "HEAD_OWNER": "x", "HEAD_BRANCH": "--input=y"}
    for name, value in event.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def test_the_bots_own_comment_is_renewed(posting: Path) -> None:
    script("comment").main()
    method, path, fields = json.loads((posting / "posted.json").read_text(encoding="utf-8"))
    assert (method, path) == ("PATCH", "repos/o/r/issues/comments/2")
    assert fields == {"body": "<!-- policybook -->\n**The record is sound.**\n"}


def test_nothing_is_posted_for_a_commit_that_is_no_pull_requests_last(
    posting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEAD_SHA", "b" * 40)
    script("comment").main()
    assert not (posting / "posted.json").exists()


@pytest.mark.parametrize(("name", "value"), [("RUN_ID", "7/../8"), ("HEAD_SHA", "main"), ("REPOSITORY", "o/r/../x")])
def test_an_event_that_names_nothing_is_refused(
    posting: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        script("comment").main()


# The form

ATTACHED = "https://github.com/user-attachments/files/123/fair-discipline.docx"


def form(policy: str = "3210", why: str = "Five days at most.", file: str = f"[f]({ATTACHED})") -> str:
    return f"### Policy\n\n{policy}\n\n### What should change, and why\n\n{why}\n\n### The edited text\n\n{file}\n"


def test_a_form_is_read() -> None:
    read = script("form").read(form().replace("\n", "\r\n"))
    assert read == ("3210", "Five days at most.", ATTACHED, ".docx")


@pytest.mark.parametrize(
    "body",
    [
        "", "hello", form(policy=""), form(policy="--manual=/"), form(policy="3210\n$(id)"), form(policy="a" * 41), form(why=""),
        form(file="https://evil.example/user-attachments/files/1/a.docx"),
        form(file="https://github.com@evil.example/user-attachments/files/1/a.docx"),
        form(file="https://github.com/user-attachments/files/1/a.exe"),
        form(file="https://github.com/o/r/blob/main/a.docx"), form(file="file:///etc/passwd.docx"),
        form(file="http://github.com/user-attachments/files/1/a.docx"), form(file="http://169.254.169.254/a.docx"),
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused(body: str) -> None:
    module = script("form")
    with pytest.raises(module.Refused):
        module.read(body)


def test_a_second_attachment_is_named() -> None:
    module = script("form")
    both = f"[f]({ATTACHED}) [g](https://github.com/user-attachments/files/124/notes.docx)"
    with pytest.raises(module.Refused, match=r"2 files are attached: fair-discipline\.docx, notes\.docx"):
        module.read(form(file=both))
    assert module.read(form(file=f"[f]({ATTACHED}) and again [f]({ATTACHED})")).file == ATTACHED


def test_a_file_is_what_its_name_says_and_not_too_large() -> None:
    module = script("form")
    assert module.checked(b"PK\x03\x04...", ".docx")
    for data, kind in ((b"MZ", ".docx"), (b"a\0b", ".txt"), (b"PK\x03\x04" + b"0" * module.LARGEST, ".docx")):
        with pytest.raises(module.Refused):
            module.checked(data, kind)


@pytest.mark.parametrize(
    "address",
    [
        "http://objects.githubusercontent.com/x",
        "https://169.254.169.254/",
        "https://objects.githubusercontent.com.evil.example/",
    ],
)
def test_a_redirect_away_from_the_attachments_is_not_followed(address: str) -> None:
    module = script("form")
    with pytest.raises(module.Refused):
        module._Within().redirect_request(None, None, 302, "", {}, address)


def test_an_answer_is_words_in_a_box(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("@someone\n```\n\n<img src=x>\t\x1b[2J\n" + "x\n" * 5000, encoding="utf-8")
    given = {"SAID": str(tmp_path / "said.txt"), "RUN": "https://forge.example/run", "ISSUE": "12", "REPOSITORY": "o/r"}
    ran = run(desk, "answer", **given)
    assert ran.returncode == 0, ran.stderr
    said = (tmp_path / "stdin.md").read_text(encoding="utf-8")
    tokens = MarkdownIt().parse(said)
    assert [token.type for token in tokens if token.type.endswith(("block", "_open", "fence"))] == [
        "paragraph_open", "code_block", "paragraph_open",
    ]  # fmt: skip
    assert len(said) < 13_000
    assert "\x1b" not in said


# The scripts, in a repository with a remote and a stand-in for gh


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of a bare repository that holds the small manual, with `policybook` and a recording `gh` on PATH."""
    if shutil.which("bash") is None:
        pytest.skip("bash isn't installed")
    bare, clone, tools = tmp_path / "bare.git", tmp_path / "clone", tmp_path / "bin"
    first = repositories.begin(tmp_path / "first", cases.small())
    repositories.git(tmp_path, "clone", "--quiet", "--bare", str(first), str(bare))
    repositories.git(tmp_path, "clone", "--quiet", str(bare), str(clone))
    tools.mkdir()
    for name, line in {
        "policybook": f'exec "{sys.executable}" -m policybook "$@"',
        "gh": f'printf "%s\\n" "$@" >>"{tmp_path}/gh.txt"; for a; do [ -f "$a" ] && cat "$a" >>"{tmp_path}/body.md"; done; case "$*" in *"--body-file -"*) cat >"{tmp_path}/stdin.md" ;; esac; true',
    }.items():
        (tools / name).write_text(f"#!/usr/bin/env bash\n{line}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")  # 24 November 2026
    for name, value in repositories.FIXED.items():
        monkeypatch.setenv(name, value)
    return clone


def run(desk: Path, step: str, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["policybook", "ci", step], cwd=desk, env={**os.environ, **given}, capture_output=True, text=True, check=False
    )


def test_check_leaves_a_summary_and_a_comment(desk: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    (desk / "policy/3210-fair-discipline/reviews/2026-10-20-data.yml").unlink()
    ran = run(desk, "check", BASE="origin/main", GITHUB_STEP_SUMMARY=str(summary), REPORT=str(tmp_path / "report"))
    assert ran.returncode == 1, ran.stderr
    assert "::error file=policy/3210-fair-discipline/reviews/2026-10-20-data.yml" in ran.stdout
    assert summary.read_text(encoding="utf-8").startswith("**This can’t be merged yet.**")
    assert (tmp_path / "report" / "comment.md").read_text(encoding="utf-8") == summary.read_text(encoding="utf-8")
    assert json.loads((tmp_path / "report" / "policybook.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_check_passes_a_sound_manual_and_refuses_a_hostile_base(desk: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "report")
    assert run(desk, "check", BASE="origin/main", REPORT=out).returncode == 0
    assert run(desk, "check", BASE="--output=x", REPORT=out).returncode == 2


def test_an_act_opens_a_pull_request(desk: Path, tmp_path: Path) -> None:
    ran = run(
        desk, "act", ACT="reaffirm", POLICY="0100", DATE="2026-11-17", VOTE="unanimous", MAIN="main", RUN="7",
        AMENDED="", REASON="",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "Reaffirm: policy 0100" in (tmp_path / "gh.txt").read_text(encoding="utf-8").splitlines()
    assert "Reviewed without changes" in (tmp_path / "body.md").read_text(encoding="utf-8")
    changed = repositories.git(tmp_path / "bare.git", "diff", "--name-only", "main", "reaffirm/7").splitlines()
    assert all(path.startswith("policy/0100-mission/revisions/") for path in changed)
    assert changed


def test_from_a_proposal_to_its_adoption_each_pull_request_passes(desk: Path, tmp_path: Path) -> None:
    subprocess.run(
        ["policybook", "propose", "0100", "--summary", "Fewer words.", "--proposed-by", "superintendent"],
        cwd=desk, check=True, capture_output=True,
    )  # fmt: skip
    proposal = desk / "policy/0100-mission/revisions/2026-fewer-words.yml"
    proposal.write_text(proposal.read_text(encoding="utf-8").replace(", to reason", ""), encoding="utf-8")
    repositories.commit(desk, "Propose")
    repositories.git(desk, "push", "--quiet", "origin", "main")
    way = [("reading", "2026-10-20", ""), ("reading", "2026-11-17", ""), ("adopt", "2026-11-17", "editorial")]
    for at, (act, day, change) in enumerate(way):
        vote = "4-1" if act == "adopt" else ""
        ran = run(desk, "act", ACT=act, POLICY="0100", DATE=day, VOTE=vote, CHANGE=change, RUN=str(at), MAIN="main")
        assert ran.returncode == 0, ran.stderr + ran.stdout
        assert (tmp_path / "body.md").read_text(encoding="utf-8").startswith("**Nothing stands against this change.**")
        (tmp_path / "body.md").unlink()
        repositories.git(desk, "switch", "--quiet", "main")
        repositories.git(desk, "merge", "--quiet", "--ff-only", f"{act}/{at}")
        repositories.git(desk, "push", "--quiet", "origin", "main")
    assert "vote: {for: 4, against: 1}" in proposal.read_text(encoding="utf-8")


def test_an_act_that_is_none_is_refused(desk: Path, tmp_path: Path) -> None:
    for act in ("", "--help", "init x; touch y"):
        assert run(desk, "act", ACT=act, POLICY="0100").returncode == 2
    assert not (tmp_path / "gh.txt").exists()


def test_a_form_becomes_a_proposal_with_its_redline(desk: Path, tmp_path: Path) -> None:
    offers = subprocess.run(["policybook", "propose", "--help"], capture_output=True, text=True, check=False).stdout
    if "--from" not in offers:
        pytest.skip("`policybook propose --from` isn't there")
    edited = tmp_path / "edited.txt"
    edited.write_text("Mission\n\nEvery child in Heron Bend learns to read and to reason.\n", encoding="utf-8")
    body = form("0100", "Fewer words.", "https://github.com/user-attachments/files/1/edited.txt")
    read = subprocess.run(
        ["policybook", "ci", "form"], check=False, capture_output=True, text=True,
        env={**os.environ, "BODY": body, "OUT": str(tmp_path / "form"), "ATTACHMENT": str(edited)},
    )  # fmt: skip
    assert read.returncode == 0, read.stderr
    ran = run(desk, "propose", OUT=str(tmp_path / "form"), ISSUE="12", PROPOSED_BY="superintendent", MAIN="main")
    assert ran.returncode == 0, ran.stderr + ran.stdout
    assert "Proposal: policy 0100" in (tmp_path / "gh.txt").read_text(encoding="utf-8")
    assert "<del>" in (tmp_path / "body.md").read_text(encoding="utf-8")
    assert "Closes #12." in (tmp_path / "body.md").read_text(encoding="utf-8")
    assert repositories.git(tmp_path / "bare.git", "diff", "--name-only", "main", "proposal/12").startswith(
        "policy/0100-mission/revisions/2026-"
    )
