"""What the builder makes: the profile as a tree whose leaves still know their text.

`finish` turns it into plain values, the trace, and the claims of the fields.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.core import heartbeat
from pipeline.document.model import Locator
from pipeline.document.reasons import Reasons, steps_of
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.profile.trace import Trace, TraceEntry


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value and the text it rests on.

    `verbatim` tells that the value is that text; otherwise it was read from it
    (a date, a level), and `steps` say how. `derived` marks a conclusion.
    """

    value: str | int
    text: Text
    label: Text | None = None
    raw: str = ""
    steps: tuple[str, ...] = ()
    verbatim: bool = True
    derived: bool = False


Node = Any
"""A Leaf, a structural value (str, bool), a dict of nodes or a list of nodes."""


def leaf(text: Text, raw: str = "", steps: tuple[str, ...] = ()) -> Leaf:
    """A verbatim value: the text with white space collapsed."""
    collapsed = text.collapse()
    return Leaf(collapsed.chars, collapsed, raw=raw, steps=steps)


def _mapped(node: Node, of_leaf: Callable[[Leaf], Any]) -> Any:
    """The node with another thing for each leaf."""
    if isinstance(node, Leaf):
        return of_leaf(node)
    if isinstance(node, dict):
        return {key: _mapped(value, of_leaf) for key, value in node.items()}
    if isinstance(node, list):
        return [_mapped(value, of_leaf) for value in node]
    return node


def labelled(node: Node, label: Text) -> Node:
    """The node with the label on each leaf that has none."""
    return _mapped(node, lambda one: replace(one, label=label) if one.label is None else one)


def plain_values(node: Node) -> Any:
    """The node without its texts."""
    return _mapped(node, lambda one: one.value)


def leaves(node: Node, pointer: str = "") -> Iterator[tuple[str, Leaf]]:
    """(JSON Pointer, leaf) of every leaf below the node, in order."""
    if isinstance(node, Leaf):
        heartbeat.beat()
        yield pointer, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, f"{pointer}/{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from leaves(value, f"{pointer}/{number}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A leaf with its JSON Pointer and the origins of its visible characters, in their order."""

    pointer: str
    leaf: Leaf
    origins: Sequence[int]


def placed(node: Node) -> tuple[Placed, ...]:
    """Every leaf below the node, in order."""
    return tuple(
        Placed(pointer, item, item.text.visible_origins()) for pointer, item in leaves(node)
    )


def trace_of(found: Iterable[Placed], locator: Locator, reasons: Reasons) -> Trace:
    """The history of every leaf: what the reasons say of its characters, then its own steps."""
    return {item.pointer: _entry(item.leaf, item.origins, locator, reasons) for item in found}


def _entry(item: Leaf, own: Sequence[int], locator: Locator, reasons: Reasons) -> TraceEntry:
    return TraceEntry(
        places=locator.places(sorted(own)) if own else (),
        raw=item.raw or item.text.chars,
        label=item.label.collapse().chars if item.label is not None else None,
        steps=(*steps_of(reasons.about(own), own), *item.steps),
        derived=item.derived,
    )


def visible_origins(text: Text) -> Sequence[int]:
    """The origins of the visible characters that stand in the source, ascending, each once."""
    return sorted(set(text.visible_origins()))


def claim_fields(found: Iterable[Placed], claims: Claims) -> None:
    """Enter the text of every leaf in the accounts: `unplaced` for what no layout knows."""
    for item in found:
        if not item.leaf.derived:
            account = "unplaced" if item.pointer.startswith("/unplaced/") else "fields"
            claims.enter(item.origins, account)


def invented(found: Iterable[Placed]) -> dict[str, int]:
    """Pointers of verbatim leaves that differ from their source, with the characters at odds."""
    at_odds = {}
    for item in found:
        if item.leaf.verbatim and not item.leaf.derived:
            value = "".join(str(item.leaf.value).split())
            # Nearly every value is its text; only signs that were put in are no source of it.
            if item.leaf.value == item.leaf.text.chars and len(item.origins) == len(value):
                continue
            source = item.leaf.text.visible_chars()
            if value != source:
                differing = (Counter(value) - Counter(source)) + (Counter(source) - Counter(value))
                # The same characters in another order are at odds as well.
                at_odds[item.pointer] = max(differing.total(), 1)
    return at_odds
