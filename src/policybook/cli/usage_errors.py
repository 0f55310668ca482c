"""Explain a wrong command line: what isn't understood, the closest match, and the usage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import click

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def message(error: click.ClickException) -> str:
    """Return what is wrong with a command line, with a suggestion."""
    if isinstance(error, click.BadOptionUsage):
        return _unfinished(error.option_name, 2 if "2 arguments" in error.message else 1)
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
        said = f'Unexpected argument: ‘{extra[1]}’. Put words that belong together in quotes, as in "two words".'
    else:
        return error.format_message()
    return f"{said.strip()} {_written(context)}"


def require_option_values(command: click.Command, args: Sequence[str]) -> None:
    """Refuse an option without its value where Click would take the next option for the value."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    values = {name: 0 if one.is_flag or one.count else one.nargs for one in options for name in one.opts}
    left, option = 0, ""
    for argument in args:
        if argument == "--" and not left:
            return
        name = argument.partition("=")[0]
        if left and name in values:
            raise click.UsageError(_unfinished(option, values[option]))
        if left:
            left -= 1
        elif name in values and "=" not in argument:
            left, option = values[name], name


def nearest(written: str, options: Iterable[str]) -> str:
    """Return the option closest to `written`: one with that word in its name, or a similar one; empty where none is close."""
    from difflib import get_close_matches

    by_word = {option.lstrip("-"): option for option in options}
    word = written.lstrip("-")
    meant = [name for name in by_word if word in name.split("-")] or get_close_matches(word, by_word, 1, 0.6)
    return by_word[meant[0]] if meant else ""


def _unfinished(option: str, values: int) -> str:
    return f"{option} needs {'a value' if values == 1 else f'{values} values'} after it; --help says which."


def _written(context: click.Context) -> str:
    arguments = " ".join(context.command.collect_usage_pieces(context))
    return f"Usage: {context.command_path} {arguments}; see `{context.command_path} --help`."
