"""The sizes of the letters of a text: which of them are one, and which most letters have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.readers.pdf.settings import Points

# Producers round and scale sizes, by half a point at most; those of headings differ by more.
ONE_SIZE: Points = 0.5


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a text, in points.

    `alike` has for each the one that most letters of its kind have; `usual` is that of most of the
    text, 0 where there is none.
    """

    alike: Mapping[float, float]
    usual: float


def sizes(letters: Iterable[tuple[float, int]]) -> Sizes:
    """The sizes of a text of (size, how many letters have it)."""
    weight: Counter[float] = Counter()
    for size, count in letters:
        weight[size] += count
    alike: dict[float, float] = {}
    total: Counter[float] = Counter()
    for size, count in weight.most_common():
        near = min(total, key=lambda other: abs(other - size), default=size)
        alike[size] = near if abs(near - size) < ONE_SIZE else size
        total[alike[size]] += count
    return Sizes(alike, max(total, key=lambda size: total[size], default=0.0))
