"""Runs a stage as a process of its own and reads what the operating system says about it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """One run: seconds by the clock, seconds of all processors, highest memory in MB, megabytes."""

    seconds: float
    processor: float
    memory: float
    size: float


def run(command: list[str], written: Path | None = None) -> Measured:
    """Runs a command to its end.

    Args:
        command: the command; its output is thrown away unless it fails.
        written: folder or file whose size is what the stage wrote.

    Raises:
        RuntimeError: the command failed; with what it said.
    """
    start = time.perf_counter()
    # wait4 gives the figures of this process and of its children that have ended.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _pid, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{command} failed: {said.decode()[-2000:]}")
    memory = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Measured(seconds, used.ru_utime + used.ru_stime, memory, _size(written) / 1e6)


def _size(path: Path | None) -> int:
    if path is None or not path.exists():
        return 0
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
