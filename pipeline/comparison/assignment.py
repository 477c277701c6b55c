"""The best assignment: who goes with whom so that all together are as alike as can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Pair = tuple[int, int]


def best_pairs(scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs (row, column) with the highest sum of scores, each row and column once at most.

    Only pairs that have a score (above 0) are taken. Groups that share no pair are solved apart,
    each by the Hungarian method in cubic time.
    """
    found = [pair for group in _groups(scores) for pair in _solved(group, scores)]
    return sorted(found)


def _groups(scores: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    """The pairs, those together that compete with one another."""
    by_row: dict[int, list[Pair]] = {}
    by_column: dict[int, list[Pair]] = {}
    for pair in sorted(scores):
        by_row.setdefault(pair[0], []).append(pair)
        by_column.setdefault(pair[1], []).append(pair)
    left = dict.fromkeys(sorted(scores))
    while left:
        group: list[Pair] = []
        waiting = [next(iter(left))]
        while waiting:
            pair = waiting.pop()
            if pair in left:
                del left[pair]
                group.append(pair)
                waiting += by_row[pair[0]] + by_column[pair[1]]
        yield sorted(group)


def _solved(group: list[Pair], scores: Mapping[Pair, float]) -> Iterator[Pair]:
    """The best pairs of one group."""
    if len(group) == 1:
        yield group[0]
        return
    rows = sorted({row for row, _ in group})
    columns = sorted({column for _, column in group})
    size = max(len(rows), len(columns))
    # What has no score costs nothing and gives nothing: it stands for going without.
    cost = [[0.0] * size for _ in range(size)]
    for row, column in group:
        cost[rows.index(row)][columns.index(column)] = -scores[row, column]
    for at, to in enumerate(_hungarian(cost)):
        if cost[at][to] < 0:
            yield rows[at], columns[to]


def _hungarian(cost: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest assignment of a square matrix.

    Shortest augmenting paths with potentials (Kuhn and Munkres). Row and column 0 stand for none.
    """
    size = len(cost)
    state = _State([0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1))
    for row in range(1, size + 1):
        _augment(cost, state, row)
    found = [0] * size
    for column in range(1, size + 1):
        found[state.row_at[column] - 1] = column - 1
    return found


@dataclass(slots=True)
class _State:
    """The potentials of rows and columns, and the row that each column has so far."""

    of_row: list[float]
    of_column: list[float]
    row_at: list[int]


def _augment(cost: list[list[float]], state: _State, row: int) -> None:
    """Find a column for one more row, along the cheapest path of exchanges."""
    columns = range(len(cost) + 1)
    least = [float("inf") for _ in columns]
    way = [0 for _ in columns]
    used = [False for _ in columns]
    state.row_at[0], column = row, 0
    while state.row_at[column]:
        used[column] = True
        at = state.row_at[column]
        for other in columns[1:]:
            reduced = cost[at - 1][other - 1] - state.of_row[at] - state.of_column[other]
            if not used[other] and reduced < least[other]:
                least[other], way[other] = reduced, column
        step, nearest = min((least[other], other) for other in columns[1:] if not used[other])
        for other in columns:
            if used[other]:
                state.of_row[state.row_at[other]] += step
                state.of_column[other] -= step
            else:
                least[other] -= step
        column = nearest
    while column:
        state.row_at[column], column = state.row_at[way[column]], way[column]
