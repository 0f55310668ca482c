"""Load checks from a folder of Python modules; nobody else imports a check."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from policybook.errors import PolicybookError
from policybook.finding import SEVERITIES
from policybook.lint.check import FAMILIES, Check, Hit, Hits
from policybook.model import Manual

_BUNDLED = "policybook.checks"


def load(home: Path, package: str = _BUNDLED) -> dict[str, Check]:
    """Return the checks in the folder `home`, by id.

    Raises PolicybookError where a module isn't a check: no docstring, no function `check`, an unknown
    family or severity, or code that doesn't run; an adopter's check raises it also when it fails on a manual.
    """
    _mount(home, package)
    names = sorted(info.name for info in pkgutil.iter_modules([str(home)]))
    checks = [_check(f"{package}.{name}", home / f"{name}.py") for name in names if not name.startswith("_")]
    return {check.id: check for check in checks}


def _check(name: str, path: Path) -> Check:
    try:
        module = importlib.import_module(name)
    except (Exception, SystemExit) as error:  # an adopter's module may hold anything
        raise PolicybookError(f"The check {path} can't be loaded: {_said(error)}.") from error
    run = getattr(module, "check", None)
    if not module.__doc__ or not callable(run):
        raise PolicybookError(
            f"{path} is no check: a check has a docstring, and a function `check(manual)`.{_former(module)}"
        )
    family = getattr(module, "FAMILY", "text")
    severity = getattr(module, "SEVERITY", "error")
    as_adopted = getattr(module, "AS_ADOPTED", None)
    if family not in FAMILIES or severity not in SEVERITIES or as_adopted not in (None, *SEVERITIES):
        raise PolicybookError(f"The check {path} has a family or a severity that doesn't exist.")
    id = name.rpartition(".")[2].replace("_", "-")
    thresholds = getattr(run, "__kwdefaults__", None) or {}
    return Check(
        id=id,
        doc=module.__doc__,
        family=family,
        severity=severity,
        waivable=family != "change",
        as_adopted=as_adopted,
        first=getattr(module, "FIRST", False),
        thresholds=thresholds,
        run=run if name.startswith(_BUNDLED) else _answerable(path, run),
    )


def _former(module: ModuleType) -> str:
    """Say how to mend a check written for version 0.2.0."""
    if not hasattr(module, "check_policy"):
        return ""
    return " Instead of `check_policy(policy, manual)` write `check(manual)` with `for policy in manual:`."


def _answerable(path: Path, run: Callable[..., Any]) -> Callable[..., Hits]:
    """Return an adopter's check so that what goes wrong in it is said of it, not of Policybook."""

    def check(manual: Manual, **thresholds: Any) -> Hits:
        try:
            for hit in run(manual, **thresholds):
                if not isinstance(hit, Hit):
                    raise TypeError(f"it yields {type(hit).__name__}, and a check yields Hit")
                yield hit
        except Exception as error:
            raise PolicybookError(f"The check {path} failed: {_said(error)}.") from error

    return check


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _mount(home: Path, package: str) -> None:
    """Make the folder `home` importable as `package`."""
    spec = importlib.util.spec_from_file_location(package, home / "__init__.py", submodule_search_locations=[str(home)])
    if spec is None or spec.loader is None or not home.is_dir():
        raise PolicybookError(f"There are no checks in {home}.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[package] = module
    first = home / "__init__.py"
    if first.is_file():
        try:
            spec.loader.exec_module(module)
        except (Exception, SystemExit) as error:
            raise PolicybookError(f"{first} can't be loaded: {_said(error)}.") from error
