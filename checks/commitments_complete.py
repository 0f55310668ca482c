"""Each sentence of a strategic direction that promises something is taken up once, or set aside with a reason.

A strategy that lists some promises of its provision and leaves others out makes those vanish.

How to mend: quote the sentence under `commitments`; or under `set_aside`, with `why`.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
    -      - quote: Every school will offer a restorative meeting within five school days.
"""

from policybook.check import Hit, Hits, Manual, Policy, Strategy, duties

FAMILY = "text"
SEVERITY = "notice"

_PROMISES = ("must", "must not", "will")


def check(manual: Manual) -> Hits:
    for policy in manual:
        yield from _of_policy(policy, manual)


def _of_policy(policy: Policy, manual: Manual) -> Hits:
    listed = [one for one in policy.strategies if one.commitments and one.ended is None]
    if not listed or not policy.knows("revisions"):
        return
    text = policy.standing(manual.as_of).text
    if text is None or not text.holds_text:
        return
    promised = [duty for duty in duties.of_text(manual, policy, text) if duty.force in _PROMISES]
    for strategy in listed:
        yield from _taken_up(
            strategy, [_plain(one.sentence) for one in promised if one.provision.id == strategy.provision]
        )


def _taken_up(strategy: Strategy, sentences: list[str]) -> Hits:
    quotes = [_plain(one.quote) for one in strategy.commitments]
    aside = [_plain(entry["quote"]) for entry in strategy.get("set_aside") or ()]
    for sentence in sentences:
        times = sum(quote in sentence or sentence in quote for quote in quotes)
        if times == 0 and not any(quote in sentence or sentence in quote for quote in aside):
            yield Hit(
                strategy.at("commitments").key(),
                f"“{sentence[:80]}” promises something, and no commitment of ‘{strategy.title}’ takes it up.",
                "Quote it under `commitments`, or under `set_aside` with `why`.",
            )
    for at, one in enumerate(strategy.commitments):
        if quotes.index(_plain(one.quote)) != at:
            yield Hit(one.at("quote"), f"“{one.quote[:60]}” is quoted twice.", "Leave one of them out.")
        elif len(one.quote.split()) < 3:
            yield Hit(one.at("quote"), f"“{one.quote}” is no promise.", "Quote the whole sentence.")


def _plain(words: str) -> str:
    return " ".join(words.replace("*", "").split())
