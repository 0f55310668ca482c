"""What the search finds: the right provision for a question as people ask it, in small files, from a disk too."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.lint import runner
from policybook.model import Manual
from policybook.record.tree import DiskTree
from policybook.site.search import files, tokens, units
from policybook.text.i18n import ENGLISH
from tests.held import HERON_BEND
from tests.site import sites

HERE = Path(__file__).parent
SCRIPT = sites.ROOT / "src/policybook/site/inline/search.js"
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="Node.js runs the search outside a browser")


@pytest.fixture(scope="module")
def demo() -> Manual:
    return runner.judge(DiskTree(HERON_BEND, "policy"), date(2026, 11, 24), {}).manual


@pytest.fixture(scope="module")
def folder(demo: Manual, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("search")
    for path, content in files.of_manual(demo, ENGLISH):
        (found / path.removeprefix("search/")).write_bytes(content)
    return found


def ask(folder: Path, *questions: str) -> list[dict[str, Any]]:
    """Return what the search finds for each question, as the browser would."""
    done = subprocess.run(
        ["node", str(HERE / "ask.js"), str(SCRIPT), str(folder)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = json.loads(done.stdout)
    for answer in answers:
        answer["places"] = [url.removeprefix("policies/").replace("/", "").lower() for url in answer["urls"]]
    return answers  # type: ignore[no-any-return]


@needs_node
def test_questions_of_parents_and_staff_find_the_right_provision(folder: Path) -> None:
    lines = (HERE / "questions.txt").read_text(encoding="utf-8").splitlines()
    asked = [line.split(" | ") for line in lines if not line.startswith("#")]
    answers = ask(folder, *(question for question, _ in asked))
    missed = [
        (question, answer["places"])
        for (question, wanted), answer in zip(asked, answers, strict=True)
        if not {one.lower() for one in wanted.split()} & set(answer["places"][:3])
    ]
    assert len(asked) >= 60
    assert len(missed) <= len(asked) // 10, missed


@needs_node
@pytest.mark.parametrize("written", ["Policy 3210", "3210", "policy no. 3210", "03210"])
def test_a_code_leads_to_its_policy_first(folder: Path, written: str) -> None:
    assert ask(folder, written)[0]["places"][0] == "3210"


@needs_node
@pytest.mark.parametrize(
    ("written", "place"), [("EL2", "el-2"), ("EL 2", "el-2"), ("el-2", "el-2"), ("410", "0410"), ("1312.1", "1312.10")]
)
def test_a_code_is_found_however_it_is_written(folder: Path, written: str, place: str) -> None:
    assert ask(folder, written)[0]["places"][0] == place


@needs_node
def test_one_wrong_letter_is_forgiven(folder: Path) -> None:
    asked = ("suspenssion", "kindergarden suspension", "trasnlation of letters")
    for answer, code in zip(ask(folder, *asked), ("3210", "3210", "0420"), strict=True):
        assert answer["places"][0].partition("#")[0] == code


@needs_node
def test_an_excerpt_marks_what_was_asked_for(folder: Path) -> None:
    excerpt = ask(folder, "kindergarten suspension")[0]["excerpt"]
    assert [words for words, marked in excerpt if marked] == ["suspension", "Kindergarten"]


@needs_node
def test_nothing_is_found_for_words_that_nobody_wrote(folder: Path) -> None:
    assert ask(folder, "xylophone quartz", "", "???", "the")[0]["urls"] == []


def test_a_first_question_loads_little(folder: Path) -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in folder.iterdir()}
    first = sum(sizes[name] for name in ("search.js", "index.js", "stem.js")) + max(
        size for name, size in sizes.items() if name.startswith("terms-")
    )
    assert first < 150_000, sizes


def test_policies_provisions_and_fresh_translations_can_be_found(demo: Manual) -> None:
    listed = list(units.subjects(demo, ENGLISH))
    urls = {unit.url for subject in listed for unit in subject.units}
    assert {"policies/3210/", "policies/3210/#longest-suspension", "policies/0100/es/"} <= urls
    assert {subject.code for subject in listed} == {policy.code for policy in demo}
    assert "policies/0410/es/" not in urls, "that translation is of an earlier text"


def test_history_and_proposals_stay_out_of_it(demo: Manual) -> None:
    urls = [unit.url for subject in units.subjects(demo, ENGLISH) for unit in subject.units]
    assert [url for url in urls if "/proposed/" in url or "/2019-08-20/" in url] == []


def test_words_of_an_agency_are_synonyms_too(tmp_path: Path) -> None:
    shutil.copytree(HERON_BEND, tmp_path / "policy")
    agency = tmp_path / "policy" / "agency.yml"
    agency.write_text(agency.read_text(encoding="utf-8") + "synonyms:\n  - [purpose, mission]\n", encoding="utf-8")
    manual = runner.judge(DiskTree(tmp_path / "policy", "policy"), date(2026, 11, 24), {}).manual
    start = next(content for path, content in files.of_manual(manual, ENGLISH) if path.endswith("index.js"))
    assert '["purpos","mission"]' in start.decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The child's coat", ["the", "childs", "coat"]),
        ("Política de Niños", ["politica", "de", "ninos"]),
        ("学校の規則", ["学校", "校の", "の規", "規則"]),
        ("Школа №5", ["школа", "no5"]),
        ("a-b_c/d", ["a", "b", "c", "d"]),
    ],
)
def test_words_of_any_script(text: str, words: list[str]) -> None:
    assert tokens.split(text) == words


@needs_node
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=40))
def test_the_browser_splits_words_as_the_index_does(text: str) -> None:
    assert _browser("split", text) == tokens.split(text)
    assert _browser("codeKey", text) == tokens.code_key(text)


_node: dict[str, Any] = {}


def _browser(function: str, text: str) -> Any:
    """Return what a function of the search's script makes of a text, asked of one Node process."""
    if "process" not in _node:
        _node["process"] = subprocess.Popen(
            ["node", str(HERE / "functions.js"), str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    process = _node["process"]
    process.stdin.write(json.dumps([function, text]) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


@needs_node
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_browser_stems_words_as_the_index_does(demo: Manual, language: str) -> None:
    words = {
        word for subject in units.subjects(demo, ENGLISH) for unit in subject.units for word in tokens.split(unit.text)
    }
    listed = sorted(words)
    script = files.stemmer(language).decode() + (
        "const fs = require('fs'); const words = JSON.parse(fs.readFileSync(0, 'utf8'));"
        "process.stdout.write(JSON.stringify(words.map(word => policybookSearch.stemmer.stemWord(word))))"
    )
    done = subprocess.run(
        ["node", "-e", "var policybookSearch = {};" + script],
        input=json.dumps(listed), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == [tokens.stem(word, language) for word in listed]
