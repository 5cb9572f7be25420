#!/usr/bin/env python3
"""Checks a folder of reports across years and bodies with Dask: summaries per bundle of files, comparisons per group.

    dask_check.py FOLDER [SCHEDULER]

Prints the lines of `annual-report check --format jsonl FOLDER` that tell of findings across reports. Without the address
of a scheduler a cluster of two workers is started on this machine. ANNUAL_REPORT is the command, parted by blanks.
The workers need the command and see the folder; nothing else is sent to them than names of files and summaries.
"""

import json
import os
import shlex
import subprocess
import sys
from collections import defaultdict

from distributed import Client, LocalCluster, as_completed

COMMAND = shlex.split(os.environ.get("ANNUAL_REPORT", "annual-report"))
BUNDLE = int(os.environ.get("BUNDLE", "200"))
PARTS = int(os.environ.get("PARTS", "16"))
ENDINGS = (".md", ".txt", ".html", ".htm")


def run(arguments, text, command):
    """Output of the command; 1 says that something was found, which is no failure here."""
    done = subprocess.run(command + arguments, input=text.encode(), stdout=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(f"{command + arguments} ended with {done.returncode}")
    return done.stdout.decode()


def summarise(paths, command):
    """Summaries of a bundle of files, a line each."""
    return run(["summarise", "--jobs", "1", "--files-from", "-"], "\n".join(paths), command).splitlines()


def compare(lines, command):
    """What is found between the reports of some groups: path and line of output."""
    found = run(["compare", "--format", "jsonl"], "\n".join(lines), command).splitlines()
    return [line for line in found if line.startswith('{"workspace":')]


def files(folder):
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            if name.endswith(ENDINGS):
                yield os.path.join(place, name)


def main():
    folder = sys.argv[1]
    if len(sys.argv) > 2:
        client = Client(sys.argv[2])
    else:
        client = Client(LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None))
    with client:
        paths = list(files(folder))
        bundles = [paths[at : at + BUNDLE] for at in range(0, len(paths), BUNDLE)]
        groups = defaultdict(list)
        for done in as_completed(client.map(summarise, bundles, command=COMMAND, pure=False)):
            for line in done.result():
                groups[json.loads(line)["group"]].append(line)
        # Whole groups, divided into few parts: a process is started for each.
        parts = [[] for _ in range(min(PARTS, max(1, len(groups))))]
        for number, name in enumerate(sorted(groups)):
            parts[number % len(parts)].extend(groups[name])
        found = []
        for done in as_completed(client.map(compare, [part for part in parts if part], command=COMMAND, pure=False)):
            found.extend(done.result())
    for line in sorted(found, key=lambda each: json.loads(each)["workspace"]["path"].encode()):
        print(line)


if __name__ == "__main__":
    main()
