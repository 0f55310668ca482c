"""Decide the conflicts of a proposal that is merged onto the text in force: by options, or by asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policybook.cli import output, param_types

if TYPE_CHECKING:
    from policybook.acts.merge import Side
    from policybook.model import Manual


def choices(proposed: tuple[str, ...], in_force: tuple[str, ...]) -> dict[str, Side]:
    """Return the side to keep of each place that the options name."""
    chosen: dict[str, Side] = dict.fromkeys(proposed, "proposed")
    chosen.update(dict.fromkeys(in_force, "in-force"))
    return chosen


def decided(manual: Manual, code: str, choices: dict[str, Side]) -> dict[str, Side]:
    """Return the choices, prompting for the conflicts that are left where there is a terminal."""
    from policybook.acts import rebase
    from policybook.text.terminal import safe

    if not output.is_interactive():
        return choices
    for one in rebase.conflicts(manual, code):
        if one.at not in choices:
            for words, side in (("before", one.base), ("in force", one.in_force), ("proposed", one.proposed)):
                click.echo(safe(f"{one.at}, {words}: {side}"))
            kept = click.prompt("Which to keep", type=param_types.ChoiceParam(("proposed", "in-force")))
            choices[one.at] = "proposed" if kept == "proposed" else "in-force"
    return choices
