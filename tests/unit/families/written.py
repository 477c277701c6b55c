"""A small family as a user would write it, and what the loader says of a changed one."""

from __future__ import annotations

import pytest

from pipeline.families import FamilyError, parse_family

FILE = "mine.toml"
SMALL = """\
[family]
name = "small"
title = "Klein"
version = "1.0.0"
shares = ["profile", "look_alikes", "words"]

[evidence]
minimum_with_title = 4
minimum_without_title = 8

[[section]]
id = "tasks"
labels = ["Taken", "Taken van het beroep"]

[[node]]
id = "task"
path = "core_tasks"
inside = ["profile"]
section = "tasks"
marks = ["T{n}"]
numbers = ["{n}"]
openers = [
  "Taak {code} {name}",
  "{mark} {name}",
]
plain_openers = ["{code} {name}"]
text = "description"

[[node]]
id = "step"
path = "work_processes"
inside = ["task"]
section = "tasks"
openers = ["Stap {n}: {name}"]

[[field]]
path = "core_tasks"
kind = "overview"
section = "tasks"
labels = ["Overzicht van de taken"]

[[field]]
node = "task"
path = "description"
kind = "prose"
section = "tasks"
labels = [
  "Wat er gebeurt",
  "Inhoud van de taak",
]

[[field]]
node = "step"
path = "result"
kind = "prose"
section = "tasks"
labels = ["Opbrengst"]

[foreign]
labels = ["Zaaknummer"]
"""


def changed(old: str, new: str) -> str:
    """The small family with one change."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def with_field(path: str, kind: str, *more: str, section: str = "description") -> str:
    """The small family with one field more, of which one line differs."""
    lines = ["[[field]]", f'path = "{path}"', f'kind = "{kind}"', f'section = "{section}"']
    return "\n".join([SMALL, *lines, 'labels = ["Bijzonderheden"]', *more, ""])


def refused(text: str) -> FamilyError:
    """What the loader says of a file."""
    with pytest.raises(FamilyError) as refusal:
        parse_family(text, FILE)
    return refusal.value


def line_of(text: str, part: str, which: int = -1) -> int:
    """The number of the line with that part; of several the last one."""
    found = [n for n, line in enumerate(text.splitlines(), 1) if part in line]
    return found[which]
