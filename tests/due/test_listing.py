"""What is due: only from a recorded review and an interval that isn't assumed; for people, programs and calendars."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import vobject
from click.testing import CliRunner, Result
from icalendar import Calendar
from jsonschema import Draft202012Validator

from policybook.cli import main
from policybook.errors import PolicybookError
from tests import cases

ROOT = Path(__file__).parents[2]
REVIEW = "3210-fair-discipline/reviews/2026-09-15-restorative.yml"


def due(manual: Path, *words: str) -> Result:
    return CliRunner().invoke(main.policybook, ["due", "--manual", str(manual), *words])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.written(cases.small(), tmp_path_factory.mktemp("due"))


REVIEWS_ONLY = f"""
-- {REVIEW} changed --
next_steps: []
-- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml removed --
-- findings --
"""


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.written(cases.laid(cases.parse(REVIEWS_ONLY).files), tmp_path_factory.mktemp("calm"))


def listed(manual: Path, *words: str) -> list[tuple[str, str | None, bool]]:
    found = json.loads(due(manual, "--format", "json", *words).output)
    return [
        (f"{one['policy']}/{one['strategy'] or 'policy'}", one["due"], one["overdue"])
        for one in found["due"]
        if one["kind"] == "review"
    ]


def test_what_is_due_within_a_span_comes_by_day(small: Path) -> None:
    assert listed(small, "--as-of", "2026-11-24", "--within", "150d") == [("3210/restorative", "2027-03-15", False)]
    assert listed(small, "--as-of", "2026-11-24", "--within", "10d") == []


TO_DO = """
-- 3210-fair-discipline/policy.yml changed --
monitoring:
  - {method: internal, cadence: every 3 months, by: superintendent}
  - {method: external, cadence: {is: every year, basis: assumed}}
-- 3210-fair-discipline/reviews/2026-10-02-monitoring.yml --
of: policy
by: superintendent
digest: $digest(2026-03-10)
outcome: compliant
method: internal
summary: All schools comply.
-- 3210-fair-discipline/reviews/2026-09-15-restorative.yml changed --
next_steps:
  - {what: Train three leads, by: restorative-team, due: 2026-12}
  - {what: Find a room, by: restorative-team, due: 2026-11, done: 2026-11-03}
-- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml changed --
responses:
  - {by: board, date: 2026-11-10, answer: noted, text: The Superintendent will answer.}
-- 0100-mission/revisions/2026-03-10.yml changed --
emergency: {reason: The roof came down., ratify_by: 2026-12-24}
-- findings --
"""


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.written(cases.laid(cases.parse(TO_DO).files), tmp_path_factory.mktemp("busy"))


def test_all_that_a_body_owes_is_listed_with_its_kind_and_who_must_act(busy: Path) -> None:
    made = json.loads(due(busy, "--format", "json", "--as-of", "2026-12-02", "--within", "40d").output)
    assert [(one["kind"], one["owner"], one["due"], one["overdue"], one["stands"]) for one in made["due"]] == [
        ("answer", "superintendent", "2026-12-01", True, "no answer on record"),
        ("emergency", "board", "2026-12-24", False, "no later act on record"),
        ("next-step", "restorative-team", "2026-12-31", False, "not done, as far as is on record"),
        ("monitoring", "superintendent", "2027-01-02", False, "2 October 2026: compliant"),
    ]


def test_what_is_owed_beside_reviews_is_late_and_told_in_words(busy: Path) -> None:
    made = due(busy, "--as-of", "2026-12-02", "--within", "40d", "--fail-on", "overdue")
    assert made.exit_code == 1
    assert (
        "overdue since 1 December 2026\tAnswer to a recommendation\t3210 Fair Discipline: ‘Train subst" in made.output
    )
    assert (
        "due by 2 January 2027\tMonitoring\t3210 Fair Discipline, by an internal report\tSuperintendent" in made.output
    )
    assert due(busy, "--as-of", "2026-12-01", "--within", "40d", "--fail-on", "overdue").exit_code == 0


def test_monitoring_without_a_report_is_counted_and_never_late(busy: Path, tmp_path: Path) -> None:
    files = cases.parse(TO_DO).files
    never = {path: text for path, text in files.items() if not path.endswith("monitoring.yml")}
    manual = cases.written(cases.laid(never), tmp_path)
    made = json.loads(due(manual, "--format", "json", "--as-of", "2028-12-02").output)
    assert [one["kind"] for one in made["due"]].count("monitoring") == 0
    undated = [one for one in made["undated"] if one["kind"] == "monitoring"]
    assert [(one["owner"], one["due"], one["overdue"], one["why"], one["cadence"]) for one in undated] == [
        ("superintendent", None, False, "no review", "every 3 months")
    ]
    assert made["summary"]["undated"] == len(made["undated"])
    schema = json.loads((ROOT / "schemas/published/due.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(made)
    said = "1 method of monitoring has no report on record."
    assert said in due(manual, "--as-of", "2026-12-02").output
    assert said not in due(manual, "--as-of", "2026-12-02", "--owner", "board").output
    assert said not in due(busy, "--as-of", "2026-12-02").output


def test_what_is_rescinded_is_monitored_no_more(tmp_path: Path) -> None:
    rescinded = TO_DO.replace(
        "-- findings --",
        "-- 3210-fair-discipline/revisions/2026-11-10.yml --\naction: rescind\ndate: 2026-11-10\nreason: Merged.\n"
        "vote: unanimous\nfollows: 2026-03-10\nchain: $chain\n-- findings --",
    )
    manual = cases.written(cases.laid(cases.parse(rescinded).files), tmp_path)
    made = json.loads(due(manual, "--format", "json", "--as-of", "2026-12-02", "--within", "2y").output)
    assert not [one for one in (*made["due"], *made["undated"]) if one["kind"] == "monitoring"]


def test_a_calendar_holds_every_kind_and_an_event_keeps_its_name(busy: Path, tmp_path: Path) -> None:
    found = []
    for day in ("2026-11-24", "2026-11-25"):
        target = tmp_path / f"{day}.ics"
        due(busy, "--as-of", day, "--within", "40d", "--format", "ics", "--output", str(target))
        events = list(vobject.readOne(target.read_text(encoding="utf-8")).vevent_list)
        found.append({(one.uid.value, one.summary.value, one.dtstart.value.isoformat()) for one in events})
    assert found[0] == found[1]
    assert {(words.partition(":")[0], day) for _, words, day in found[0]} == {
        ("Answer due", "2026-12-01"),
        ("Emergency act lapses", "2026-12-24"),
        ("Next step due", "2026-12-31"),
        ("Monitoring due", "2027-01-02"),
    }


def test_what_is_overdue_stands_on_the_day_the_calendar_is_made_and_keeps_its_uid(busy: Path) -> None:
    found = []
    for day in ("2026-12-01", "2026-12-09"):
        said = due(busy, "--as-of", day, "--within", "40d", "--format", "ics").output
        answer = next(one for one in Calendar.from_ical(said).walk("VEVENT") if "Answer" in str(one["summary"]))
        found.append((str(answer["uid"]), answer.decoded("dtstart").isoformat(), str(answer["summary"])[:41]))
    assert found[0][0] == found[1][0]
    assert found[0][1:] == ("2026-12-01", "Answer due: 3210 Fair Discipline: ‘Train ")
    assert found[1][1:] == ("2026-12-09", "Overdue since 1 December 2026: Answer due")


MONITORED_TWICE = """
-- 3210-fair-discipline/policy.yml changed --
monitoring:
  - {{method: {0}, cadence: every year, by: board}}
  - {{method: {1}, cadence: every year, by: board}}
-- agency.yml changed --
name: {2}
-- 3210-fair-discipline/reviews/2026-01-02-internal.yml --
of: policy
method: internal
by: board
digest: $digest(2026-03-10)
outcome: compliant
summary: The report was received.
-- 3210-fair-discipline/reviews/2026-02-02-external.yml --
of: policy
method: external
by: board
digest: $digest(2026-03-10)
outcome: compliant
summary: The report was received.
-- findings --
"""


def test_an_event_keeps_its_uid_when_lines_are_swapped_or_the_agency_is_renamed(tmp_path: Path) -> None:
    found = []
    for at, words in enumerate((("internal", "external", "One Agency"), ("external", "internal", "Another"))):
        files = cases.laid(cases.parse(MONITORED_TWICE.format(*words)).files)
        manual = cases.written(files, tmp_path / str(at))
        said = due(manual, "--as-of", "2026-11-24", "--within", "1y", "--format", "ics").output
        found.append({(str(one["uid"]), str(one["summary"])) for one in Calendar.from_ical(said).walk("VEVENT")})
    assert found[0] == found[1]
    assert sum("Monitoring" in summary for _, summary in found[0]) == 2
    assert len({uid for uid, _ in found[0]}) == len(found[0])


def test_a_calendar_without_events_is_valid(calm: Path) -> None:
    said = due(calm, "--as-of", "2026-11-24", "--within", "1d", "--format", "ics").output
    calendar = Calendar.from_ical(said)
    assert not calendar.walk("VEVENT")
    assert calendar.subcomponents  # RFC 5545, 3.6: at least one component
    assert vobject.readOne(said).version.value == "2.0"


def test_the_last_day_is_in_time_and_the_next_is_late(calm: Path) -> None:
    on, after = (
        due(calm, "--as-of", "2027-03-15", "--fail-on", "overdue"),
        due(calm, "--as-of", "2027-03-16", "--fail-on", "overdue"),
    )
    assert (on.exit_code, after.exit_code) == (0, 1)
    assert "due by 15 March 2027" in on.output
    assert "overdue since 15 March 2027" in after.output
    assert due(calm, "--as-of", "2027-03-16").exit_code == 0


@pytest.mark.parametrize(
    "changed",
    [
        f"-- {REVIEW} removed --\n",
        "-- 3210-fair-discipline/strategies.yml changed --\nstrategies:\n"
        "  - {id: restorative, title: A meeting, owner: superintendent, cadence: {is: every 6 months, basis: assumed}}\n"
        "  - {id: data, title: Figures, owner: superintendent, cadence: every year in October}\n",
        "-- 3210-fair-discipline/strategies.yml changed --\nstrategies:\n"
        "  - {id: restorative, title: A meeting, owner: superintendent, cadence: as needed}\n"
        "  - {id: data, title: Figures, owner: superintendent, cadence: every year in October}\n",
    ],
    ids=["no review", "assumed", "as needed"],
)
def test_nothing_is_called_overdue_without_a_review_and_an_interval_on_record(changed: str, tmp_path: Path) -> None:
    manual = cases.written(cases.laid(cases.parse(changed + "-- findings --\n").files), tmp_path)
    found = json.loads(due(manual, "--format", "json", "--as-of", "2040-01-01", "--within", "9999y").output)
    assert not [one for one in found["due"] if one["strategy"] == "restorative"]


def test_the_json_obeys_its_published_schema(small: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "published" / "due.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    for manual in (small, ROOT / "policy", ROOT / "src" / "policybook" / "scaffold" / "demo"):
        made = due(manual, "--format", "json", "--as-of", "2026-11-24", "--within", "2y")
        Draft202012Validator(schema).validate(json.loads(made.output))


def test_the_real_manual_is_never_called_overdue() -> None:
    made = due(ROOT / "policy", "--as-of", "2090-01-01", "--fail-on", "overdue")
    assert made.exit_code == 0
    assert "Nothing is overdue" in made.output


def test_a_calendar_holds_what_is_listed(calm: Path, tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    due(calm, "--as-of", "2026-11-24", "--within", "150d", "--format", "ics", "--output", str(target))
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert [str(one["summary"]) for one in events] == ["Review due: 3210 A restorative meeting first"]


def test_one_body_sees_what_it_owes(small: Path) -> None:
    ours = due(small, "--as-of", "2026-11-24", "--within", "2y", "--owner", "restorative-team")
    assert "restorative meeting" in ours.output
    assert "Publish the figures" not in ours.output


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--within", "soon"], "90d, 12w"), (["--owner", "restoratve-team"], "Did you mean ‘restorative-team’")],
)
def test_what_is_not_understood_is_said(small: Path, words: list[str], said: str) -> None:
    made = due(small, *words)
    assert isinstance(made.exception, PolicybookError)
    assert said in str(made.exception)


def test_words_from_the_record_are_only_words_in_markdown(tmp_path: Path) -> None:
    hostile = "-- 3210-fair-discipline/strategies.yml changed --\nstrategies:\n"
    hostile += '  - {id: restorative, title: "@all <b>x</b> | [y](https://z)", owner: superintendent, cadence: every 6 months}\n'
    hostile += "-- findings --\n"
    manual = cases.written(cases.laid(cases.parse(hostile).files), tmp_path)
    made = due(manual, "--format", "markdown", "--as-of", "2027-06-01").output
    assert "**1 overdue.**" in made or "overdue.**" in made
    assert "<b>" not in made
    assert "](" not in made
    assert "@all" not in made


ACCEPTED = """
-- waivers.yml --
waivers:
  - check: review-overdue
    subject: 3210/restorative
    by: board
    date: 2027-03-20
    until: 2027-05-31
    reason: The state publishes the figures late this year.
-- findings --
"""


def test_what_a_body_accepted_for_a_time_is_listed_and_not_counted_as_overdue(tmp_path: Path) -> None:
    files = cases.parse(REVIEWS_ONLY).files | cases.parse(ACCEPTED).files
    manual = cases.written(cases.laid(files), tmp_path)
    made = json.loads(due(manual, "--format", "json", "--as-of", "2027-04-02", "--within", "1d").output)
    found = next(one for one in made["due"] if one["strategy"] == "restorative")
    assert (found["overdue"], found["accepted"]) == (True, {"by": "board", "until": "2027-05-31"})
    assert (made["summary"]["overdue"], made["summary"]["accepted"]) == (0, 1)
    schema = json.loads((ROOT / "schemas/published/due.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(made)
    said = due(manual, "--as-of", "2027-04-02", "--within", "1d", "--fail-on", "overdue")
    assert "accepted by School Board until 31 May 2027" in said.output
    assert said.exit_code == 0
    for day in ("2027-03-19", "2027-06-01"):  # before it was given, and after its end
        assert due(manual, "--as-of", day, "--within", "1d", "--fail-on", "overdue").exit_code == 1


TWICE = """
-- 3210-fair-discipline/reviews/2026-09-15-{0}.yml --
of: restorative
by: equity-council
digest: $digest(2026-03-10)
outcome: off-track
summary: Hardly any school holds meetings.
-- findings --
"""


@pytest.mark.parametrize("name", ["again", "zest"])
def test_of_two_reviews_on_a_day_the_one_that_asks_for_more_counts(tmp_path: Path, name: str) -> None:
    manual = cases.written(cases.laid(cases.parse(TWICE.format(name)).files), tmp_path)
    made = json.loads(due(manual, "--format", "json", "--as-of", "2026-11-24", "--within", "150d").output)
    found = next(one for one in made["due"] if one["strategy"] == "restorative")
    assert found["last"]["outcome"] == "off-track"
