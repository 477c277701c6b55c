"""Choices drawn from a seed, with habits: who writes a document mostly does things one way."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

_STEADY = 0.75  # how often a habit is kept


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of document can say; shapes that need more are not drawn for it."""

    emphasis: bool = True
    nested_tables: bool = True
    blocks_in_cells: bool = True
    line_breaks: bool = True
    tables: bool = True
    parts_paragraphs: bool = True  # tells a paragraph from the next in a cell or item


@dataclass(slots=True)
class Draw:
    """The choices of one document. `shapes`: which shape printed the leaves below a pointer."""

    rng: random.Random
    form: Form
    habits: dict[str, object] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)  # kinds of leaves that the print leaves open

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self.rng.choice(options)

    def some(self, options: Sequence[T], least: int, most: int) -> list[T]:
        """Several different ones, in the order drawn."""
        return self.rng.sample(options, self.rng.randint(least, min(most, len(options))))

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self.rng.random() < probability

    def habit(self, name: str, options: Sequence[T]) -> T:
        """One of the options, mostly the same one in a document."""
        if name not in self.habits:
            self.habits[name] = self.pick(options)
        kept = self.habits[name]
        if kept in options and self.chance(_STEADY):
            return options[options.index(kept)]
        return self.pick(options)

    def always(self, name: str, options: Sequence[T]) -> T:
        """One of the options, the same one in the whole document."""
        if name not in self.habits:
            self.habits[name] = self.pick(options)
        kept = self.habits[name]
        return options[options.index(kept)]

    def shape(
        self,
        kind: str,
        pointer: str,
        shapes: Iterable[Callable[..., T]],
    ) -> Callable[..., T]:
        """A shape for the record at a pointer, mostly the same for all of its kind; noted."""
        by_name = {shape.__name__.strip("_"): shape for shape in shapes}
        name = self.habit(kind, list(by_name))
        self.shapes[pointer] = f"{kind}: {name}"
        return by_name[name]

    def note(self, kind: str, pointer: str, name: str) -> None:
        """Note a shape that was chosen otherwise."""
        self.shapes[pointer] = f"{kind}: {name}"
