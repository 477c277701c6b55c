"""The habits by name; each module has those of one subject."""

from __future__ import annotations

from tests.habits.habit import furniture, glyphs, pages, tables, tagging, text
from tests.habits.kit import Habit

_MODULES = (tables, tagging, pages, furniture, glyphs, text)

HABITS: dict[str, Habit] = {
    name: habit for module in _MODULES for name, habit in module.ALL.items()
}
