"""Run commands in turn and compare what they cost: CPU of the whole process, and its peak memory."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command costs: the least CPU seconds of its runs, and the highest peak of memory in MiB."""

    cpu: float
    memory: float


def interleaved(commands: list[list[str]], runs: int, folder: Path | None = None, warm: bool = True) -> list[Cost]:
    """Return what each command costs; the commands take turns, and unless not `warm` a first run of each warms up.

    The least of the runs counts: what else goes on in a machine only ever adds to it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds: list[list[float]] = [[] for _ in commands]
    peaks = [0.0 for _ in commands]
    for run in range(runs + warm):
        for at, command in enumerate(commands):
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, cwd=folder
            )
            _, _, used = os.wait4(process.pid, 0)
            peaks[at] = max(peaks[at], used.ru_maxrss / 1024)
            if run >= warm:
                seconds[at].append(used.ru_utime + used.ru_stime)
    return [Cost(min(times), peak) for times, peak in zip(seconds, peaks, strict=True)]
