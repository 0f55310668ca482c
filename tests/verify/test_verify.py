"""Proof: whatever is edited, dropped or put elsewhere is named against an anchor; without one no more is claimed."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from policybook.cli import main
from policybook.errors import PolicybookError
from policybook.exports import bundle
from policybook.exports import json as site_data
from policybook.exports.bundle import archive, contents
from policybook.exports.bundle.manifest import Previous
from policybook.model import Manual
from policybook.model.chain import acts
from policybook.record import loader
from policybook.record.tree import MemoryTree
from policybook.site.context import Book
from policybook.site.pages import policy as policy_page
from policybook.site.pages import revision as revision_page
from policybook.verify import bundle as archived
from policybook.verify import compare_acts, html_page, record, result
from policybook.verify import digest as printed
from policybook.verify.compare_acts import SideNames
from tests import cases

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "published" / "proof.schema.json").read_bytes())
FAIR = "3210-fair-discipline/revisions/2026-03-10.yml"
RENAMED = cases.small()[FAIR].decode().partition("\ntext:\n")[2].replace("id: purpose", "id: aims")
"""The text with every word as it was, one of its provisions under another id."""


def manual_of(files: Mapping[str, bytes]) -> Manual:
    tree = MemoryTree(files)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, cases.AS_OF)


@cache
def small() -> Manual:
    return manual_of(cases.small())


@cache
def small_bundle() -> dict[str, bytes]:
    return contents.of(small(), MemoryTree(cases.small()))


def laid(changes: str) -> dict[str, bytes]:
    return cases.laid(cases.parse(changes + "-- findings --\n").files)


def answered(*words: str) -> tuple[int, dict[str, object]]:
    made = CliRunner().invoke(main.policybook, ["verify", "--format", "json", *words])
    if isinstance(made.exception, PolicybookError):
        raise made.exception
    value = json.loads(made.output)
    Draft202012Validator(SCHEMA).validate(value)
    return made.exit_code, value


def said(value: Mapping[str, object]) -> str:
    return "\n".join(one["message"] for one in value["problems"])  # type: ignore[attr-defined]


# --- the record with itself


def test_a_sound_record_agrees_with_itself_and_says_that_it_had_no_anchor(tmp_path: Path) -> None:
    manual = cases.written(cases.small(), tmp_path)
    code, value = answered("--manual", str(manual))
    assert (code, value["anchors"]) == (0, [])
    assert "rewrote a text together with its digest" in str(value["unknown"])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (f"-- {FAIR} changed --\ntitle: Firm Discipline\n", "is not the one that its digest stands for"),
        (f"-- {FAIR} changed --\nchain: sha256:{'1' * 64}\n", "doesn't fit the act and the one before"),
        ("-- 3210-fair-discipline/revisions/2020-05-12.yml removed --\n", "was dropped or renamed"),
        ("-- sources/district-history.txt --\nNot a word of it.\n", "has changed since it was recorded"),
        ("-- 0100-mission/policy.yml --\ncode: [\n", "can't be read"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_without_an_anchor(changes: str, message: str, tmp_path: Path) -> None:
    files = laid(changes)
    if "sources" in changes:  # `$sha256` would follow the text
        files["sources/district-history.yml"] = cases.small()["sources/district-history.yml"]
    if "title:" in changes:
        files[FAIR] = files[FAIR].replace(
            manual_of(files).find("3210").by_id["2026-03-10"].computed_digest.encode(),  # type: ignore[union-attr]
            small().find("3210").by_id["2026-03-10"].digest.encode(),  # type: ignore[union-attr]
        )
    code, value = answered("--manual", str(cases.written(files, tmp_path)))
    assert code == 1
    assert message in said(value)


def test_one_policy_can_be_looked_at_alone(tmp_path: Path) -> None:
    manual = cases.written(laid(f"-- {FAIR} changed --\nchain: sha256:{'1' * 64}\n"), tmp_path)
    assert answered(str(manual / "3210-fair-discipline"))[0] == 1
    assert answered(str(manual / "0100-mission" / "policy.yml"), "--manual", str(manual))[0] == 0
    with pytest.raises(PolicybookError, match="belongs to no policy"):
        answered(str(manual / "agency.yml"), "--manual", str(manual))


# --- against an anchor: laws


TEXTS = st.lists(
    st.text(st.sampled_from("abc def\u00e9\u4e2d"), min_size=1, max_size=12).map(lambda words: f"w{words}w"),
    min_size=2,
    max_size=5,
    unique_by=lambda words: " ".join(words.split()),
)


def written_as_acts(texts: list[str]) -> dict[str, bytes]:
    """Return a manual with one policy of as many acts, rightly chained whatever they are."""
    over: dict[str, str | None] = {path: None for path in cases.small() if "-" in path.partition("/")[0]}
    over["9000-quorum/policy.yml"] = (
        "code: 9000\nkind: operating-policy\nsteward: superintendent\ncadence: every year\n"
    )
    for at, words in enumerate(texts):
        follows = f"follows: {2001 + at - 1}\n" if at else ""
        over[f"9000-quorum/revisions/{2001 + at}.yml"] = (
            f"action: {'revise' if at else 'adopt'}\ndate: {2001 + at}-01-01\ntitle: Quorum\n{follows}"
            f"digest: $digest\nchain: $chain\ntext:\n  - id: quorum\n    text: >-\n      {words}\n"
        )
    return cases.laid(over)


def compared(was: dict[str, bytes], now: dict[str, bytes]) -> result.ProofResult:
    return compare_acts.compare(acts(manual_of(was)), acts(manual_of(now)), SideNames("the anchor"))


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.data())
def test_a_text_rewritten_with_its_digest_and_every_later_chain_is_named(texts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts) - 1))
    was, now = written_as_acts(texts), written_as_acts([*texts[:at], texts[at] + "x", *texts[at + 1 :]])
    assert not record.verify(manual_of(now)).problems, "whoever rewrites everything leaves no trace inside"
    problems = compared(was, now).problems
    assert [(one.subject, "its text is not the one" in one.message) for one in problems] == [
        (f"9000@{2001 + at}", True)
    ]


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.data())
def test_a_dropped_act_is_named(texts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts) - 1))
    was = written_as_acts(texts)
    now = {path: raw for path, raw in was.items() if not path.endswith(f"/{2001 + at}.yml")}
    inside = bool(record.verify(manual_of(now)).problems)
    assert inside == (at < len(texts) - 1), "only the newest can go without a trace"
    assert f"9000@{2001 + at}" in {one.subject for one in compared(was, now).problems if "dropped" in one.message}


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.data())
def test_acts_in_another_order_are_named(texts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts) - 2))
    was = written_as_acts(texts)
    swapped = [*texts[:at], texts[at + 1], texts[at], *texts[at + 2 :]]
    subjects = {one.subject for one in compared(was, written_as_acts(swapped)).problems}
    assert subjects == {f"9000@{2001 + at}", f"9000@{2001 + at + 1}"}


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_what_the_board_does_later_is_no_difference(texts: list[str]) -> None:
    found = compared(written_as_acts(texts[:-1]), written_as_acts(texts))
    assert not found.problems
    assert f"Revision {2000 + len(texts)} of policy 9000" in str(found.unknown)


def test_another_order_of_the_same_acts_is_named() -> None:
    was = acts(small())
    swapped = [act._replace(follows="2026-03-10") if act.id == "2020-05-12" else act for act in was]
    swapped = [act._replace(follows="") if act.id == "2026-03-10" and act.code == "3210" else act for act in swapped]
    problems = compare_acts.compare(was, swapped, SideNames("the anchor")).problems
    assert {one.subject for one in problems} == {"3210@2020-05-12", "3210@2026-03-10"}
    assert all("was put elsewhere" in one.message for one in problems)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (f"-- {FAIR} changed --\nvote: unanimous\n", "‘vote’ is not what the bundle"),
        (f"-- {FAIR} changed --\ntext:\n{RENAMED}", "‘text’ is not what the bundle"),
        (f"-- {FAIR} changed --\ndate: 2026-03-11\n", "it is dated 2026-03-11, in the bundle"),
        ("-- 3210-fair-discipline/reviews/2026-10-20-data.yml removed --\n", "The review 2026-10-20-data"),
        (f"-- {FAIR} changed --\nemergency: {{reason: A flood., expires: 2026-06-10}}\n", "‘emergency’ is not what the bundle"),
        ("-- 3210-fair-discipline/policy.yml changed --\ncode: 3211\n", "no act renumbered it"),
    ],
)  # fmt: skip
def test_what_no_digest_covers_is_named_against_a_bundle(changes: str, message: str, tmp_path: Path) -> None:
    target = tmp_path / "earlier.zip"
    target.write_bytes(archive.packed(small_bundle(), cases.AS_OF))
    code, value = answered("--manual", str(cases.written(laid(changes), tmp_path)), "--anchor", str(target))
    assert code == 1
    assert message in said(value)


def test_a_policy_that_is_gone_is_named_with_its_acts(tmp_path: Path) -> None:
    gone = {path: raw for path, raw in cases.small().items() if not path.startswith("0100-")}
    found = compare_acts.compare(acts(small()), acts(manual_of(gone)), SideNames("the anchor"))
    assert "Policy 0100 is in the anchor, but not in the record" in found.problems[0].message


def test_a_text_found_later_is_no_difference() -> None:
    was = [act._replace(text="not-held", chain="sha256:" + "0" * 64) for act in acts(small())]
    found = compare_acts.compare(was, acts(small()), SideNames("the anchor"))
    assert not found.problems
    assert "has been found since" in str(found.shown)


# --- a printed digest


def test_a_printed_digest_attests_what_it_is_of_and_no_more() -> None:
    act = next(act for act in acts(small()) if act.code == "3210" and act.id == "2026-03-10")
    chain = printed.verify(small(), act.chain.removeprefix("sha256:"))
    text = printed.verify(small(), act.text.removeprefix("sha256:"))
    assert "this act and every one before it" in chain.shown[0]
    assert "word for word" in text.shown[0]
    assert printed.verify(small(), "0" * 64).problems


def test_a_digest_is_read_as_people_copy_it() -> None:
    copied = "SHA256:" + " ".join(["ABCDEF01"] * 8)
    assert printed.digest_in(copied) == "abcdef01" * 8
    assert printed.digest_in("sha256:abc") is None


# --- bundles


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_byte_of_an_archive_is_proved(data: st.DataObject) -> None:
    raw = bytearray(archive.packed(small_bundle(), cases.AS_OF))
    at, change = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(1, 255))
    raw[at] ^= change
    try:
        files = archive.unpacked(bytes(raw))
        found = archived.verify(files, bundle.manifest_of(files)) if contents.MANIFEST in files else None
    except PolicybookError:
        return  # damaged: said so
    assert found is None or found.problems or bytes(raw) != archive.packed(files, cases.AS_OF)
    if found is not None and not found.problems:
        assert files == small_bundle(), "only the packing may differ without a problem"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(small_bundle())), st.data())
def test_any_byte_of_any_file_in_a_bundle_is_named(path: str, data: st.DataObject) -> None:
    raw = bytearray(small_bundle()[path])
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    files = {**small_bundle(), path: bytes(raw)}
    try:
        problems = archived.verify(files, bundle.manifest_of(files)).problems
    except PolicybookError:
        assert path == contents.MANIFEST
        return
    assert path in {one.subject for one in problems} or path == contents.MANIFEST
    assert problems


@pytest.mark.parametrize("path", ["record/0100-mission/policy.yml", "texts/0100-mission/2026-03-10.html", "SHA256SUMS"])
def test_a_file_taken_out_of_a_bundle_is_named(path: str) -> None:
    files = {name: raw for name, raw in small_bundle().items() if name != path}
    assert path in {one.subject for one in archived.verify(files, bundle.manifest_of(files)).problems}


def test_a_bundle_made_anew_around_an_altered_text_needs_an_anchor_to_be_found_out(tmp_path: Path) -> None:
    forged = laid(f"-- {FAIR} changed --\ntitle: Firm Discipline\ndigest: $digest\nchain: $chain\n")
    manual = manual_of(forged)
    files = contents.of(manual, MemoryTree(forged))
    assert not archived.verify(files, bundle.manifest_of(files)).problems
    right = hashlib.sha256(small_bundle()["manifest.json"]).hexdigest()
    assert archived.named(files, right).problems
    target, earlier = tmp_path / "forged.zip", tmp_path / "earlier.zip"
    target.write_bytes(archive.packed(files, cases.AS_OF))
    earlier.write_bytes(archive.packed(small_bundle(), cases.AS_OF))
    code, value = answered(str(target), "--anchor", str(earlier))
    assert code == 1
    assert "Revision 2026-03-10 of policy 3210 was edited" in said(value)


def test_texts_that_are_not_those_of_the_record_beside_them_are_named() -> None:
    path = "texts/0100-mission/2026-03-10.html"
    files = {**small_bundle(), path: small_bundle()[path].replace(b"child", b"adult")}
    made = contents.manifest_for(files, small(), None)
    files["manifest.json"] = made
    files["SHA256SUMS"] = contents.sums(files)
    assert [one.subject for one in archived.verify(files, bundle.manifest_of(files)).problems] == [path]


def test_a_bundle_is_checked_without_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "manual.zip"
    target.write_bytes(archive.packed(small_bundle(), cases.AS_OF))
    digest = hashlib.sha256(small_bundle()["manifest.json"]).hexdigest()
    assert answered(str(target))[0] == 0
    assert answered(str(target), "--anchor", f"sha256:{digest}")[1]["unknown"] == []
    with zipfile.ZipFile(target) as made:
        made.extractall(tmp_path / "unpacked")
    assert answered(str(tmp_path / "unpacked"))[0] == 0
    (tmp_path / "unpacked" / "README.txt").write_text("Nothing to see.")
    code, value = answered(str(tmp_path / "unpacked"))
    assert code == 1
    assert "README.txt was altered" in said(value)


def test_a_bundle_packed_again_is_whole_and_said_to_be_packed_again(tmp_path: Path) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for path, raw in small_bundle().items():
            made.writestr(path, raw)
    target = tmp_path / "again.zip"
    target.write_bytes(written.getvalue())
    code, value = answered(str(target), "--manual", str(cases.written(cases.small(), tmp_path)))
    assert code == 0
    assert "packed again" in str(value["shown"])
    assert value["anchors"] == ["the record beside it"]


def test_an_archive_is_held_against_the_one_that_it_names_before_it(tmp_path: Path) -> None:
    named = Previous(hashlib.sha256(small_bundle()["manifest.json"]).hexdigest(), "2026-11-24")
    earlier, other, later = tmp_path / "earlier.zip", tmp_path / "other.zip", tmp_path / "later.zip"
    earlier.write_bytes(archive.packed(small_bundle(), cases.AS_OF))
    other.write_bytes(archive.packed(contents.of(small(), MemoryTree(cases.small()), named), cases.AS_OF))
    later.write_bytes(other.read_bytes())
    code, value = answered(str(later), "--anchor", str(earlier))
    assert code == 0
    assert "It names earlier.zip as the archive before it." in str(value["shown"])
    code, value = answered(str(later), "--anchor", str(other))
    assert code == 1
    assert "is another one" in said(value)


def test_an_anchor_that_is_not_whole_proves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "earlier.zip"
    target.write_bytes(archive.packed({**small_bundle(), "README.txt": b"x"}, cases.AS_OF))
    code, value = answered("--manual", str(cases.written(cases.small(), tmp_path)), "--anchor", str(target))
    assert code == 1
    assert "proves nothing" in said(value)


# --- a revision of the repository


@pytest.mark.skipif(not shutil.which("git"), reason="git isn't here")
def test_what_was_rewritten_since_a_revision_of_the_repository_is_named(tmp_path: Path) -> None:
    manual = cases.written(cases.small(), tmp_path)
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-q", "-m", "x"),
        ("tag", "adopted"),
    ):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    code, value = answered("--manual", str(manual), "--base", "adopted")
    assert (code, value["anchors"]) == (0, ["the revision adopted"])
    cases.written(laid(f"-- {FAIR} changed --\ntitle: Firm Discipline\ndigest: $digest\nchain: $chain\n"), tmp_path)
    assert answered("--manual", str(manual))[0] == 0, "alone, it can't be seen"
    code, value = answered("--manual", str(manual), "--base", "adopted")
    assert code == 1
    assert "Revision 2026-03-10 of policy 3210 was edited: its text is not the one in the revision adopted." in said(
        value
    )
    with pytest.raises(PolicybookError, match="no revision"):
        answered("--manual", str(manual), "--base", "nowhere")


@pytest.mark.skipif(not shutil.which("git"), reason="git isn't here")
def test_a_falsified_translation_shows_against_a_revision_of_the_repository(tmp_path: Path) -> None:
    manual = cases.written(cases.small(), tmp_path)
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-q", "-m", "x"),
    ):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    path = manual / "0100-mission/revisions/2026-03-10.es.yml"
    was = path.read_text(encoding="utf-8")
    path.write_text(was.replace("aprenden", "no aprenden"), encoding="utf-8")
    code, value = answered("--manual", str(manual))
    assert code == 0
    assert "Whether the words of a translation were altered" in str(value["unknown"])
    code, value = answered("--manual", str(manual), "--base", "main")
    assert code == 1
    assert "The translation into es of revision 2026-03-10 of policy 0100 was altered" in said(value)
    path.write_text(was.replace("aprenden", "hoy aprenden").replace("2026-03-20", "2026-11-20"), encoding="utf-8")
    code, value = answered("--manual", str(manual), "--base", "main")
    assert code == 0
    assert "made anew since the revision main, are right: 0100 into es" in str(value["unknown"])
    path.unlink()
    assert answered("--manual", str(manual), "--base", "main")[0] == 1
    path.write_text(re.sub("of: sha256:[0-9a-f]{64}", f"of: sha256:{'1' * 64}", was), encoding="utf-8")
    code, value = answered("--manual", str(manual))
    assert code == 1
    assert "is of a text that isn't on record" in said(value)


def test_a_kept_reading_that_was_altered_is_named(tmp_path: Path) -> None:
    reading = "action: revise\ntitle: Mission\nfollows: 2026-03-10\nreadings:\n  - {date: 2026-11-10, digest: $digest}\ntext:\n  - {id: mission, text: Words.}\n"
    files = laid(
        f"-- 0100-mission/revisions/2026-new.yml --\n{reading}"
        "-- 0100-mission/revisions/2026-new.r1.yml --\ntitle: Mission\ntext:\n  - {id: mission, text: Words.}\n"
    )
    manual = cases.written(files, tmp_path)
    code, value = answered("--manual", str(manual))
    assert code == 0
    assert "1 text that was read to the board at a reading and kept" in str(value["shown"])
    path = manual / "0100-mission/revisions/2026-new.r1.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Words", "Others"), encoding="utf-8")
    code, value = answered("--manual", str(manual))
    assert code == 1
    assert "The text kept of reading 1 of revision 2026-new of policy 0100 is not the one" in said(value)


# --- what was downloaded


def verified(content: bytes, name: str, folder: Path) -> tuple[int, dict[str, object]]:
    target = folder / name
    target.write_bytes(content)
    return answered(str(target), "--manual", str(cases.written(cases.small(), folder)))


def test_downloaded_data_is_the_revision_on_record_or_the_first_difference_is_named(tmp_path: Path) -> None:
    policy = small().find("3210")
    assert policy is not None
    raw = site_data.written(site_data.of_revision(small(), policy, policy.by_id["2026-03-10"]))
    code, value = verified(raw, "right.json", tmp_path)
    assert (code, value["anchors"]) == (0, ["the record"])
    code, value = verified(raw.replace(b"repairs the harm", b"pays for it"), "wrong.json", tmp_path)
    assert code == 1
    assert "says ‘… breaks a rule pays for it before anything else …’" in said(value)
    code, value = verified(raw.replace(b'"for": 4', b'"for": 5'), "vote.json", tmp_path)
    assert code == 1
    assert "‘vote’" in said(value) or "‘for’" in said(value)


def test_data_of_every_text_gives_the_digest_of_the_record() -> None:
    from policybook.verify import json_file as data

    demo = ROOT / "src" / "policybook" / "scaffold" / "demo" / "policy"
    for folder in (demo, ROOT / "policy", cases.SMALL):
        manual = manual_of(
            cases.small()
            if folder == cases.SMALL
            else {
                path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
            }
        )
        for policy in manual:
            for revision in policy.texts_of():
                made = site_data.written(site_data.of_revision(manual, policy, revision))
                assert data.digest_of(data.read(made)) == revision.computed_digest, revision
                assert not data.verify(manual, data.read(made)).problems


@pytest.mark.parametrize("which", ["policy", "revision"])
def test_a_markdown_page_shows_the_text_on_record(which: str, tmp_path: Path) -> None:
    book, policy = Book(small()), small().find("3210")
    assert policy is not None
    made = policy_page.page(book, policy) if which == "policy" else next(
        one for one in revision_page.pages(book, policy) if one.url.endswith("/2026-03-10/")
    )  # fmt: skip
    code, value = verified(made.markdown().encode(), "page.md", tmp_path)
    assert (code, value["problems"]) == (0, [])
    assert "revision 2026-03-10 of policy 3210" in str(value["shown"])
    code, value = verified(made.markdown().replace("repairs", "repaired").encode(), "page.md", tmp_path)
    assert code == 1
    assert "the page says" in said(value)


def test_words_that_a_page_hides_or_adds_are_found() -> None:
    files = small_bundle()
    html = files["texts/0100-mission/2026-03-10.html"].decode()
    assert not html_page.verify(small(), html).problems
    for changed in (
        html.replace("<p>Every", "<p><button>Not</button> Every"),
        html.replace("<p>Every", "<p><script>Every"),
        html.replace('<div class="pb&#45;text&#45;ends" hidden></div>', ""),
        html.replace("0100&#64;2026", "0100&#64;2025"),
    ):
        assert changed != html
        assert html_page.verify(small(), changed).problems


@pytest.mark.parametrize("unit", ["<a ", "<a b='", "<!--", "<![", "<div>", "<b>", "&#", "<script></scrip", "\0"])
def test_a_page_made_to_take_for_ever_is_read_all_the_same(unit: str) -> None:
    begins = small_bundle()["texts/0100-mission/2026-03-10.html"].decode()
    assert not html_page.texts_in(unit * 200_000)
    found = html_page.verify(small(), begins.replace("<p>Every", f"<p>{unit * 200_000}Every"))
    assert found.problems or unit in ("<div>", "<b>")  # which hold no words


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"%PDF-1.7", "a.pdf", "printed in it"),
        (b"{", "a.json", "isn't data"),
        (b"[" * 100_000, "deep.json", "isn't data"),
        (b'{"schema": 1, "kind": "revision"}', "short.json", "isn't data"),
        (b"<p>Nothing here</p>", "a.html", "No policy's text is marked"),
        (b"# A title\n\nSome words.\n\n## *", "a.md", "No policy's text is marked"),
        (b"#hashtag", "hash.md", "Markdown of another kind"),
        (b"\xff\xfe", "a.txt", "isn't text"),
        (b"PK\x03\x04", "a.zip", "damaged"),
    ],
)
def test_what_can_not_be_compared_is_refused_with_a_reason(
    content: bytes, name: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(PolicybookError, match=reason):
        verified(content, name, tmp_path)


def test_a_misspelt_anchor_is_no_anchor(tmp_path: Path) -> None:
    with pytest.raises(PolicybookError, match="is no anchor"):
        answered("--manual", str(cases.written(cases.small(), tmp_path)), "--anchor", "sha256:abc")
