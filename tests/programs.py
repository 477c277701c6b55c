"""Programs made of today's: a checkout in another folder, changed, with schemas of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.core.versions import ARTEFACTS
from tests.profiles import ROOT

NEXT = {a.name: re.sub(r"\.(\d+)\.", lambda m: f".{int(m[1]) + 1}.", a.version) for a in ARTEFACTS}


@dataclass(frozen=True)
class Program:
    """A checkout with a program in it."""

    folder: Path

    def run(self, module: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """What becomes of a call of one of its modules."""
        command = [sys.executable, "-m", module, *map(str, arguments)]
        home = {**os.environ, "PYTHONPATH": str(self.folder)}
        return subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=self.folder, env=home
        )

    def bcp(self, *arguments: str | Path, code: int = 0) -> str:
        """What a command prints; it must end with that code."""
        done = self.run("pipeline", *arguments)
        assert done.returncode == code, done.stderr
        return " ".join((done.stdout + done.stderr).split())

    def make_schemas(self) -> None:
        """Make the schema files of its model."""
        done = self.run("pipeline.contract")
        assert done.returncode == 0, done.stderr

    @property
    def schemas(self) -> dict[str, bytes]:
        """Its schema files by name."""
        return {path.name: path.read_bytes() for path in (self.folder / "schemas").glob("bcp-*")}


def copied_program(folder: Path, versions: Mapping[str, str]) -> Program:
    """Today's program with other versions."""
    for name in ("pipeline", "schemas"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    path = folder / "pipeline" / "core" / "versions.py"
    text = path.read_text("utf-8")
    for name, version in versions.items():
        text, found = re.subn(rf'(Artefact\("{name}", )"[^"]+"', rf'\1"{version}"', text)
        assert found == 1
    path.write_text(text, "utf-8")
    return Program(folder)


def damage_once(path: Path, old: str, new: str) -> None:
    """Change the first place where a text stands."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
