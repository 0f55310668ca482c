"""Read the manual from a git commit, without a checkout and without the network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha1, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policybook.errors import PolicybookError
from policybook.record.tree import LARGEST, Tree
from policybook.record.yaml.reader import MAX_BYTES

if TYPE_CHECKING:
    from git import Repo

_KINDS = {"120000": "a link", "160000": "another repository"}
_DECIDING_FOLDERS = (".github", ".forgejo", ".gitea", ".gitlab", "ci", "checks", "wheels")
_DECIDING_FILES = (
    ".gitlab-ci.yml", "mkdocs.yml", "Makefile", "pyproject.toml", ".pre-commit-config.yaml", "uv.lock", "CODEOWNERS",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # names no protocol there is, and counts more than what is configured
    "GIT_NO_LAZY_FETCH": "1",  # since git 2.44; `_no_network` does the same for older ones
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Base:
    """What a change is compared with."""

    revision: str
    """The revision as it was named."""
    tree: Tree | None
    """The manual where the branch began; None where there was none yet, so that everything is new."""
    blobs: Mapping[str, str] = field(default_factory=dict)
    """The id of each file's content, by path within the manual."""
    note: str = ""
    """What a reader must know of the comparison; empty where it is plain."""
    outside: tuple[str, ...] = ()
    """The changed files beside the manual that decide how it is checked and published: workflows, requirements."""

    def same(self, path: str, content: bytes) -> bool:
        """Return whether a file's content is what it was: git names a content by its hash."""
        known = self.blobs.get(path)
        if known is None:
            return False
        hashed = (sha1 if len(known) == 40 else sha256)(b"blob %d\0" % len(content), usedforsecurity=False)
        hashed.update(content)
        return hashed.hexdigest() == known


class GitTree:
    """The files under a folder of one commit, links not followed."""

    def __init__(self, repository: Repo, commit: str, folder: str, label: str) -> None:
        self.label = label
        self.blobs: dict[str, str] = {}
        self._repository = repository
        self._odd: dict[str, str] = {}
        start = len(folder) + 1 if folder else 0
        for mode, id, path in _listed(repository, commit, folder):
            if mode in _KINDS:
                self._odd[path[start:]] = _KINDS[mode]
            else:
                self.blobs[path[start:]] = id

    def paths(self) -> tuple[str, ...]:
        """Return the path of each file, sorted."""
        return tuple(sorted(self.blobs))

    def odd(self) -> Mapping[str, str]:
        """Return the links and repositories within, with what each is."""
        return self._odd

    def read(self, path: str) -> bytes:
        """Return a file's bytes; for one that is too large, just over the limit."""
        try:
            data = self._repository.git.get_object_data(self.blobs[path])[3]
        except (ValueError, OSError):
            raise PolicybookError(
                f"The earlier content of {self.label}/{path} isn't in this clone, which leaves out contents. "
                "`git fetch --refetch --no-filter` fetches them."
            ) from None
        return data[: (MAX_BYTES if path.endswith(".yml") else LARGEST) + 1]


def base(root: Path, label: str, revision: str) -> Base:
    """Return what to compare the manual `label` of the repository at `root` with.

    That is the manual in the commit where the branch and `revision` parted, so that what others did since is nobody's
    change here. Raises PolicybookError where git, the repository, the revision or the common commit is missing.
    """
    repository = _open(root)
    theirs = _resolved(repository, revision)
    ours = _commit(repository, "HEAD")
    if ours is None:
        raise PolicybookError("Nothing is committed on this branch yet, so there is nothing to compare: commit first.")
    parted = _run(repository, "merge_base", ours, theirs, missing="")
    if not parted:
        raise PolicybookError(
            f"This branch and ‘{_plain(revision)}’ share no commit{_shallow_words(repository)}"
            if _is_shallow(repository)
            else f"This branch and ‘{_plain(revision)}’ have no commit in common: it can't be said what changed."
        )
    folder = _folder(repository, parted, root, label)
    note = _behind(repository, parted, theirs, revision)
    if folder is None:
        return Base(revision, None, note=f"{note} There was no manual yet: everything is new.".strip())
    tree = GitTree(repository, parted, folder, label)
    return Base(revision, tree, tree.blobs, note, _outside(repository, parted, ours, label))


def _open(root: Path) -> Repo:
    if shutil.which("git") is None:
        raise PolicybookError("git isn't installed, and comparing with --base needs it: get it from git-scm.com.")
    import git

    try:
        repository = git.Repo(root)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError):
        raise PolicybookError(
            f"{root} is in no git repository, so there is nothing to compare with: leave --base out."
        ) from None
    repository.git.update_environment(**_ENVIRONMENT, **_no_network())
    return repository


def _no_network() -> dict[str, str]:
    """Return the environment in which git speaks no protocol; what is configured there already stays."""
    count = os.environ.get("GIT_CONFIG_COUNT", "")
    at = int(count) if count.isdecimal() else 0
    return {
        "GIT_CONFIG_COUNT": str(at + 1),
        f"GIT_CONFIG_KEY_{at}": "protocol.allow",
        f"GIT_CONFIG_VALUE_{at}": "never",
    }


def _run(repository: Repo, command: str, *words: str, missing: str | None = None) -> str:
    """Return what a git command prints; `missing` where it fails, unless that is None."""
    import git

    try:
        return str(getattr(repository.git, command)(*words)).strip()
    except git.GitCommandError as error:
        said = str(error.stderr)
        if "dubious ownership" in said:
            raise PolicybookError(
                f"git doesn't read this repository, for it belongs to another user of this machine. "
                f"`git config --global --add safe.directory {repository.working_dir}` allows it."
            ) from None
        if missing is None:
            raise PolicybookError(f"git can't read this repository: {_plain(said)}") from None
        return missing


def _commit(repository: Repo, revision: str) -> str | None:
    """Return the commit that a revision names; the name never becomes an option."""
    if not revision.strip() or "\0" in revision:
        return None
    words = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _run(repository, "rev_parse", *words, missing="").rpartition("\n")[2] or None


def _resolved(repository: Repo, revision: str) -> str:
    found = _commit(repository, revision)
    if found is not None:
        return found
    if _is_shallow(repository):
        raise PolicybookError(f"‘{_plain(revision)}’ isn't in this clone{_shallow_words(repository)}")
    names = _run(repository, "for_each_ref", "--format=%(refname:short)", missing="").splitlines()
    near = [name for name in names if name.endswith(f"/{revision}")] or get_close_matches(revision, names, 1, 0.6)
    hint = f"Did you mean ‘{_plain(near[0])}’?" if near else "If it is on the server, `git fetch origin` fetches it."
    raise PolicybookError(f"There is no revision ‘{_plain(revision)}’ here. {hint}")


def _is_shallow(repository: Repo) -> bool:
    return _run(repository, "rev_parse", "--is-shallow-repository") == "true"


def _shallow_words(repository: Repo) -> str:
    branches = _run(repository, "for_each_ref", "--format=%(refname)", "refs/remotes/origin", missing="")
    fetch = "git fetch --unshallow origin" if branches else "git fetch --unshallow"
    return (
        f", which holds only the last part of the history. `{fetch} '+refs/heads/*:refs/remotes/origin/*'` "
        "fetches the rest; in a workflow, give the checkout `fetch-depth: 0`."
    )


def _behind(repository: Repo, parted: str, theirs: str, revision: str) -> str:
    count = _run(repository, "rev_list", "--count", f"{parted}..{theirs}")
    if count == "0":
        return ""
    commits = "1 commit" if count == "1" else f"{count} commits"
    return (
        f"‘{_plain(revision)}’ has gone on by {commits} since this branch left it; it is compared with {parted[:10]}."
    )


def _folder(repository: Repo, commit: str, root: Path, label: str) -> str | None:
    """Return the manual's folder in a commit: where it is now, or where one stood that is gone from there."""
    paths = {path for _, _, path in _listed(repository, commit, "")}
    manuals = sorted(path.removesuffix("agency.yml").rstrip("/") for path in paths if _is_manual(path, paths))
    if label in manuals or any(path.startswith(f"{label}/") for path in paths if label):
        return label
    gone = [folder for folder in manuals if not (root / folder / "agency.yml").is_file()]
    if len(gone) > 1:
        raise PolicybookError(
            f"The manual in {label} wasn't there before, and it can't be said which one was moved there. "
            "Move one manual in a change of its own."
        )
    return gone[0] if gone else None


def _outside(repository: Repo, parted: str, ours: str, label: str) -> tuple[str, ...]:
    """Return the files beside the manual that decide how it is judged and differ between two commits."""
    was, now = ({path: (mode, id) for mode, id, path in _listed(repository, one, "")} for one in (parted, ours))
    differ = {path for path in {**was, **now} if was.get(path) != now.get(path)}
    return tuple(sorted(path for path in differ if not path.startswith(f"{label}/") and _decides(path)))


def _decides(path: str) -> bool:
    """Return whether a file of a repository decides how the record is checked and published."""
    folder, _, name = path.rpartition("/")
    top = path.partition("/")[0]
    named = name.startswith("requirements") and name.endswith((".txt", ".in"))
    return top in _DECIDING_FOLDERS or (not folder and (name in _DECIDING_FILES or named))


def _is_manual(path: str, paths: set[str]) -> bool:
    folder, _, name = path.rpartition("/")
    return name == "agency.yml" and (f"{folder}/bodies.yml" if folder else "bodies.yml") in paths


def _listed(repository: Repo, commit: str, folder: str) -> list[tuple[str, str, str]]:
    """Return mode, id and path of everything below a folder of a commit."""
    where = ("--", f"{folder}/") if folder else ()
    options: dict[str, Any] = {"stdout_as_string": False, "strip_newline_in_stdout": False}
    raw: bytes = repository.git.ls_tree("-r", "-z", "--full-tree", commit, *where, **options)
    found = []
    for line in raw.split(b"\0"):
        if line:
            head, _, path = line.partition(b"\t")
            mode, _, id = head.decode().split(" ")
            found.append((mode, id, os.fsdecode(path)))
    return found


def _plain(words: str) -> str:
    """Return words from outside on one line, without what would move a cursor."""
    return "".join(character if character.isprintable() else " " for character in words).strip()[:200]
