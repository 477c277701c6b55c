"""What is different between two versions: a list of changes that turns the one into the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.comparison.elements import Element
from pipeline.comparison.matching import Matching


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. Without `old` the element was added, without `new` it was removed.

    `is_moved` where it stands elsewhere among the others or below another one, `is_reworded` where
    it says something else; it may be both. `position` is its place among the new siblings.
    """

    old: Element | None
    new: Element | None
    is_moved: bool = False
    is_reworded: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions, their changes in the order of the new one (removals where they stood)."""

    old: Element
    new: Element
    changes: tuple[Change, ...]
    new_of: Mapping[Element, Element]

    @property
    def is_equal(self) -> bool:
        """Whether both say the same, in the same order."""
        return not self.changes

    def replaced(self) -> dict[str, str]:
        """Old id -> new id of what has another identifier now, since it was reworded."""
        return {
            before.id: after.id
            for before, after in self.new_of.items()
            if before.id and after.id and before.id != after.id
        }


def compare(old: Element, new: Element) -> Comparison:
    """The changes from one version to another.

    There are never more than a plain comparison of the two lists of elements has.
    """
    matching = Matching(old, new)
    changes = _changes(old, new, matching.new_of, matching.old_of)
    plain = _plain_pairs(old, new)
    if len(changes) > _size_of(old, new, plain):
        old_of = {after: before for before, after in plain.items()}
        return Comparison(old, new, _changes(old, new, plain, old_of), plain)
    return Comparison(old, new, changes, matching.new_of)


def _changes(
    old: Element, new: Element, new_of: Mapping[Element, Element], old_of: Mapping[Element, Element]
) -> tuple[Change, ...]:
    removed = [element for element in old.walk() if element not in new_of]
    found: list[Change] = []
    for parent in new.walk():
        staying = _staying(parent, old_of)
        for position, element in enumerate(parent.children):
            before = old_of.get(element)
            if before is None:
                found.append(Change(None, element, position=position))
                continue
            is_moved = element not in staying
            is_reworded = before.said != element.said
            if is_moved or is_reworded:
                found.append(Change(before, element, is_moved, is_reworded, position))
    return _in_order(new, found, removed, new_of)


def _staying(parent: Element, old_of: Mapping[Element, Element]) -> set[Element]:
    """The children that stand below the same parent in the same order: the longest such row."""
    before = old_of.get(parent)
    if before is None:
        return set()
    places = {child: number for number, child in enumerate(before.children)}
    row = [(places[old_of[c]], c) for c in parent.children if old_of.get(c) in places]
    return {child for _, child in _rising([number for number, _ in row], row)}


def _rising(
    numbers: Sequence[int], row: Sequence[tuple[int, Element]]
) -> list[tuple[int, Element]]:
    """The longest rising part of a row."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[length], ends[length] = number, at
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(row[at])
        at = before[at]
    return found[::-1]


def _in_order(
    new: Element,
    found: Iterable[Change],
    removed: Iterable[Element],
    new_of: Mapping[Element, Element],
) -> tuple[Change, ...]:
    """The changes as one reads the new version; what was removed follows what stood before it."""
    place = {element: (number, 0) for number, element in enumerate(new.walk())}
    keyed = [(place[change.new], change) for change in found if change.new is not None]
    last: dict[Element, tuple[int, int]] = {}
    for number, element in enumerate(removed, start=1):
        last[element] = (_before(element, place, last, new_of)[0], number)
        keyed.append((last[element], Change(element, None)))
    return tuple(change for _, change in sorted(keyed, key=lambda pair: pair[0]))


def _before(
    element: Element,
    place: Mapping[Element, tuple[int, int]],
    last: Mapping[Element, tuple[int, int]],
    new_of: Mapping[Element, Element],
) -> tuple[int, int]:
    """The place of the nearest element before an old one, among its siblings or above."""
    parent = element.parent
    if parent is None:
        return (0, 0)
    for other in (*reversed(parent.children[: parent.children.index(element)]), parent):
        if other in new_of:
            return place[new_of[other]]
        if other in last:
            return last[other]
    return (0, 0)


def _plain_pairs(old: Element, new: Element) -> dict[Element, Element]:
    """Who goes with whom in a plain comparison of two lists: a line for each element, with all
    that it stands below, as in a table with a column for each level of nodes."""
    ours, theirs = list(old.walk()), list(new.walk())
    before, after = ([_line(element) for element in side] for side in (ours, theirs))
    pairs: dict[Element, Element] = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            pairs[ours[block.a + at]] = theirs[block.b + at]
    return pairs


def _line(element: Element) -> tuple[Hashable, ...]:
    above = _line(element.parent) if element.parent is not None else ()
    return (*above, (element.kind, element.section, element.said))


def _size_of(old: Element, new: Element, pairs: Mapping[Element, Element]) -> int:
    """How many lines a plain comparison would show: each that only one side has."""
    return sum(1 for _ in old.walk()) + sum(1 for _ in new.walk()) - 2 * len(pairs)


def apply(comparison: Comparison) -> Element:
    """The new version, made of the old one and the changes alone."""
    old, changes = comparison.old, comparison.changes
    made = {element: _bare(element) for element in old.walk()}
    gone: set[Element] = set()
    for change in changes:
        if change.old is None and change.new is not None:
            made[change.new] = _bare(change.new)
        elif change.old is not None and change.new is not None and change.is_reworded:
            made[change.old].values = dict(change.new.values)
        if change.old is not None and (change.new is None or change.is_moved):
            gone.add(change.old)
    for element in old.walk():
        for child in element.children:
            if child not in gone:
                made[element].add(made[child])
    _put_in_place(comparison, made)
    return made[old]


def _put_in_place(comparison: Comparison, made: Mapping[Element, Element]) -> None:
    """Put what was added or moved below its new parent; the changes are in the order of places."""
    old_of = {after: before for before, after in comparison.new_of.items()}
    for change in comparison.changes:
        if change.new is None or not (change.old is None or change.is_moved):
            continue
        parent = change.new.parent
        assert parent is not None  # the root is never added or moved
        holder = made[old_of.get(parent, parent)]
        element = made[change.old or change.new]
        element.parent = holder
        holder.children.insert(change.position, element)


def _bare(element: Element) -> Element:
    """A copy without what is below."""
    return Element(
        element.kind,
        element.key,
        element.section,
        element.pointer,
        dict(element.values),
        element.id,
    )


def counts(changes: Iterable[Change]) -> Counter[str]:
    """How many were added, removed, moved and changed."""
    return Counter(kind_of(change) for change in changes)


def kind_of(change: Change) -> str:
    """The word for a change: one that was reworded and moved is changed."""
    if change.old is None:
        return "added"
    if change.new is None:
        return "removed"
    return "changed" if change.is_reworded else "moved"
