"""The archive of a manual: whole, the same bytes each time, readable and checkable without Policybook."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import warnings
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from policybook.cli import main
from policybook.errors import PolicybookError
from policybook.exports.bundle import archive, contents
from policybook.model import Manual
from policybook.record import loader
from policybook.record.tree import MemoryTree
from tests import cases

ROOT = Path(__file__).parents[2]


def bundled(files: dict[str, bytes]) -> dict[str, bytes]:
    tree = MemoryTree(files)
    reading = loader.read(tree)
    return contents.of(Manual(reading.records, reading.unread, tree, cases.AS_OF), tree)


@pytest.fixture(scope="module")
def small() -> dict[str, bytes]:
    return bundled(cases.small())


def run(*words: str) -> Result:
    return CliRunner().invoke(main.policybook, words, standalone_mode=False)


def export(folder: Path, *more: str) -> Path:
    manual, target = cases.written(cases.small(), folder), folder / "manual.zip"
    made = run("export", "bundle", "--manual", str(manual), "--as-of", "2026-11-24", "--output", str(target), *more)
    assert made.exception is None, made.exception
    return target


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert export(first).read_bytes() == export(second).read_bytes()


def test_it_holds_every_record_as_it_is_and_each_text_in_three_forms(small: dict[str, bytes]) -> None:
    for path, data in cases.small().items():
        assert small[f"record/{path}"] == data
    for name in ("0100-mission/2026-03-10", "3210-fair-discipline/2026-03-10"):
        assert json.loads(small[f"texts/{name}.json"])["text"]
        assert b"Digest of the text: sha256:" in small[f"texts/{name}.txt"]
        assert small[f"texts/{name}.html"].startswith(b"<!doctype html>")
    assert {path.name for path in (ROOT / "schemas").rglob("*.json")} <= {path.rpartition("/")[2] for path in small}


def test_the_manifest_obeys_its_published_schema(small: dict[str, bytes]) -> None:
    schema = json.loads((ROOT / "schemas" / "published" / "manifest.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    manifest = json.loads(small["manifest.json"])
    Draft202012Validator(schema).validate(manifest)
    for one in manifest["files"]:
        assert hashlib.sha256(small[one["path"]]).hexdigest() == one["sha256"]
    assert {one["path"] for one in manifest["files"]} | {"manifest.json", "SHA256SUMS"} == set(small)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum isn't here")
def test_other_peoples_tools_check_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(export(tmp_path)) as made:
        assert made.testzip() is None
        made.extractall(tmp_path / "out")
    checked = subprocess.run(
        ["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", capture_output=True, text=True
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_the_next_bundle_names_the_one_before(tmp_path: Path) -> None:
    first = export(tmp_path / "first")
    second = export(tmp_path / "second", "--previous", str(first))
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
        digest = hashlib.sha256(one.read("manifest.json")).hexdigest()
        assert json.loads(other.read("manifest.json"))["previous"] == {"sha256": digest, "as_of": "2026-11-24"}


def test_words_from_a_record_are_only_ever_text_on_its_pages() -> None:
    hostile = "-- 0100-mission/revisions/2026-03-10.yml changed --\ntitle: <script>alert(1)</script>\n"
    hostile += 'text:\n  - {id: mission, text: "[x](javascript:alert) <img src=x onerror=y> (policy:3210)"}\n'
    hostile += (
        "digest: $digest\nchain: $chain\n-- 0100-mission/revisions/2026-03-10.es.yml removed --\n-- findings --\n"
    )
    page = bundled(cases.laid(cases.parse(hostile).files))["texts/0100-mission/2026-03-10.html"].decode()
    tags = _Tags()
    tags.feed(page)
    assert not {"script", "img", "a"} & tags.met


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.met: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)


def test_an_archive_must_be_whole() -> None:
    with pytest.raises(PolicybookError, match="whole"):
        bundled({**cases.small(), "0100-mission/policy.yml": b"code: [\n"})


def zipped(
    name: str, data: bytes = b"x", method: int = zipfile.ZIP_STORED, attributes: int = 0, times: int = 1
) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(times):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = attributes
            made.writestr(entry, data, method)
    return written.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"PK\x03\x04 nothing more",
        zipped("../evil"),
        zipped("/etc/passwd"),
        zipped("a/../../b"),
        zipped("c:evil"),
        zipped("a\\b"),
        zipped("link", attributes=0o120777 << 16),
        zipped("twice", times=2),
        zipped("packed", method=zipfile.ZIP_LZMA),
    ],
    ids=["empty", "cut", "parent", "root", "up-and-down", "drive", "backslash", "link", "twice", "lzma"],
)
def test_what_no_bundle_is_is_refused(raw: bytes) -> None:
    with pytest.raises(PolicybookError):
        archive.unpacked(raw)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    with pytest.raises(PolicybookError, match="unpacks to more"):
        archive.unpacked(zipped("bomb", bytes(2 << 20), zipfile.ZIP_DEFLATED))


def test_a_day_before_the_formats_first_is_its_first() -> None:
    assert archive.unpacked(archive.packed({"a": b"b"}, date(1975, 1, 1))) == {"a": b"b"}
