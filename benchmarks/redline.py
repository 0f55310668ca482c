"""What the redline's edit script costs and how short it is, as ratios within one run.

    python benchmarks/redline.py

Two kinds of text: varied prose, and boilerplate in which no sentence stands only once. Of each 1, 5 and 30 % of the
words are changed: a third of those taken out, a third replaced, a third given a new neighbour.
"""

from __future__ import annotations

import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from policybook.redline.edit_script import edits

SMALL, LARGE = 9_000, 180_000
"""Words: about 50 KB and 1 MB."""
SHARES = (0.01, 0.05, 0.3)
Kind = Callable[[int, random.Random], list[str]]


def varied(words: int, chance: random.Random) -> list[str]:
    """Return words as prose has them: few very common, most of them rare."""
    vocabulary = [f"word{number}" for number in range(8_000)]
    return chance.choices(vocabulary, [1 / (number + 1) for number in range(8_000)], k=words)


def boilerplate(words: int, chance: random.Random) -> list[str]:
    """Return forty sentences, of three hundred words in all, over and over."""
    sentences = [[f"word{chance.randrange(300)}" for _ in range(chance.randrange(8, 25))] for _ in range(40)]
    found: list[str] = []
    while len(found) < words:
        found += chance.choice(sentences)
    return found[:words]


def changed(text: list[str], share: float, chance: random.Random) -> list[str]:
    """Return the text with a share of its words changed."""
    found = []
    for word in text:
        dice = chance.random() / share
        if dice >= 1:
            found.append(word)
        elif dice >= 2 / 3:
            found += [word, chance.choice(text)]
        elif dice >= 1 / 3:
            found.append(chance.choice(text))
    return found


def size(old: list[str], new: list[str]) -> int:
    """Return how many words the edit script takes out and puts in."""
    return sum(step.old_end - step.old + step.new_end - step.new for step in edits(old, new) if not step.same)


def least(old: list[str], new: list[str]) -> int:
    """Return the least that any script must take out and put in: what isn't in a longest common subsequence."""
    where: dict[str, int] = {}
    for at, word in enumerate(new):
        where[word] = where.get(word, 0) | 1 << at
    every = row = (1 << len(new)) - 1
    for word in old:
        hits = row & where.get(word, 0)
        row = (row + hits | row - hits) & every
    return len(old) + len(new) - 2 * (len(new) - row.bit_count())


def seconds(*tasks: Callable[[], object], runs: int = 3) -> list[float]:
    """Return the median processor time of each task; they take turns."""
    spent: list[list[float]] = [[] for _ in tasks]
    for _ in range(runs):
        for at, task in enumerate(tasks):
            start = time.process_time()
            task()
            spent[at].append(time.process_time() - start)
    return [statistics.median(times) for times in spent]


def peak(old: list[str], new: list[str]) -> int:
    """Return the most memory that making a script takes, in bytes, beside the two texts."""
    tracemalloc.start()
    edits(old, new)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def against_difflib(old: list[str], new: list[str]) -> float:
    """Return our time as a share of difflib's, which is kept from leaving common words out."""
    ours, theirs = seconds(
        lambda: edits(old, new), lambda: SequenceMatcher(None, old, new, autojunk=False).get_opcodes(), runs=5
    )
    return ours / theirs


def bounds(kind: Kind, chance: random.Random) -> Iterator[str]:
    """Yield what two large texts cost that have little or nothing in common, and what memory."""
    old, other = kind(LARGE, chance), kind(LARGE, chance)
    new, strange = changed(old, 0.3, chance), [f"{word}x" for word in other]
    base, unrelated, nothing = seconds(lambda: edits(old, new), lambda: edits(old, other), lambda: edits(old, strange))
    yield f"unrelated: time / own at 30 % {unrelated / base:.2f}"
    yield f"nothing in common: time / own at 30 % {nothing / base:.2f}"
    most, quarter = peak(old, new), peak(old[: LARGE // 4], new[: LARGE // 4])
    yield f"memory {most >> 20} MiB, {most / quarter:.1f} times that of a quarter of the words"


def main() -> None:
    """Print the figures."""
    for kind in (varied, boilerplate):
        chance = random.Random(1)
        print(kind.__name__)
        for words in (SMALL, LARGE):
            for share in SHARES:
                old = kind(words, chance)
                new = changed(old, share, chance)
                said = f"script / minimal {size(old, new) / least(old, new):.4f}"
                if words == SMALL:
                    said += f", time / difflib {against_difflib(old, new):.3f}"
                print(f"  {words:>7,} words, {share:4.0%} changed: {said}", flush=True)
        for said in bounds(kind, chance):
            print(f"  {LARGE:>7,} words, {said}", flush=True)


if __name__ == "__main__":
    main()
