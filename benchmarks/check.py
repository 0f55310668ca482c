"""Print what a cold `policybook check` costs, as ratios of interleaved runs in one call.

    python benchmarks/check.py [--policies 1000] [--runs 5]

CPU is user and system time of whole processes; the least of the runs is compared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from manual import write
from measure import interleaved

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
    asked = options.parse_args()
    schemas = Path(__file__).parents[1] / "schemas"
    with tempfile.TemporaryDirectory() as folder:
        clean, faulty = Path(folder, "clean"), Path(folder, "faulty")
        files, size = write(clean, asked.policies)
        write(faulty, asked.policies, faulty=True)
        print(f"{asked.policies:,} policies, {files:,} files, {size / 1e6:.1f} MB")
        policybook = [sys.executable, "-m", "policybook"]
        check, check_faulty, load, validate, version, help, nothing = interleaved(
            [
                [*policybook, "check", "--as-of", "2026-11-24", "--manual", str(clean)],
                [*policybook, "check", "--as-of", "2026-11-24", "--manual", str(faulty)],
                [sys.executable, "-c", _LOAD, str(clean)],
                [sys.executable, "-c", _VALIDATE, str(clean), str(schemas)],
                [*policybook, "--version"],
                [*policybook, "--help"],
                [sys.executable, "-c", "pass"],
            ],
            asked.runs,
        )
    print(f"check: {check.cpu:.2f} s, {check.memory:.0f} MiB at its peak")
    print(f"check against CSafeLoader merely loading: {check.cpu / load.cpu:.2f}")
    print(f"check against a YAML load and jsonschema: {check.cpu / validate.cpu:.2f}")
    print(f"one fault in every tenth file against none: {check_faulty.cpu / check.cpu:.2f}")
    print(f"--version against python -c pass: {version.cpu / nothing.cpu:.2f}")
    print(f"--help against python -c pass: {help.cpu / nothing.cpu:.2f}")


if __name__ == "__main__":
    main()
