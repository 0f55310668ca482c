"""`policybook duties`: the sentences in force that bind somebody."""

from __future__ import annotations

import json
from datetime import date

import click

from policybook.cli import options, param_types

_FORCES = ("must", "must not", "will", "should", "may")


@click.command("duties")
@click.option("--body", "of", metavar="BODY", help="Only what binds this body, by its id in bodies.yml.")
@click.option("--force", type=param_types.ChoiceParam(_FORCES), help="Only sentences of this force.")
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@options.output
@options.manual
def command(
    of: str | None, force: str | None, form: str, output: str | None, folder: str | None, as_of: date | None
) -> None:
    """List the sentences in force that say who must, will, should or may do something.

    They are found by their verbs and by the names of the bodies, and quoted as they stand.

    Example: policybook duties --body superintendent --force must
    """
    from policybook.cli import load
    from policybook.errors import PolicybookError
    from policybook.exports import duties as register
    from policybook.model import duties
    from policybook.text.suggest import did_you_mean
    from policybook.text.terminal import safe

    manual = load.load(options.place(folder, as_of))
    if of is not None and of not in manual.bodies:
        raise PolicybookError(f"There is no body ‘{of}’ in bodies.yml. {did_you_mean(of, manual.bodies)}".strip())
    found = [
        duty
        for duty in duties.of_manual(manual)
        if (of is None or of in duty.bodies) and (force is None or duty.force == force)
    ]
    if form == "json":
        data = json.dumps(register.register(manual, found), ensure_ascii=False, indent=1) + "\n"
        options.put(data.encode(), output)
        return
    lines = []
    for duty in found:
        who = ", ".join(manual.body_name(body) for body in duty.bodies) or (manual.agency.name if duty.agency else "")
        where = f"{duty.policy.code}#{duty.provision.id}" if duty.provision.id else duty.policy.code
        lines += [safe(f"{where}  {duty.force}{f'  {who}' if who else ''}"), safe(f"    {duty.sentence}")]
    lines.append(f"{len(found)} sentences." if len(found) != 1 else "1 sentence.")
    options.put(("\n".join(lines) + "\n").encode(), output)
