"""What grows with a document grows in step with it: counted, not timed."""

from __future__ import annotations

import pytest

from pipeline.interpret.outline import Entry
from tests.unit.interpret.specimens import interpreted


def looks_at_fields(monkeypatch: pytest.MonkeyPatch, rows: int) -> int:
    """How often the field of an entry is asked for, in a table of so many unknown labels."""
    asked = 0
    field = Entry.field.fget  # type: ignore[attr-defined]

    def counted(entry: Entry) -> str:
        nonlocal asked
        asked += 1
        found: str = field(entry)
        return found

    monkeypatch.setattr(Entry, "field", property(counted))
    interpreted("".join(f"Rij {n}\tZij werken in de haven.\n" for n in range(rows)))
    monkeypatch.setattr(Entry, "field", property(field))
    return asked


def test_each_of_many_unknown_labels_is_compared_with_a_few_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, many = (looks_at_fields(monkeypatch, rows) for rows in (50, 400))

    assert many < 10 * few
