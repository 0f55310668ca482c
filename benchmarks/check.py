"""Print what a cold `policybook check` costs, as ratios of interleaved runs in one call.

    python benchmarks/check.py [--policies 1000] [--runs 5] [--growth]

CPU is user and system time of whole processes; the least of the runs is compared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from manual import write
from measure import Cost, interleaved

_POLICYBOOK = [str(Path(sys.executable).with_name("policybook"))]
_LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
_VALIDATE = """
import json, sys, yaml
from pathlib import Path
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
schemas = {path.name.partition(".")[0]: json.loads(path.read_text()) for path in Path(sys.argv[2]).glob("*.json")}
registry = Registry().with_resources((one["$id"], Resource.from_contents(one)) for one in schemas.values())
kinds = {"revisions": "revision", "reviews": "review", "policy.yml": "policy", "strategies.yml": "strategies",
         "agency.yml": "agency", "bodies.yml": "bodies"}
validators = {name: Draft202012Validator(schemas[kind], registry=registry) for name, kind in kinds.items()}
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    data = yaml.load(path.read_bytes(), yaml.CBaseLoader)
    validator = validators[path.name if path.name in validators else path.parent.name]
    list(validator.iter_errors(data))
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--policies", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--growth", action="store_true", help="Measure ten times as many policies, too, once.")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        check, load = _compared(Path(folder), asked.policies, asked.runs)
    if asked.growth:
        with tempfile.TemporaryDirectory() as folder:
            _grown(Path(folder), asked.policies, check, load)


def _compared(folder: Path, policies: int, runs: int) -> tuple[Cost, Cost]:
    """Print what a check costs against its anchors; return the check and the mere load."""
    schemas = Path(__file__).parents[1] / "schemas"
    clean, faulty = folder / "clean", folder / "faulty"
    _written(clean, policies)
    write(faulty, policies, faulty=True)
    check, check_faulty, load, validate, version, help, nothing = interleaved(
        [
            _check(clean),
            _check(faulty),
            [sys.executable, "-c", _LOAD, str(clean)],
            [sys.executable, "-c", _VALIDATE, str(clean), str(schemas)],
            [*_POLICYBOOK, "--version"],
            [*_POLICYBOOK, "--help"],
            [sys.executable, "-c", "pass"],
        ],
        runs,
    )
    print(f"check: {check.cpu:.2f} s, {check.memory:.0f} MiB at its peak")
    print(f"check against CSafeLoader merely loading: {check.cpu / load.cpu:.2f}")
    print(f"check against a YAML load and jsonschema: {check.cpu / validate.cpu:.2f}")
    print(f"one fault in every tenth file against none: {check_faulty.cpu / check.cpu:.2f}")
    print(f"--version against python -c pass: {version.cpu / nothing.cpu:.2f}")
    print(f"--help against python -c pass: {help.cpu / nothing.cpu:.2f}")
    return check, load


def _grown(folder: Path, policies: int, check: Cost, load: Cost) -> None:
    """Print what ten times as many policies cost, against ten times the cost of the others."""
    _written(folder, 10 * policies)
    grown, grown_load = interleaved([_check(folder), [sys.executable, "-c", _LOAD, str(folder)]], 1, warm=False)
    print(f"check: {grown.cpu:.2f} s, {grown.memory:.0f} MiB at its peak")
    print(f"check against CSafeLoader merely loading: {grown.cpu / grown_load.cpu:.2f}")
    print(
        f"against ten times the check of a tenth: {grown.cpu / check.cpu / 10:.2f} (the load: {grown_load.cpu / load.cpu / 10:.2f})"
    )


def _written(folder: Path, policies: int) -> None:
    files, size = write(folder, policies)
    print(f"{policies:,} policies, {files:,} files, {size / 1e6:.1f} MB")


def _check(folder: Path) -> list[str]:
    return [*_POLICYBOOK, "check", "--as-of", "2026-11-24", "--manual", str(folder)]


if __name__ == "__main__":
    main()
