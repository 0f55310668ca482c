"""Print what a cold `policybook check` costs, as ratios of interleaved runs in one call.

    python benchmarks/check.py [--policies 1000] [--runs 5]

CPU is user and system time of whole processes; the median of the runs is compared.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from manual import write

_LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--policies", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files, size = write(Path(folder), asked.policies)
        print(f"{asked.policies} policies, {files} files, {size / 1e6:.1f} MB")
        check = [sys.executable, "-m", "policybook", "check", "--as-of", "2026-11-24", "--manual", folder]
        load = [sys.executable, "-c", _LOAD, folder]
        version, nothing = [sys.executable, "-m", "policybook", "--version"], [sys.executable, "-c", "pass"]
        times = _interleaved([check, load, version, nothing], asked.runs)
    print(f"check against CSafeLoader merely loading: {times[0] / times[1]:.2f} ({times[0]:.2f} s, {times[1]:.2f} s)")
    print(f"--version against python -c pass: {times[2] / times[3]:.2f} ({times[2]:.3f} s, {times[3]:.3f} s)")


def _interleaved(commands: list[list[str]], runs: int) -> list[float]:
    """Return the median CPU seconds of each command; one run of each is left out to warm up."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    measured: list[list[float]] = [[] for _ in commands]
    for run in range(runs + 1):
        for command, times in zip(commands, measured, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if run:
                times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return [statistics.median(times) for times in measured]


if __name__ == "__main__":
    main()
