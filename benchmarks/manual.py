"""Make a manual of N policies in our own layout, the same bytes on every machine.

    python benchmarks/manual.py FOLDER --policies 1000 [--faulty]

Each policy has policy.yml, strategies.yml, three revisions (the first short, the last with six strategies' worth of
text) and a review for each strategy. With `--faulty` every tenth file has one fault such as people make.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from pathlib import Path
from typing import Any

from policybook.values import digest

WORDS = [
    "the",
    "board",
    "shall",
    "adopt",
    "review",
    "publish",
    "and",
    "keep",
    "a",
    "written",
    "plan",
    "for",
    "each",
    "school",
    "so",
    "that",
    "every",
    "student",
    "family",
    "and",
    "staff",
    "member",
    "can",
    "learn",
    "in",
    "safety",
    "with",
    "dignity",
    "respect",
    "fair",
    "treatment",
    "open",
    "records",
    "timely",
    "notice",
    "clear",
    "reasons",
    "regular",
    "reports",
    "public",
    "comment",
    "shared",
    "decisions",
    "equal",
    "access",
    "strong",
    "partners",
    "early",
    "learning",
    "language",
    "support",
    "transportation",
    "nutrition",
    "health",
    "counsel",
    "athletics",
    "technology",
    "budget",
    "facilities",
    "purchasing",
    "attendance",
    "discipline",
    "assessment",
    "curriculum",
    "materials",
    "calendar",
    "volunteers",
    "visitors",
    "emergencies",
    "privacy",
    "records",
    "complaints",
    "appeals",
]
TEAMS = ("board", "superintendent", "learning-team", "family-team", "operations-team", "equity-council")


def main() -> None:
    """Write the manual that the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--policies", type=int, default=1000)
    options.add_argument("--faulty", action="store_true")
    asked = options.parse_args()
    files, size = write(asked.folder, asked.policies, faulty=asked.faulty)
    print(f"{asked.policies} policies, {files} files, {size} bytes in {asked.folder}")


def write(folder: Path, policies: int, faulty: bool = False, seed: int = 1) -> tuple[int, int]:
    """Write a manual into `folder`/policy; return how many files and bytes it has."""
    written = size = 0
    for path, text in _files(policies, seed):
        if faulty and written % 10 == 9:
            text = _spoilt(path, text, written // 10)
        target = folder / "policy" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        written += 1
        size += len(text.encode())
    return written, size


def _files(policies: int, seed: int) -> Any:
    yield "agency.yml", (
        "name: Benchmark School District\nfiction: true\ntime_zone: America/Los_Angeles\n"
        "series:\n" + "".join(f'  - {{starts: "{n}", title: Series {n}, cadence: every year}}\n' for n in range(1, 10))
        + "rules:\n  - since: 2000-01-01\n    readings: 2\n    days_between_readings: 14\n"
    )  # fmt: skip
    kinds = {"board": "board", "superintendent": "officer", "equity-council": "oversight-team"}
    yield (
        "bodies.yml",
        "bodies:\n"
        + "".join(
            f"  - id: {team}\n    name: {team.replace('-', ' ').title()}\n    kind: {kinds.get(team, 'action-team')}\n"
            f"    lead: Director\n    meets: every 2 weeks\n"
            for team in TEAMS
        ),
    )
    for at in range(policies):
        yield from _policy(at, policies, random.Random(seed * 1_000_003 + at))


def _policy(at: int, policies: int, dice: random.Random) -> Any:
    code = f"{1 + at % 9}{at // 9:04d}"
    other = dice.randrange(policies)
    reference = f"{1 + other % 9}{other // 9:04d}"
    title = " ".join(dice.sample(WORDS, 3)).title()
    folder = f"{code}-{title.lower().replace(' ', '-')}"
    yield f"{folder}/policy.yml", f"code: {code}\nkind: operating-policy\nsteward: superintendent\ncadence: by series\n"
    strategies = [f"direction-{n}" for n in range(1, dice.randint(3, 6))]
    owners = {id: dice.choice(TEAMS[2:]) for id in strategies}
    listed = "".join(
        f"  - id: {id}\n    title: {_sentence(dice, 5)}\n    owner: {owners[id]}\n"
        f"    cadence: every 6 months\n    activities: [{_sentence(dice, 4)}, {_sentence(dice, 5)}]\n"
        for id in strategies
    )
    yield f"{folder}/strategies.yml", f"strategies:\n{listed}"
    sections = [(f"section-{n}", _sentence(dice, 3), [_sentence(dice, 17) for _ in range(4)]) for n in range(1, 7)]
    chained: tuple[str, str] | None = None
    for year in (2014, 2019, 2026):
        for section in dice.sample(sections, 2):
            section[2][dice.randrange(4)] = _sentence(dice, 17)
        text = [_section(*section) for section in sections]
        if year == 2026:
            text.append(_directions(strategies, dice))
        id = f"{year}-03-10"
        yield f"{folder}/revisions/{id}.yml", _revision(id, title, text, chained, reference)
        own = digest.of_text(title, text)
        chained = (id, digest.of_act(chained, id, "revise" if chained else "adopt", own))
    for id in strategies:
        yield (
            f"{folder}/reviews/2026-09-15-{id}.yml",
            (
                f"of: {id}\nby: {owners[id]}\ndigest: {own}\noutcome: on-track\nsummary: >-\n"
                f"  {_sentence(dice, 14)}.\n  {_sentence(dice, 11)}.\n"
            ),
        )


def _section(id: str, heading: str, sentences: list[str]) -> dict[str, Any]:
    return {"id": id, "heading": heading, "text": " ".join(f"{sentence}." for sentence in sentences)}


def _directions(ids: list[str], dice: random.Random) -> dict[str, Any]:
    items = [{"id": id, "text": f"{_sentence(dice, 20)}."} for id in ids]
    return {"id": "directions", "kind": "strategies", "text": "We establish these directions:", "numbering": "(a)", "items": items}  # fmt: skip


def _revision(id: str, title: str, text: list[dict[str, Any]], before: tuple[str, str] | None, reference: str) -> str:
    action = "revise" if before else "adopt"
    own = digest.of_text(title, text)
    head = [
        f"action: {action}", f"date: {id}", f"title: {title}", "readings:", f"  - date: {id[:4]}-02-10",
        f"  - date: {id}", "vote: unanimous", f"digest: {own}", f"chain: {digest.of_act(before, id, action, own)}",
        "references:", f"  - {{code: {reference}, why: the same subject}}",
    ]  # fmt: skip
    if before:
        head.append(f"follows: {before[0]}")
    return "\n".join([*head, "text:", *(line for provision in text for line in _provision(provision, "  "))]) + "\n"


def _provision(data: dict[str, Any], pad: str) -> list[str]:
    lines = [f"{pad}- id: {data['id']}"]
    lines += [f'{pad}  {key}: "{data[key]}"' for key in ("heading", "numbering", "kind") if key in data]
    lines.append(f"{pad}  text: >-")
    lines += [f"{pad}    {line}" for line in textwrap.wrap(data["text"], 96)]
    if "items" in data:
        lines.append(f"{pad}  items:")
        lines += [line for item in data["items"] for line in _provision(item, pad + "    ")]
    return lines


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(words)).capitalize()


_FAULTS = {
    "revisions": [
        ("title:", "titel:"),  # a key misspelt
        ("-03-10\n", "-02-31\n"),  # no such day
        ("text: >-\n      ", "text: >-\n      Also "),  # the words of an adopted text changed
        ("vote: unanimous", "vote: by all"),
        ("{code: ", "{code: 9"),  # a policy that isn't there
    ],
    "reviews": [
        ("outcome: on-track", "outcome: on track"),
        ("sha256:", "sha256:0"),
        ("by: ", "by: the-"),  # nobody of that name
        ("summary:", "sumary:"),
    ],
    "strategies.yml": [
        ("cadence: every 6 months", "cadence: regularly"),
        ("    owner: ", "    # owner: "),
        ("    title: ", "    title: Our aim: "),  # a colon within plain text
    ],
    "policy.yml": [
        ("steward: superintendent", "steward: superintendant"),
        ("kind: operating-policy", "kind: operating policy"),
    ],
}


def _spoilt(path: str, text: str, number: int) -> str:
    """Put one fault into a file, such as people make; the kinds of fault take turns."""
    faults = _FAULTS[path.split("/")[1]]
    right, wrong = faults[number % len(faults)]
    return text.replace(right, wrong, 1)


if __name__ == "__main__":
    main()
