"""One message for each body that has something to do: for an issue (Markdown) or for mail (.eml)."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from uuid import NAMESPACE_URL, uuid5

from policybook.due.listing import Listing
from policybook.due.obligation import Obligation
from policybook.due.summary import deadline, progress, title
from policybook.text.markdown import words


@dataclass(frozen=True, slots=True)
class Message:
    """What one body is told."""

    body: str
    """The id of the body."""
    name: str
    subject: str
    lines: tuple[str, ...]
    """One for each thing to do, the most pressing first."""
    agency: str
    day: str

    def markdown(self) -> bytes:
        """Return the message for an issue: words of the record are shown as they stand, and call nobody."""
        listed = "\n".join(f"- [ ] {words(line)}" for line in self.lines)
        return f"# {words(self.subject)}\n\n{listed}\n\n{words(self.agency)}, {words(self.day)}\n".encode()

    def eml(self) -> bytes:
        """Return the message as a draft to be addressed and sent; made twice on one day it is the same message."""
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = " ".join(self.subject.split())
        mail["X-Unsent"] = "1"
        name = uuid5(NAMESPACE_URL, f"policybook:{self.agency}\n{self.body}\n{self.day}\n" + "\n".join(self.lines))
        mail["Message-ID"] = f"<{name}@policybook>"
        listed = "\n".join(f"- {line}" for line in self.lines)
        mail.set_content(f"{self.name}\n\n{listed}\n\n{self.agency}, {self.day}\n", cte="quoted-printable")
        return mail.as_bytes()


def messages(listing: Listing) -> tuple[Message, ...]:
    """Return a message for each body that has something overdue or due soon, in the order of bodies.yml."""
    manual, say = listing.manual, listing.say
    found = []
    for body in manual.body_list:
        owed = [one for one in listing.pressing if one.by == body.id]
        meets = [clock for clock in listing.meetings if clock.body.id == body.id]
        if not owed and not meets:
            continue
        late = sum(one.is_late(manual.as_of) for one in owed) + sum(one.is_late(manual.as_of) for one in meets)
        lines = [_line(listing, one) for one in owed]
        lines += [
            f"{say('Meeting')}: {say('due by {date}', date=say.day(one.on))}" for one in meets if one.on is not None
        ]
        subject = f"{body.name}: {late} overdue, {len(lines) - late} due soon"
        found.append(Message(body.id, body.name, subject, tuple(lines), manual.agency.name, say.day(manual.as_of)))
    return tuple(found)


def _line(listing: Listing, one: Obligation) -> str:
    manual, say = listing.manual, listing.say
    return f"{listing.kind(one)}: {title(one, say)}, {deadline(one, manual, say)} ({progress(one, say)})"
