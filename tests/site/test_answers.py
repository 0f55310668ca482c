"""What a reader finds on a page: the answers that the page is there for, and that looking and reading give the same."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from policybook.text import catalogs


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _section(html: str, id: str) -> str:
    """Return what stands under a heading of the second level."""
    found = re.search(rf'<h2 id="{id}".*?(?=<h2 |</article>)', html, re.DOTALL)
    assert found is not None, id
    return found[0]


def test_a_policy_answers_in_order(built: dict[str, Path]) -> None:
    html = _html(built["demo"], "policies/3210")
    order = ["pb-banner", 'id="text"', 'id="strategies"', 'id="history"', 'id="references"', 'id="cite"']
    places = [html.index(mark) for mark in order]
    assert places == sorted(places)


def test_a_strategy_says_who_answers_how_often_and_when(built: dict[str, Path]) -> None:
    said = _words(_section(_html(built["demo"], "policies/3210"), "strategies"))
    for label in ("Owner", "Helps", "Review cycle", "Last review", "Next review"):
        assert label in said


def test_how_a_value_is_known_is_explained_once(built: dict[str, Path]) -> None:
    html = _html(built["real"], "policies/1010")
    marks = re.findall(r'<a [^>]*href="([^"]+)"[^>]*class="pb-basis[^>]*>|class="pb-basis[^>]*href="([^"]+)"', html)
    assert marks
    assert {one or other for one, other in marks} == {"../../help/#known"}
    known = _words(_section(_html(built["real"], "help"), "known"))
    for basis in ("stated", "inferred", "our assumption, to be confirmed"):
        assert basis in known


def test_a_policy_s_life_is_a_list_the_newest_act_first(built: dict[str, Path]) -> None:
    found = re.search(r'<ol class="pb-timeline" reversed>(.*?)</ol>', _html(built["demo"], "policies/3210"), re.DOTALL)
    assert found is not None
    acts = [_words(one) for one in re.findall(r"<li.*?</li>", found[1], re.DOTALL)]
    assert [re.sub(r"^(\w+ [\w ]*?\d{4}).*", r"\1", one) for one in acts] == [
        "Revised 10 March 2026",
        "Suspended 14 April 2020",
        "Revised 20 August 2019",
        "Adopted May 2014",
    ]


def test_a_citation_has_date_and_digest(built: dict[str, Path], spanish: Path) -> None:
    data = json.loads((built["demo"] / "data/policies/3210/2026-03-10.json").read_text(encoding="utf-8"))
    for page in ("policies/3210", "policies/3210/2026-03-10"):
        found = re.search(r'<div id="pb-citation">(.*?)</div>', _html(built["demo"], page), re.DOTALL)
        assert found is not None
        said = _words(found[1])
        assert "Heron Bend School District, Policy 3210, Fair Discipline. Revision 2026-03-10 (10 March 2026)." in said
        assert "As of 24 November 2026." in said
        assert data["digest"] in said
    assert "https://heronbend.example/manual/policies/3210/" in _words(
        _section(_html(spanish, "policies/3210"), "cite")
    )


def test_policies_lead_on_to_the_ones_beside_them_in_their_series(built: dict[str, Path]) -> None:
    data = json.loads((built["demo"] / "data/index.json").read_text(encoding="utf-8"))
    after: dict[str, str] = {}
    before: dict[str, str] = {}
    for policy in data["policies"]:
        found = re.search(r'<nav class="pb-neighbours".*?</nav>', _html(built["demo"], policy["url"]), re.DOTALL)
        assert found is not None, policy["code"]
        for words, where in re.findall(r'<p>(\w+): <a href="\.\./\.\./(policies/[^"]+)"', found[0]):
            (after if words == "Next" else before)[policy["url"]] = where
    assert len(after) > 20
    assert set(after.items()) == {(one, other) for other, one in before.items()}


def test_the_start_page_says_what_a_reader_comes_for(built: dict[str, Path]) -> None:
    html = _html(built["demo"], "")
    assert 'action="search/"' in html[html.index("<article") :]
    assert "Five days at most in grades 6 to 8" in _words(_section(html, "open"))
    assert len(re.findall(r"<h2 id=\"series-", html)) > 3
    assert _section(html, "lately").count("<li>") == 5
    assert "due by" in _words(_section(html, "due")) or "overdue" in _words(_section(html, "due"))


def test_accountability_is_told_by_state_by_strategy_and_by_body(built: dict[str, Path]) -> None:
    html = _html(built["demo"], "accountability")
    strategies = set()
    for path in (built["demo"] / "data/policies").glob("*.json"):
        policy = json.loads(path.read_text(encoding="utf-8"))
        strategies |= {strategy["title"] for strategy in policy["strategies"]}
    assert len(strategies) > 10
    for section in ("state", "strategies", "bodies"):
        said = _words(_section(html, section))
        assert [title for title in strategies if title not in said] == [], section


def test_the_state_of_the_record_tells_findings_waivers_and_assumptions(built: dict[str, Path]) -> None:
    demo, real = _html(built["demo"], "status"), _html(built["real"], "status")
    assert "/checks/" in _section(demo, "warning")
    waived = _words(_section(demo, "waivers"))
    assert "Accepted by" in waived
    assert "Until" in waived
    assert "Waiting to be confirmed" in _words(_section(real, "assumed"))


@pytest.mark.parametrize("page", ["policies/3210", "accountability"])
def test_a_chart_shows_the_figures_of_its_table(built: dict[str, Path], page: str) -> None:
    figures = re.findall(r'<figure class="pb-chart">.*?</figure>', _html(built["demo"], page), re.DOTALL)
    drawn = [one for one in figures if "<svg" in one]
    assert drawn
    for one in drawn:
        name = re.search(r"<figcaption><strong>(.*?)</strong>", one)
        assert name is not None
        assert f'role="img" aria-label="{name[1]}"' in one
        labels = {unescape(label) for label in re.findall(r"<text [^>]*>([^<]+)</text>", one)}
        rows = [
            [_words(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.DOTALL)]
            for row in re.findall(r"<tr>.*?</tr>", one.partition("<tbody>")[2], re.DOTALL)
        ]
        assert rows
        if page == "accountability":
            wanted = {year for year, _, _ in rows}
            wanted |= {f"{kept}/{int(kept) + int(missed)}" for _, kept, missed in rows}
        else:
            wanted = {value for _, _, value in rows}
            labels = {label for label in labels if not re.fullmatch(r"\d{4}", label)}
        assert labels == wanted


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("61 %", "en", 61),
        ("61.5 %", "en", 61.5),
        ("61,5 %", "en", 61.5),
        ("1,200 children", "en", 1200),
        ("1.200 niños", "es", 1200),
        ("61,5 %", "es", 61.5),
        ("1,200 niños", "es-MX", 1200),
        ("12 000 children", "en", 12000),
        ("-3", "en", -3),
        ("4 of 12 schools", "en", 4),
        ("1.2.3", "xx", None),
        ("none", "en", None),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(words: str, language: str, number: float | None) -> None:
    assert catalogs.number(words, language) == number


@pytest.mark.browser
def test_link_and_citation_can_be_copied(browser: Any, served: dict[str, str]) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.set_default_timeout(8000)
    tab.goto(served["demo"] + "policies/3210/")
    for button, wanted in [
        ("#longest-suspension .pb-link >> nth=0", f"{served['demo']}policies/3210/#longest-suspension"),
        (".pb-copy", "Heron Bend School District, Policy 3210, Fair Discipline. Revision 2026-03-10"),
    ]:
        one = tab.locator(button)
        was = one.text_content()
        one.focus()
        tab.keyboard.press("Enter")
        tab.locator("body > [role=status]", has_text="Copied").wait_for()
        assert tab.evaluate("navigator.clipboard.readText()").startswith(wanted)
        tab.keyboard.press("Enter")
        tab.wait_for_function("was => document.activeElement.textContent === was", arg=was)
    context.close()


def test_a_policy_says_which_codes_it_had(built: dict[str, Path]) -> None:
    assert "Earlier codes: JK (until 1 July 2012)." in _words(_html(built["demo"], "policies/3210"))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2014-05-30", "perhaps in force: the text of May 2014, or not adopted"),
        ("2014-05-31", "in force: the text of May 2014"),
        ("2020-04-14", "suspended: the text of 20 August 2019"),
        ("2020-07-01", "in force: the text of 20 August 2019"),
        ("2026-07-01", "in force: the text of 10 March 2026"),
        ("1999-01-01", "Nothing was adopted yet on that day."),
    ],
)
def test_a_reader_asks_for_a_day(browser: Any, served: dict[str, str], day: str, said: str) -> None:
    tab = browser.new_page()
    tab.goto(served["demo"] + "policies/3210/")
    tab.get_by_label("On which day?").fill(day)
    assert tab.locator(".pb-day output").inner_text() == said
    tab.close()


def test_the_first_screen_sums_up_who_owns_the_strategies(built: dict[str, Path]) -> None:
    html = _html(built["real"], "policies/1010")
    first = re.sub(r"<[^>]+>", "", html[: html.index("<h2")])
    assert "6 strategies; 5 owners are inferred; 1 owner is assumed; no review on record." in unescape(first)
