"""How well flattened lists are split, measured on lists whose items are known.

Run `python -m tests.quality.measure_split [dev|holdout]`. The items of each case are joined with
single spaces and split again; the table gives, per field, the precision and recall of the
boundaries (the first, always at 0, does not count) and the share of cases that come back whole.
`--wrong` lists the cases that do not; it is refused for the holdout, which must stay unseen.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pipeline.interpret.flattened import ItemKind, split_flattened

HERE = Path(__file__).parent
# The cases name the field of the profile; the splitter names the kind of item.
KINDS: dict[str, ItemKind] = {
    "indicators": "indicators",
    "knowledge_and_skills": "knowledge_and_skills",
    "attitude": "attitude",
    "related_occupations": "occupations",
    "source_documents": "source_documents",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One list with its items, as a document prints it before it was flattened."""

    field: str
    items: tuple[str, ...]

    @property
    def text(self) -> str:
        """The items run together, as a flattened cell holds them."""
        return " ".join(self.items)

    @property
    def boundaries(self) -> frozenset[int]:
        """Where the second and later items start in the text."""
        starts, position = set(), 0
        for item in self.items[:-1]:
            position += len(item) + 1
            starts.add(position)
        return frozenset(starts)

    def found(self) -> frozenset[int]:
        """Where the splitter starts the second and later items."""
        return frozenset(split_flattened(self.text, KINDS[self.field])[1:])


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of boundaries and cases, and the shares that follow from them."""

    right: int = 0
    found: int = 0
    expected: int = 0
    exact: int = 0
    cases: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.right + other.right,
            self.found + other.found,
            self.expected + other.expected,
            self.exact + other.exact,
            self.cases + other.cases,
        )

    @property
    def precision(self) -> float:
        """Share of the boundaries found that are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the boundaries there are that were found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def exact_share(self) -> float:
        """Share of the cases that came back whole."""
        return self.exact / self.cases if self.cases else 1.0


def load_cases(name: str) -> tuple[Case, ...]:
    """The cases of `split_<name>.json`."""
    records = json.loads((HERE / f"split_{name}.json").read_text(encoding="utf-8"))
    return tuple(
        Case(cast(str, record["field"]), tuple(cast(list[str], record["items"])))
        for record in records
    )


def measure(cases: Sequence[Case]) -> dict[str, Figures]:
    """The figures per field, and of all fields together under `all`."""
    figures: dict[str, Figures] = defaultdict(Figures)
    for case in cases:
        found, expected = case.found(), case.boundaries
        one = Figures(len(found & expected), len(found), len(expected), int(found == expected), 1)
        figures[case.field] += one
        figures["all"] += one
    return dict(figures)


def report(figures: dict[str, Figures]) -> str:
    """The figures as a table."""
    lines = [f"{'field':<22}{'precision':>10}{'recall':>8}{'exact':>7}{'cases':>7}{'bounds':>8}"]
    lines += [
        f"{name:<22}{one.precision:>10.3f}{one.recall:>8.3f}{one.exact_share:>7.3f}"
        f"{one.cases:>7}{one.expected:>8}"
        for name, one in figures.items()
    ]
    return "\n".join(lines)


def wrong_cases(cases: Sequence[Case]) -> str:
    """The cases that do not come back whole, with what is missing (-) and superfluous (+)."""
    lines = []
    for case in cases:
        found, expected = case.found(), case.boundaries
        lines += [f"- {case.text[: at - 1]} || {case.text[at:]}" for at in sorted(expected - found)]
        lines += [f"+ {case.text[: at - 1]} || {case.text[at:]}" for at in sorted(found - expected)]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the figures of the set that is named, `dev` where none is."""
    name = next((word for word in arguments if not word.startswith("-")), "dev")
    cases = load_cases(name)
    print(report(measure(cases)))
    if "--wrong" in arguments:
        if name != "dev":
            print("the cases of the holdout stay unseen", file=sys.stderr)
            return 2
        print(wrong_cases(cases))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
