"""`policybook packet`: write the board packet for an agenda item."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policybook.cli import act_command, completion, options, param_types

if TYPE_CHECKING:
    from policybook.model import Manual, Policy, Revision


@click.command("packet")
@click.argument("codes", nargs=-1, required=True, metavar="CODE…", shell_complete=completion.codes)
@click.option("--meeting", type=param_types.DATE, metavar="DATE", help="The meeting it is for, such as 2026-11-24.")
@click.option("--format", "form", type=param_types.ChoiceParam(("docx", "pdf")), default="docx", show_default=True)
@click.option("--output", metavar="FILE", help="Write to FILE; else to packet-<code>.docx (or .pdf) in this folder.")
@click.option("--to", default="", metavar="NAME", help="To whom it goes. Default: the board.")
@click.option("--from", "sender", default="", metavar="NAME", help="Who sends it. Default: who proposed the change.")
@click.option("--prepared-by", default="", metavar="NAME", help="Who prepared it.")
@click.option("--item", "agenda_item", default="", metavar="NUMBER", help="The agenda item, such as 7.B.")
@options.manual
def command(
    codes: tuple[str, ...],
    meeting: date | None,
    form: str,
    output: str | None,
    to: str,
    sender: str,
    prepared_by: str,
    agenda_item: str,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Write the board packet for CODE: memo, redline and clean copy in one file.

    Several codes make one packet. CODE@ID names a proposal, or an act already done, where there is more than one.

    Example: policybook packet 3210 6700 --meeting 2026-11-24 --format pdf
    """
    from policybook.cli import load
    from policybook.documents import packet as packets
    from policybook.record import atomic
    from policybook.values import codes as addresses

    manual = load.load(options.place(folder, as_of))
    chosen = [_chosen(manual, act_command.choose_proposal(manual, code)) for code in dict.fromkeys(codes)]
    logo = _logo(options.place(folder, as_of).folder, manual.agency.text("logo"))
    cover = packets.Cover(to, sender, prepared_by, agenda_item, logo)
    made = packets.build(manual, chosen, meeting, cover)
    if form == "docx":
        from policybook.documents.packet.docx import write
    else:
        from policybook.documents.packet.pdf import write
    name = "-".join(addresses.address(policy.code) for policy, _ in chosen)
    target = Path(output or f"packet-{name[:80]}.{form}")
    atomic.write(target, write(made))
    click.echo(f"{target} holds the packet of {', '.join(item.name for item in made.items)}.")
    for item in made.items:
        click.echo(f"Digest of the text of {item.policy.code}: {item.text.computed_digest}")


def _logo(root: Path, name: str) -> bytes:
    """Return the agency's logo, which lies under docs/ beside the record; nothing where there is none."""
    path = root / "docs" / name
    return path.read_bytes() if name and path.is_file() and path.stat().st_size < 1 << 20 else b""


def _chosen(manual: Manual, asked: str) -> tuple[Policy, Revision]:
    """Return the policy and the revision that CODE or CODE@ID names."""
    from policybook.cli import load
    from policybook.errors import PolicybookError

    code, _, id = asked.partition("@")
    policy = load.find(manual, code)
    if id:
        return policy, load.revision(policy, id)
    opened = [one for one in policy.proposals if one.outcome in ("", "postponed")]
    if len(opened) == 1:
        return policy, opened[0]
    if opened:
        names = " or ".join(f"{policy.code}@{one.id}" for one in opened)
        raise PolicybookError(f"Policy {policy.code} has {len(opened)} open proposals. Name one: {names}.")
    acts = [act for act in policy.acts if act.holds_text]
    hint = f" For the packet of its last act write {policy.code}@{acts[-1].id}." if acts else ""
    raise PolicybookError(f"Nothing is proposed for policy {policy.code}.{hint}")
