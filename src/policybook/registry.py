"""Load checks from a folder of Python modules; nobody else imports a check."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from pathlib import Path

from policybook.check import FAMILIES, Check
from policybook.errors import PolicybookError
from policybook.finding import SEVERITIES


def load(home: Path, package: str = "policybook.checks") -> dict[str, Check]:
    """Return the checks in the folder `home`, by id.

    Raises PolicybookError where a module isn't a check: no docstring, no function `check`, an unknown
    family or severity, or code that doesn't run.
    """
    _mount(home, package)
    names = sorted(info.name for info in pkgutil.iter_modules([str(home)]))
    checks = [_check(f"{package}.{name}", home / f"{name}.py") for name in names if not name.startswith("_")]
    return {check.id: check for check in checks}


def _check(name: str, path: Path) -> Check:
    try:
        module = importlib.import_module(name)
    except Exception as error:  # an adopter's module may hold anything
        raise PolicybookError(f"The check {path} can't be loaded: {type(error).__name__}: {error}.") from error
    run = getattr(module, "check", None)
    if not module.__doc__ or not callable(run):
        raise PolicybookError(f"{path} is no check: a check has a docstring and a function called `check`.")
    family = getattr(module, "FAMILY", "text")
    severity = getattr(module, "SEVERITY", "error")
    if family not in FAMILIES or severity not in SEVERITIES:
        raise PolicybookError(f"The check {path} has a family or a severity that doesn't exist.")
    id = name.rpartition(".")[2].replace("_", "-")
    thresholds = getattr(run, "__kwdefaults__", None) or {}
    first = getattr(module, "FIRST", False)
    return Check(id, module.__doc__, family, severity, run, thresholds, waivable=family != "change", first=first)


def _mount(home: Path, package: str) -> None:
    """Make the folder `home` importable as `package`."""
    spec = importlib.util.spec_from_file_location(package, home / "__init__.py", submodule_search_locations=[str(home)])
    if spec is None or spec.loader is None or not home.is_dir():
        raise PolicybookError(f"There are no checks in {home}.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[package] = module
    if (home / "__init__.py").is_file():
        spec.loader.exec_module(module)
