"""Makers that run in Node: jobs as data to PDF or Word files, many in one run."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.machine import NODE_FOLDER, message_of, node_path

Job = dict[str, Any]


def printed_in_node(jobs: list[Job]) -> list[bytes]:
    """The file of each job, whose `maker` is one of the modules in the folder `node`."""
    program = node_path()
    if program is None:
        raise RuntimeError(message_of(["node-makers"]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "jobs.json").write_text(json.dumps(jobs, ensure_ascii=False), "utf-8")
        done = subprocess.run(
            [program, str(NODE_FOLDER / "print.js"), str(folder / "jobs.json"), str(folder)],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return [(folder / str(number)).read_bytes() for number in range(len(jobs))]
