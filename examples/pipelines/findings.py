"""Findings of a folder of reports as Python sees them, each report as soon as it is checked.

    python3 findings.py FOLDER [ARGUMENT…]

Further arguments go to `annual-report check`. `ANNUAL_REPORT` names the program, where it is not on the path.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator


def lines(*arguments: str) -> Iterator[dict]:
    """The lines of `annual-report check --format jsonl`; raises RuntimeError where a file could not be read."""
    program = shlex.split(os.environ.get("ANNUAL_REPORT", "annual-report"))
    command = [*program, "check", "--format", "jsonl", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield json.loads(line)
    # 1 says that there are errors in reports; only 2 says that something was not checked.
    if process.returncode not in (0, 1):
        raise RuntimeError(f"annual-report: {process.returncode}")


def findings(*arguments: str) -> Iterator[tuple[str, dict]]:
    """Each finding with the path of its report: those of a report, then those that comparing reports gives."""
    for line in lines(*arguments):
        report = line.get("file") or line.get("workspace") or {"findings": []}
        for finding in report["findings"]:
            yield report["path"], finding


if __name__ == "__main__":
    for path, found in findings(*sys.argv[1:]):
        print(path, found["line"], found["severity"], found["rule"], sep="\t")
