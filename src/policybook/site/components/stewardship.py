"""Who keeps a policy's own text, how often it is looked at, and how compliance with it is monitored."""

from __future__ import annotations

from policybook.due import other, wording
from policybook.due import reviews as due
from policybook.due.summary import METHODS, outcome
from policybook.exports import urls
from policybook.model import Fact, Policy, View
from policybook.model.fact import fact
from policybook.model.review import EVALUATION, OF_POLICY
from policybook.site.components import reviews
from policybook.site.components.due import by_when
from policybook.site.components.facts import body, known, sourced
from policybook.site.components.tables import facts, items
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text.html import Html, join


def text_itself(book: Book, policy: Policy) -> list[str]:
    """Return the part on the policy's own text, or nothing where no text is or was adopted."""
    if not policy.is_held or not policy.acts:
        return []
    say, page = book.say, urls.policy(policy.code)
    found = due.of_policy(book.manual, policy)
    steward, often = book.manual.steward_of(policy), found.cadence
    held = found.why != "not in force"  # what holds no longer is owed no review
    keeper = body(book, steward.value, page) if steward and steward.value else join(say("not recorded"))
    how_often = wording.interval(often.value, say) if often and often.value else say("not recorded")
    rows = facts(
        [
            (say("Steward"), sourced(book, keeper, steward, page)),
            (say("Review cycle"), sourced(book, how_often, often, page) if held else ""),
            (say("Last review"), reviews.last(book, found) if held or found.last else ""),
            (say("Next review"), reviews.next_due(book, found) if held else ""),
            (say("Overseen by"), _overseen(book, policy) if held else ""),
            (say("Monitored"), items(_monitored(book, policy)) if held else ""),
        ]
    )
    return [
        heading(3, join(say("The text itself")), "kept"),
        rows,
        reviews.held(book, policy, OF_POLICY, page),
    ]


def _overseen(book: Book, policy: Policy) -> Html:
    """Return who evaluates how the policy is carried out, how often, and the last evaluation on record."""
    asked = policy.oversight
    if asked is None:
        return Html()
    say, page = book.say, urls.policy(policy.code)
    often, whole = fact(asked, "cadence"), Fact(asked.data, asked.path)
    how_often = wording.interval(often.value, say) if often and often.value else say("how often isn't recorded")
    done = [one for one in policy.reviews if one.text("method") == EVALUATION and one.when.latest <= book.manual.as_of]
    last = due.latest(done)
    told = say("last evaluation {date}", date=say.date(last.when)) if last else say("no evaluation on record")
    return join(sourced(book, body(book, asked.text("by"), page), whole, page), f", {how_often}; {told}")


def _monitored(book: Book, policy: Policy) -> list[Html]:
    say, page = book.say, urls.policy(policy.code)
    lines = []
    for line in policy.parts("monitoring"):
        often = fact(line, "cadence")
        said = wording.interval(often.value, say) if often and often.value else ""
        by = join(": ", body(book, line.text("by"), page)) if line.text("by") else Html()
        how = join(say(METHODS[line.text("method")]), ", " if said else "", known(book, said, often, page), by)
        lines.append(join(how, *(join("; ", one) for one in _reported(book, policy, line))))
    return lines


def _reported(book: Book, policy: Policy, line: View) -> list[Html]:
    """Return the last report by one method and when the next is due."""
    used = [one for one in policy.reviews if one.text("method") == line.text("method")]
    last = due.latest([one for one in used if one.when.earliest <= book.manual.as_of])
    if last is None:
        return [join(book.say("no report on record"))]
    told = book.say("last report {date}: {outcome}", date=book.say.date(last.when), outcome=outcome(last, book.say))
    owed = next((one for one in other.monitoring(book.manual) if one.place == line.at("method")), None)
    return [join(told), join(by_when(book, owed))] if owed else [join(told)]
