"""What a change is compared with: real repositories, through the shipped command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from policybook.errors import PolicybookError
from policybook.lint import runner
from policybook.record import git as history
from policybook.record import loader
from policybook.record.tree import DiskTree
from tests import cases
from tests.repositories import begin, change, check, commit, git

SMALL = cases.small()
MISSION = "0100-mission/policy.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return begin(tmp_path / "manual", SMALL)


def refusal(folder: Path, revision: str) -> str:
    """Return the sentences with which the comparison is refused."""
    with pytest.raises(PolicybookError) as refused:
        history.base(folder, "policy", revision)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_the_report_names_its_base(repository: Path) -> None:
    ran = check(repository, "--base", "main", "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["base"] == "main"


def test_settings_and_waivers_are_those_of_the_base(repository: Path) -> None:
    faulty = SMALL["3210-fair-discipline/strategies.yml"].replace(b"    owner: restorative-team\n", b"")
    waiver = b"waivers:\n  - {check: strategy-owner, subject: 3210/restorative, by: board, until: 2027-01-31, reason: Soon.}\n"
    off = SMALL["agency.yml"] + b"checks:\n  strategy-owner: off\n"
    for bought in ({"waivers.yml": waiver}, {"agency.yml": off}):
        files = {**SMALL, "3210-fair-discipline/strategies.yml": faulty, **bought}
        cases.written(files, repository)
        without = check(repository, "--format", "json")
        under = check(repository, "--base", "main", "--format", "json")
        assert without.returncode == 0
        assert under.returncode == 1
        assert "strategy-owner" in {finding["check"] for finding in json.loads(under.stdout)["findings"]}
        git(repository, "checkout", "--quiet", ".")
        git(repository, "clean", "--quiet", "-df")


def test_only_what_changed_is_parsed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases.written({MISSION: SMALL[MISSION] + b"note: Looked at.\n"}, repository)
    base = history.base(repository, "policy", "main")
    read: list[str] = []
    tree = base.tree
    assert tree is not None
    plain = type(tree).read

    def noted(self: history.GitTree, path: str) -> bytes:
        read.append(path)
        return plain(self, path)

    monkeypatch.setattr(type(tree), "read", noted)
    judged = runner.judge(DiskTree(repository / "policy", "policy"), cases.AS_OF, {}, base=base)
    assert judged.manual.base is not None
    assert [path for path in read if path.endswith(".yml")] == [MISSION]


def test_the_base_is_read_as_the_folder_would_be(repository: Path) -> None:
    base = history.base(repository, "policy", "HEAD")
    assert base.tree is not None
    disk = DiskTree(repository / "policy", "policy")
    assert base.tree.paths() == disk.paths()
    assert loader.read(base.tree) == loader.read(disk)
    assert all(base.same(path, disk.read(path)) for path in disk.paths())


def test_links_in_the_base_are_not_followed(repository: Path) -> None:
    (repository / "policy" / "0100-mission" / "strategies.yml").symlink_to("/etc/passwd")
    commit(repository, "Link")
    base = history.base(repository, "policy", "HEAD")
    assert base.tree is not None
    assert base.tree.odd() == {"0100-mission/strategies.yml": "a link"}


def test_the_comparison_is_with_the_commit_where_the_branch_began(repository: Path) -> None:
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    git(repository, "switch", "--quiet", "main")
    cases.written({MISSION: SMALL[MISSION] + b"note: Theirs.\n"}, repository)
    commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "change")
    base = history.base(repository, "policy", "main")
    assert base.tree is not None
    assert base.tree.read(MISSION) == SMALL[MISSION]
    assert "‘main’ has gone on by 1 commit" in base.note
    assert "gone on by 1 commit" in check(repository, "--base", "main").stderr


def test_a_merge_of_the_base_into_the_branch_moves_the_comparison_on(repository: Path) -> None:
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    git(repository, "switch", "--quiet", "main")
    cases.written({"bodies.yml": SMALL["bodies.yml"] + b"    note: Theirs.\n"}, repository)
    commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "change")
    git(repository, "merge", "--quiet", "--no-edit", "main")
    base = history.base(repository, "policy", "main")
    assert base.tree is not None
    assert b"Theirs" in base.tree.read("bodies.yml")
    assert base.note == ""


def test_a_base_without_a_manual(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "Nothing yet")
    cases.written(SMALL, tmp_path)
    ran = check(tmp_path, "--base", "main")
    assert ran.returncode == 0
    assert ran.stderr == "policybook: There was no manual yet: everything is new.\n"


def test_a_manual_that_was_moved_is_found_where_it_was(repository: Path) -> None:
    git(repository, "mv", "policy", "manual")
    base = history.base(repository, "manual", "main")
    assert base.tree is not None
    assert base.tree.read(MISSION) == SMALL[MISSION]


def test_a_manual_at_the_top_of_its_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (cases.written(SMALL, tmp_path)).rename(tmp_path / "x")
    for path in (tmp_path / "x").iterdir():
        path.rename(tmp_path / path.name)
    (tmp_path / "x").rmdir()
    commit(tmp_path, "Begin")
    base = history.base(tmp_path, "", "main")
    assert base.tree is not None
    assert base.tree.read(MISSION) == SMALL[MISSION]


HOSTILE = [
    "--upload-pack=touch x",
    "-h",
    "--all",
    "",
    " ",
    "HEAD:policy",
    "HEAD..main",
    "a\x1b[2Jb",
    "@{-9}",
    "x\ny",
    "$(id)",
]


@pytest.mark.parametrize("revision", HOSTILE)
def test_a_hostile_name_is_no_option(repository: Path, revision: str) -> None:
    said = refusal(repository, revision)
    assert said.startswith("There is no revision ‘")
    assert said.isprintable()
    assert not (repository / "x").exists()


def test_the_command_refuses_in_one_line(repository: Path) -> None:
    ran = check(repository, "--base=--output=x")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("policybook: There is no revision ‘--output=x’ here.")
    assert len(ran.stderr.splitlines()) == 1
    assert not (repository / "x").exists()


def test_a_revision_that_is_not_here(repository: Path) -> None:
    assert refusal(repository, "mian") == "There is no revision ‘mian’ here. Did you mean ‘main’?"
    assert "`git fetch origin`" in refusal(repository, "zzzzzz")


def test_a_shallow_clone_says_what_is_missing(repository: Path, tmp_path: Path) -> None:
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", repository.as_uri(), str(clone))
    said = refusal(clone, "origin/main")
    assert "share no commit" in said
    command = said.split("`")[1]
    assert command.startswith("git fetch --unshallow origin")
    subprocess.run(command, shell=True, cwd=clone, check=True, capture_output=True)
    assert history.base(clone, "policy", "origin/main").tree is not None


def test_a_shallow_clone_of_one_branch(repository: Path, tmp_path: Path) -> None:
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(clone))
    said = refusal(clone, "origin/main")
    assert "isn't in this clone" in said
    subprocess.run(said.split("`")[1], shell=True, cwd=clone, check=True, capture_output=True)
    assert history.base(clone, "policy", "origin/main").tree is not None


def test_a_clone_without_contents_uses_no_network(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-local", repository.as_uri(), str(clone))
    base = history.base(clone, "policy", "origin/main")
    assert base.tree is not None
    with pytest.raises(PolicybookError, match="isn't in this clone, which leaves out contents"):
        base.tree.read(MISSION)


def test_an_unborn_branch(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    cases.written(SMALL, tmp_path)
    assert "There is no revision ‘main’ here." in refusal(tmp_path, "main")


def test_an_unborn_branch_beside_another(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--orphan", "fresh")
    cases.written(SMALL, repository)
    assert "Nothing is committed on this branch yet" in refusal(repository, "main")
    commit(repository, "Fresh")
    assert "have no commit in common" in refusal(repository, "main")


def test_no_repository(tmp_path: Path) -> None:
    cases.written(SMALL, tmp_path)
    assert "is in no git repository" in refusal(tmp_path, "main")


def test_git_missing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert "git isn't installed" in refusal(repository, "main")


def test_a_repository_of_another_user(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    with pytest.raises(PolicybookError, match=r"safe\.directory"):
        history.base(repository, "policy", "main")


def test_git_is_loaded_only_for_a_base(repository: Path) -> None:
    code = (
        "import sys; sys.argv = ['policybook', 'check']\n"
        "from policybook.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "assert 'git' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=repository, stdout=subprocess.PIPE)


def test_a_hostile_repository_runs_nothing(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = tmp_path / "ran"
    run = f"sh -c 'touch {ran}; cat'"
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    (repository / ".gitattributes").write_text("* filter=x diff=x merge=x textconv=x\n", encoding="utf-8")
    commit(repository, "Attributes")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    (repository / ".git/config").open("a", encoding="utf-8").write(f"""
[core]
  fsmonitor = "{hooks}/fsmonitor-watchman"
  hooksPath = "{hooks}"
  pager = "{run}"
  editor = "{run}"
  sshCommand = "{run}"
  askPass = "{run}"
  alternateRefsCommand = "{run}"
[pager]
  ls-tree = "{run}"
  rev-parse = "{run}"
[alias]
  ls-tree = "!{run}"
  rev-parse = "!{run}"
[filter "x"]
  clean = "{run}"
  smudge = "{run}"
  process = "{run}"
  required = true
[diff]
  external = "{run}"
[diff "x"]
  command = "{run}"
  textconv = "{run}"
[merge "x"]
  driver = "{run}"
[credential]
  helper = "!{run}"
[gpg]
  program = "{run}"
[protocol "ext"]
  allow = always
[extensions]
  partialClone = origin
[remote "origin"]
  url = "ext::{run}"
  promisor = true
  uploadpack = "{run}"
  vcs = ext
[include]
  path = /dev/null
""")
    refs = repository / ".git/refs/heads"
    (refs / f"--upload-pack=touch {ran.name}").write_text(git(repository, "rev-parse", "main") + "\n", encoding="utf-8")
    blob = git(repository, "rev-parse", f"main:policy/{MISSION}")
    (repository / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()  # git would ask the remote for it
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "ext:file:ssh")
    done = check(repository, "--base", "main")
    assert done.returncode == 2, done.stdout
    assert "isn't in this clone, which leaves out contents" in done.stderr
    monkeypatch.delitem(history._ENVIRONMENT, "GIT_NO_LAZY_FETCH")  # which an older git doesn't know
    tree = history.base(repository, "policy", "main").tree
    assert tree is not None
    with pytest.raises(PolicybookError, match="isn't in this clone"):
        tree.read(MISSION)
    assert not ran.exists()


def test_alternates_that_lead_nowhere_are_no_bug(repository: Path) -> None:
    change(repository, {**SMALL, MISSION: SMALL[MISSION] + b"note: Ours.\n"})
    (repository / ".git/objects/info").mkdir(exist_ok=True)
    (repository / ".git/objects/info/alternates").write_text("/nowhere\n../objects\n", encoding="utf-8")
    done = check(repository, "--base", "main")
    assert done.returncode in (0, 2)
    assert "bug" not in done.stderr
