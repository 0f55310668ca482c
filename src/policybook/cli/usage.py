"""What to say where a command was written wrongly: what isn't understood, what was meant, how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def words(error: click.ClickException) -> str:
    """Return what is wrong with a command line, in sentences, with what helps."""
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} needs a value after it; --help says which."
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return error.format_message()
    command = context.command_path
    extra = _EXTRA.match(error.message)
    if isinstance(error, click.NoSuchOption):
        names = [name for option in context.command.params for name in option.opts if name.startswith("-")]
        hint = nearest(error.option_name, names)
        said = f"`{command}` has no option ‘{error.option_name}’. {f'Did you mean ‘{hint}’?' if hint else ''}"
    elif isinstance(error, click.MissingParameter):
        said = f"{error.param.make_metavar(context) if error.param else 'Something'} is missing."
    elif isinstance(error, click.BadParameter) and error.param is not None:
        return f"{error.param.opts[0] if isinstance(error.param, click.Option) else error.param.make_metavar(context)}: {error.message}"
    elif extra:
        said = f'‘{extra[1]}’ is more than was expected. Words that belong together stand in quotes, as in "two words".'
    else:
        return error.format_message()
    return f"{said.strip()} {_written(context)}"


def nearest(written: str, options: Iterable[str]) -> str:
    """Return the option that was meant by `written`: one that has the word in its name, or the most alike; or none."""
    from difflib import get_close_matches

    by_word = {option.lstrip("-"): option for option in options}
    word = written.lstrip("-")
    meant = [name for name in by_word if word in name.split("-")] or get_close_matches(word, by_word, 1, 0.6)
    return by_word[meant[0]] if meant else ""


def _written(context: click.Context) -> str:
    arguments = " ".join(context.command.collect_usage_pieces(context))
    return f"It is written: {context.command_path} {arguments}; `{context.command_path} --help` says more."
