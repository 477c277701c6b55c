"""The documents of one habit, made, kept where asked for, and converted: the work of a process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.habits.check import Outcome, outcome
from tests.habits.habit import HABITS
from tests.habits.kit import Case

Result = tuple[str, Outcome]


def tried(name: str, only: str, keep: Path | None) -> list[Result]:
    """The outcomes of a habit's documents whose name has the part."""
    return [(one.name, outcome(one)) for one in _wanted(name, only, keep)]


def _wanted(name: str, only: str, keep: Path | None) -> Iterator[Case]:
    for one in HABITS[name]():
        if only not in f"{name}/{one.name}":
            continue
        if keep is not None:
            _keep(keep / name, one)
        yield one


def _keep(folder: Path, one: Case) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{one.name}.pdf").write_bytes(one.data)
    notes = {"announced": one.announced, "apart": one.apart, "free": one.free}
    told = {key: value for key, value in notes.items() if value}
    text = json.dumps({"content": one.content, **told}, ensure_ascii=False, indent=1)
    (folder / f"{one.name}.expected.json").write_text(text + "\n", "utf-8")
