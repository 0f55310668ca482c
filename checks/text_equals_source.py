"""A text taken over from a source is the source's text, word for word.

The provisions, joined in their printed order with labels and marks, must equal what the source has between the words
given under `recorded` as `after` and `before`; white space aside. Without those the text must stand in the source.

How to mend: copy the words from the source; nothing is paraphrased and nothing left out.

Example:

    -- 3210-fair-discipline/revisions/2020-05-12.yml --
    action: adopt
    date: {is: 2020-05-12, source: district-history, quote: first adopted in May 2020}
    recorded: {date: 2026-06-01, source: district-history, after: A history of our policies, before: An early draft}
    title: Fair Discipline
    readings:
      - date: 2020-04-14
      - date: 2020-05-12
    vote: unanimous
    digest: $digest
    chain: $chain
    text:
      - id: purpose
        text: >-
          The discipline policy was first adopted
"""

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, Place, Provision, Revision, markup

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.texts_of():
            source = manual.sources.get(revision.recorded.get("source", ""))
            if source is not None and source.words is not None:
                yield from _compared(policy.code, revision, source.squeezed)


def _compared(code: str, revision: Revision, whole: str) -> Hits:
    said = f"revision {revision.id} of policy {code}"
    pieces = [(_squeezed(words), place) for provision in revision.provisions for words, place in _printed(provision)]
    after, before = (_squeezed(revision.recorded.get(key, "")) for key in ("after", "before"))
    start = whole.find(after) if after else 0
    end = whole.find(before, start + len(after)) if before else len(whole)
    for key, found in (("after", start), ("before", end)):
        if found < 0:
            place = revision.at("recorded", key)
            yield Hit(
                place, f"The words under `{key}` of {said} don't stand in its source.", "Copy them from the source."
            )
            return
    text = whole[start + len(after) : end].strip()
    bounded = bool(after and before)
    at = 0 if bounded else max(text.find(pieces[0][0]), 0)
    for words, place in pieces:
        if not text.startswith(words, at):
            yield Hit(
                place,
                f"The text of {said} is not that of its source here: the source goes on “{text[at : at + 50]}…”.",
                "Copy the words from the source.",
            )
            return
        at += len(words)
        at += text.startswith(" ", at)
    if bounded and at < len(text):
        message = f"The text of {said} ends before that of its source, which goes on “{text[at : at + 50]}…”."
        yield Hit(pieces[-1][1], message, "Add what is missing, word for word.")


def _printed(provision: Provision) -> Iterator[tuple[str, Place]]:
    """Yield the words of a provision as they are printed, each with its place."""
    lead = [provision.label or provision.mark.replace("•", ""), provision.heading, markup.plain(provision.prose)]
    yield " ".join(part for part in lead if part), provision.prose_at()
    for row in provision.rows:
        yield " ".join(markup.plain(cell) for cell in row), provision.at("table")
    for item in provision.items:
        yield from _printed(item)


def _squeezed(words: str) -> str:
    return " ".join(words.split())
