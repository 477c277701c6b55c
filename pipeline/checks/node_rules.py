"""The rules about nodes: what holds for all that a profile lists, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from pipeline.core import heartbeat
from pipeline.core.diagnostics import Diagnostic
from pipeline.profile.identifiers import folded
from pipeline.profile.model import Competency, Profile, Role
from pipeline.profile.nodes import Node, nodes_below, siblings_below

# A role prints each of its competencies with indicators; elsewhere names alone may be printed, as
# in `De onderliggende competenties zijn: Plannen, Samenwerken`.
_DETAILED = (Role,)


def numbers_count(profile: Profile) -> Iterator[Diagnostic]:
    """Printed numbers count from 1 in the order of their list."""
    for siblings in _lists(profile):
        for position, node in enumerate(siblings, 1):
            number = getattr(node.record, "number", None)
            if number is not None and number != position:
                yield Diagnostic(
                    "BCP411",
                    f"{_word(node)} {position} has the number {number}; expected {position}",
                    pointer=f"{node.pointer}/number",
                )


def codes_differ(profile: Profile) -> Iterator[Diagnostic]:
    """No two nodes of one list have one code."""
    for siblings in _lists(profile):
        coded = [node for node in siblings if _code(node)]
        for node, earlier in _repeated(coded, lambda node: folded(_code(node))):
            yield Diagnostic(
                "BCP411",
                f"the code {_code(node)!r} occurs twice, first at {earlier.pointer}",
                pointer=f"{node.pointer}/code",
            )


def codes_follow_what_holds_them(profile: Profile) -> Iterator[Diagnostic]:
    """A code that begins with that of another node stands in that one: `2.1` is no part of `1`."""
    for holders in _lists(profile):
        codes = {folded(_code(holder)) for holder in holders if _code(holder)}
        for holder in holders if codes else ():
            for node in _children(holder):
                expected = next((code for code in _codes_above(node) if code in codes), None)
                if expected not in (None, folded(_code(holder))):
                    message = (
                        f"the {_word(node)} {_code(node)} stands in {_code(holder) or holder.title}"
                        f"; expected it where the code is {expected}"
                    )
                    yield Diagnostic("BCP411", message, pointer=f"{node.pointer}/code")


def names_differ(profile: Profile) -> Iterator[Diagnostic]:
    """No two nodes of one list have one name."""
    for siblings in _lists(profile):
        if siblings[0].field.title_field == "name":
            for node, earlier in _repeated(siblings, lambda node: folded(node.title)):
                yield Diagnostic(
                    "BCP411",
                    f"the {_word(node)} {node.title!r} occurs twice, first at {earlier.pointer}",
                    pointer=f"{node.pointer}/name",
                )


def sentences_are_not_repeated(profile: Profile) -> Iterator[Diagnostic]:
    """No sentence stands twice in one list, but for other people (`applies_to`)."""
    for siblings in _lists(profile):
        if siblings[0].field.title_field == "text":
            for node, _ in _repeated(siblings, _sentence):
                yield Diagnostic("BCP414", f"{node.title!r} occurs twice", pointer=node.pointer)


def competencies_have_indicators(profile: Profile) -> Iterator[Diagnostic]:
    """Each competency has at least one indicator, but where names alone are printed."""
    for siblings in _lists(profile):
        holder = siblings[0].parent
        detailed = holder is not None and isinstance(holder.record, _DETAILED)
        competencies = [node for node in siblings if isinstance(node.record, Competency)]
        if detailed or any(node.record.indicators for node in competencies):
            for node in competencies:
                if not node.record.indicators:
                    message = f"the competency {node.title!r} has no indicators"
                    yield Diagnostic("BCP309", message, pointer=node.pointer)


def identifiers_are_unique(profile: Profile) -> Iterator[Diagnostic]:
    """No two nodes of a profile share an identifier."""
    for node, earlier in _repeated(list(nodes_below(profile)), lambda node: str(node.record.id)):
        yield Diagnostic(
            "BCP416",
            f"{node.record.id} also stands at {earlier.pointer}",
            pointer=f"{node.pointer}/id",
        )


def _lists(profile: Profile) -> Iterator[tuple[Node, ...]]:
    """Each list of nodes that has any."""
    for siblings in siblings_below(profile):
        heartbeat.beat()
        yield siblings


def _repeated(nodes: Sequence[Node], by: Callable[[Node], Hashable]) -> Iterator[tuple[Node, Node]]:
    """(node, the first that is like it) of each node that is not the first of its kind."""
    seen: dict[Hashable, Node] = {}
    for node in nodes:
        earlier = seen.setdefault(by(node), node)
        if earlier is not node:
            yield node, earlier


def _sentence(node: Node) -> tuple[str, str]:
    return folded(node.title), folded(getattr(node.record, "applies_to", None) or "")


def _children(holder: Node) -> Iterator[Node]:
    """The nodes that a node itself holds."""
    for node in nodes_below(holder.record, holder.pointer, holder):
        if node.parent is holder:
            yield node


def _codes_above(node: Node) -> Iterator[str]:
    """What the code of a node can be below, the nearest first: `b1-k1` and `b1` of `B1-K1-W1`."""
    code = folded(_code(node))
    for end in range(len(code) - 1, 0, -1):
        if not code[end].isalnum() and code[end - 1].isalnum():
            yield code[:end]


def _code(node: Node) -> str:
    return getattr(node.record, "code", None) or ""


def _word(node: Node) -> str:
    return node.field.singular.replace("_", " ")
