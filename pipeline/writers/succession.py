"""Which statement of a new version replaces which of the version before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from pipeline.profile.identifiers import folded
from pipeline.writers.nodes import Node

# Less than this share of equal letters, and the new sentence is another one.
_LEAST_ALIKE = 0.6


def replaced(old: Node, new: Node) -> Mapping[str, str]:
    """Old id -> new id of each statement that was reworded, below parents that go on.

    What is unchanged keeps its id and is not here; nor is what was added or taken out. Of several
    candidates the one that is most alike is taken, each once.
    """
    found: dict[str, str] = {}
    _compare(old, new, found)
    return found


def _compare(old: Node, new: Node, found: dict[str, str]) -> None:
    """Pair the children of two versions of one node, then theirs."""
    kept = {child.id: child for child in new.children}
    pairs = [(child, kept[child.id]) for child in old.children if child.id in kept]
    same = {before.id for before, _ in pairs}
    gone = [child for child in old.children if child.id not in same]
    come = [child for child in new.children if child.id not in same]
    for before, after in _alike(gone, come):
        found[before.id] = after.id
        pairs.append((before, after))
    for before, after in pairs:
        _compare(before, after, found)


def _alike(gone: list[Node], come: list[Node]) -> Iterator[tuple[Node, Node]]:
    """The pairs that are most alike, each node in one pair at most."""
    ranked = sorted(
        (
            (-likeness, i, j)
            for i, before in enumerate(gone)
            for j, after in enumerate(come)
            if before.kind == after.kind
            and (likeness := _likeness(before.text, after.text)) >= _LEAST_ALIKE
        )
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield gone[i], come[j]


def _likeness(before: str, after: str) -> float:
    return SequenceMatcher(None, folded(before), folded(after), autojunk=False).ratio()
