"""The command as a user with no rights but those of anybody.

Tests may run as root, whom nothing is refused: the command runs in a process of its own that gives
up its rights once all is loaded. (The interpreter may stand where only root may read.)
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.profiles import INPUT, ROOT

NOBODY = 65534
SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
_PROGRAM = f"""
import codecs, importlib, os, pkgutil, sys
import pipeline
from pipeline.batch.executors import preload
from pipeline.batch.stored import preload as preload_stored
from pipeline.cli import main
from pipeline.core.program import program_digest
for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
    if not module.name.endswith(("__main__", ".cluster")):
        importlib.import_module(module.name)
preload(), preload_stored(), program_digest(), pipeline.convert({str(SAMPLE)!r})
for name in ("ascii", "cp1252", "latin-1", "utf-8-sig", "utf-16"):
    codecs.lookup(name)
if os.geteuid() == 0:
    os.setgroups([]), os.setgid({NOBODY}), os.setuid({NOBODY})
sys.exit(main(sys.argv[1:]))
"""


def bcp_as_nobody(place: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, *map(str, arguments)],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def give_to_nobody(folder: Path) -> None:
    """Let a folder and all below it be that user's."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
