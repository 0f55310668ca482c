"""`policybook recommend`: record what an oversight body recommends, or that it closes a recommendation."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, completion, output, param_types
from policybook.cli.act_command import Prompt


@click.command("recommend")
@click.argument("code", metavar="CODE", shell_complete=completion.codes)
@click.option("--by", metavar="BODY", help="Who recommends. Default: the body that oversees the policy.")
@click.option("--to", multiple=True, metavar="BODY", help="Who is asked. Repeat for several.")
@click.option("--about", multiple=True, metavar="STRATEGY", help="The strategy it is about. Repeat for several.")
@click.option("--text", metavar="WORDS", help="What is asked.")
@click.option("--respond-by", type=param_types.DATE, metavar="DATE", help="By when an answer is asked for.")
@click.option(
    "--finding",
    metavar="STRATEGY",
    help="Make a recommendation of what the last evaluation found of a strategy; its words are the default text.",
)
@click.option("--close", metavar="ID", help="Close a recommendation instead, with --text as the reason.")
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day. Default: today.")
@act_command.common
def command(
    code: str,
    by: str | None,
    to: tuple[str, ...],
    about: tuple[str, ...],
    text: str | None,
    respond_by: date | None,
    finding: str | None,
    close: str | None,
    day: date | None,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record what an oversight body recommends on a policy, to whom, and by when an answer is asked for.

    Example: policybook recommend 0410 --to board --about fair-hiring --respond-by 2027-02-01 --text "Publish who applies."
    """
    from policybook.acts import evaluate, lookup, recommend

    where, manual = act_command.open_manual(folder, as_of)
    policy = lookup.find_policy(manual, code)
    on = day or where.as_of
    issuer = act_command.body_id(manual, by)
    if close:
        (why,) = act_command.prompt_missing([(Prompt("--text", "Why it is closed"), text)])
        issuer = issuer or recommend.find(policy, close).by
        act_command.carry_out(where, manual, recommend.close(manual, policy, close, issuer, on, why), dry_run)
        return
    issuer = issuer or evaluate.overseer(manual, policy)
    evaluation = ""
    if finding:
        review, found = recommend.last_evaluation(policy, finding)
        evaluation, about = review.id, about or (finding,)
        text = text or (None if output.is_interactive() else found)
    asked, words, until = act_command.prompt_missing(
        (
            (Prompt("--to", "Who is asked", param_types.BodyParam(manual)), to),
            (Prompt("--text", "What is asked", default=found if finding else ""), text),
            (Prompt("--respond-by", "By when an answer is asked for", param_types.DATE), respond_by),
        )
    )
    bodies = [act_command.body_id(manual, one) for one in ([asked] if isinstance(asked, str) else asked)]
    details = recommend.RecommendationDetails(on, issuer, bodies, words, until, about, evaluation)
    act_command.carry_out(where, manual, recommend.plan(manual, policy, details), dry_run)
