"""The report of a run: a table by producer, one by shape, and the leaves that differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.rendering.comparison import Difference
from tests.shapes.comparison import Comparison, shape_of
from tests.shapes.compose import Document

_SHOWN = 110  # characters of a value
_KINDS = 8  # of differences that are shown


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a document; `error` is a code where nothing came out."""

    producer: str
    file: str
    document: Document
    comparison: Comparison
    error: str
    loud: bool

    @property
    def exact(self) -> bool:
        return not self.error and not self.comparison.differing

    @property
    def ending(self) -> str:
        return self.file.rpartition(".")[2]

    @property
    def silent(self) -> int:
        """The leaves that differ without any finding of severity warning or error."""
        return 0 if self.loud else len(self.comparison.differing)


def share(outcomes: list[Outcome]) -> float:
    """The percentage of leaves that are exact."""
    leaves = sum(one.comparison.leaves for one in outcomes)
    wrong = sum(len(one.comparison.differing) for one in outcomes)
    return 100 * (leaves - wrong) / leaves if leaves else 100.0


def report(outcomes: list[Outcome], verbose: bool) -> Iterator[str]:
    """The lines of the report."""
    yield ""
    yield from _by_producer(outcomes)
    yield ""
    yield from _by_shape(outcomes)
    yield ""
    yield from _by_kind(outcomes)
    if verbose:
        yield ""
        yield from (line for one in outcomes for line in _differing(one))


def _by_producer(outcomes: list[Outcome]) -> Iterator[str]:
    yield f"{'producer':<24}{'documents':>10}{'exact':>7}{'refused':>9}{'leaves':>9}" + (
        f"{'exact':>9}{'wrong':>7}{'silent':>8}"
    )
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[one.producer].append(one)
    for name, group in [*groups.items(), ("all", outcomes)]:
        yield (
            f"{name:<24}{len(group):>10}{sum(one.exact for one in group):>7}"
            f"{sum(bool(one.error) for one in group):>9}"
            f"{sum(one.comparison.leaves for one in group):>9}{share(group):>8.1f}%"
            f"{sum(len(one.comparison.differing) for one in group):>7}"
            f"{sum(one.silent for one in group):>8}"
        )


def _by_shape(outcomes: list[Outcome]) -> Iterator[str]:
    """The shapes with the leaves that differ, in all and in each kind of file; no refusals."""
    endings = list(dict.fromkeys(one.ending for one in outcomes))
    leaves: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for one in outcomes:
        for name, (count, differing) in () if one.error else one.comparison.by_shape.items():
            leaves[name] += count
            wrong[name, one.ending] += differing
    yield f"{'shape':<48}{'leaves':>8}" + "".join(f"{ending:>7}" for ending in endings)
    totals = {name: sum(wrong[name, ending] for ending in endings) for name in leaves}
    for name in sorted(leaves, key=lambda name: (name.partition(":")[0], -totals[name], name)):
        yield f"{name:<48}{leaves[name]:>8}" + "".join(f"{wrong[name, e]:>7}" for e in endings)


def _by_kind(outcomes: list[Outcome]) -> Iterator[str]:
    """Of each kind of file the most frequent kinds of differences, each with an example."""
    for ending in dict.fromkeys(one.ending for one in outcomes):
        kinds = _kinds(one for one in outcomes if one.ending == ending and not one.error)
        order = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
        for (shape, place), found in order[:_KINDS]:
            file, one = found[0]
            yield f"{ending}: {len(found)} of {shape}, {place}"
            yield f"    {file} {one.pointer}"
            yield f"    wanted {repr(one.wanted)[:_SHOWN]}"
            yield f"    found  {repr(one.found)[:_SHOWN]}"


def _kinds(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], list[tuple[str, Difference]]]:
    """The differences by their shape and place."""
    kinds: dict[tuple[str, str], list[tuple[str, Difference]]] = defaultdict(list)
    for outcome in outcomes:
        for one in outcome.comparison.differing:
            place = re.sub(r"\d+", "N", one.pointer)
            kinds[shape_of(outcome.document, one.pointer), place].append((outcome.file, one))
    return kinds


def _differing(outcome: Outcome) -> Iterator[str]:
    if outcome.error:
        yield f"{outcome.file}: {outcome.error}"
        return
    for one in outcome.comparison.differing:
        silent = "" if outcome.loud else " silent"
        shape = shape_of(outcome.document, one.pointer)
        yield f"{outcome.file} {one.pointer} [{shape}]{silent}"
        yield f"    wanted {repr(one.wanted)[:_SHOWN]}"
        yield f"    found  {repr(one.found)[:_SHOWN]}"
