"""A small family of core tasks and work processes, for tests of the choice between families."""

from __future__ import annotations

from pipeline.families.loader import parse_family
from pipeline.families.model import Family

_TOML = """
[family]
name = "core-tasks"
title = "Kerntaken"
version = "1.0.0"
shares = ["profile", "look_alikes", "words"]
[evidence]
minimum_with_title = 4
minimum_without_title = 8
[[section]]
id = "core_tasks"
labels = ["Kerntaken en werkprocessen", "Beschrijving van de kerntaken"]
[[node]]
id = "core_task"
path = "core_tasks"
inside = ["profile"]
section = "core_tasks"
text = "description"
marks = ["{letter}{n}-K{n}"]
numbers = ["{n}"]
openers = ["{mark}: {name}", "Kerntaak {code}: {name}"]
[[node]]
id = "work_process"
path = "work_processes"
inside = ["core_task"]
section = "core_tasks"
text = "description"
marks = ["{letter}{n}-K{n}-W{n}"]
numbers = ["{n}.{n}"]
openers = ["{mark}: {name}", "Werkproces {code}: {name}"]
plain_openers = ["{code} {name}"]
[[field]]
node = "core_task"
path = "description"
kind = "prose"
section = "core_tasks"
labels = ["Proces", "Omschrijving kerntaak"]
[[field]]
node = "work_process"
path = "result"
kind = "prose"
section = "core_tasks"
labels = ["Gewenst resultaat", "Resultaat", "Gedrag"]
"""


def core_task_family() -> Family:
    """The family."""
    return parse_family(_TOML, "core_tasks.toml")
