"""The data of each release, as tests take it up: `tests/releases/<release>`."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.profiles import ROOT

FOLDER = ROOT / "tests" / "releases"
RELEASES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
ID = "werfcoordinator-jachthaven-v2.1"
# A profile of core tasks in all forms, where the release has them.
CORE_TASK_FOLDER = "core-tasks"
SOURCE = ROOT / "input" / "werfcoordinator-jachthaven.txt"


def profile_of(release: str) -> Path:
    """The profile of a release as JSON."""
    return FOLDER / release / "json" / f"{ID}.json"


def trace_of(release: str) -> Path:
    """Its trace."""
    return FOLDER / release / "json" / f"{ID}.trace.json"


def xml_of(release: str) -> Path:
    """The same profile as XML."""
    return FOLDER / release / "xml" / f"{ID}.xml"


def copied(release: str, target: Path) -> Path:
    """The results of a release in another folder, where a test may change them."""
    shutil.copytree(FOLDER / release, target)
    # What is stored there beside the results of the run.
    (target / "comparison.json").unlink(missing_ok=True)
    shutil.rmtree(target / CORE_TASK_FOLDER, ignore_errors=True)
    return target


def damage(path: Path, old: str, new: str) -> None:
    """Put one text into the place of another one, which must be there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
