"""How well labels are recognised: right, wrong field, missed, and false matches on unknown ones.

    python tests/quality/measure_labels.py [--failures]

`--failures` prints the cases of the development set that go wrong; those of the held-out set are
never shown, so that nobody tunes on them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from pipeline.families import load_families  # noqa: E402
from pipeline.labels.matcher import matcher_of  # noqa: E402

SETS = ("dev", "holdout")
# The labels of the sets are those of KCH's form and its neighbours.
_FAMILY = next(family for family in load_families() if family.name == "role-based")


@dataclass(slots=True)
class Tally:
    """Counts of one scope of one set."""

    right: int = 0
    wrong_field: int = 0
    missed: int = 0
    left_unknown: int = 0
    false_match: int = 0

    @property
    def known(self) -> int:
        """Labels that stand for a field."""
        return self.right + self.wrong_field + self.missed

    @property
    def unknown(self) -> int:
        """Labels that stand for none."""
        return self.left_unknown + self.false_match


def read_cases(name: str) -> list[dict[str, str | None]]:
    """The labelled cases of one set."""
    cases: list[dict[str, str | None]] = json.loads(
        (HERE / f"labels_{name}.json").read_text("utf-8")
    )
    return cases


def outcome(expected: str | None, found: str | None) -> str:
    """What came of one case, as a name of a count."""
    if expected is None:
        return "left_unknown" if found is None else "false_match"
    if found is None:
        return "missed"
    return "right" if found == expected else "wrong_field"


def measure(name: str, *, show_failures: bool = False) -> dict[str, Tally]:
    """The counts of a set by scope; the section a label stands in is not told to the matcher."""
    matcher = matcher_of(_FAMILY)
    tallies: dict[str, Tally] = {}
    for case in read_cases(name):
        label, scope = str(case["label"]), str(case["scope"])
        match = matcher.match(label, scope)
        result = outcome(case["field"], match.field.id if match else None)
        tally = tallies.setdefault(scope, Tally())
        setattr(tally, result, getattr(tally, result) + 1)
        if show_failures and name == "dev" and result not in ("right", "left_unknown"):
            print(f"{result:12} {scope:8} {label!r} expected {case['field']}, found {match}")
    return tallies


def main() -> None:
    """Print the counts of both sets."""
    for name in SETS:
        for scope, tally in measure(name, show_failures="--failures" in sys.argv).items():
            print(
                f"{name:8} {scope:8} right {tally.right}/{tally.known}"
                f"  wrong field {tally.wrong_field}  missed {tally.missed}"
                f"  false match {tally.false_match}/{tally.unknown}"
            )


if __name__ == "__main__":
    main()
