"""Headings that open a node: `1. De verkoper als adviseur`, `B1-K1-W2: Geeft zwemles`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.families.model import Node

# A heading is one or two lines; longer ones are sentences.
_LONGEST = 260
# Without a code only words tell a heading from a sentence, so it must be short.
_MOST_WORDS_OF_A_NAME = 8
_MOST_WORDS_WITH_CODE = 34
_MOST_WORDS_OF_AN_OCCUPATION = 8
_SENTENCE_ENDS = (".", ";", ",", "?", "!")

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_PLACEHOLDER = re.compile(rf"(\{{\w+\}}|\s+|[.):{DASHES_AND_HYPHENS}]+)")
_NUMBER = r"\d{1,2}(?:\.\d{1,2})*"
_PARTS = {
    "{n}": rf"(?P<n>{_NUMBER})",
    "{occupation}": r"(?P<occupation>[^\W\d].*?)",
    "{name}": r"(?P<name>[^\W\d].*)",
}
# What a code is made of; letters are printed as capitals.
_OF_CODES = {"{n}": r"\d{1,2}", "{letter}": r"(?-i:[A-Z])", "-": rf"\s?[{DASHES_AND_HYPHENS}]\s?"}
# `B1-K1-W2` is no `B1-K1` before a name.
_CODE_ENDS = rf"(?!\s?[{DASHES_AND_HYPHENS}]\s?[^\W\d_]{{1,2}}\d)"
_AFTER_CODE = rf"(?:\s*[.):{DASHES_AND_HYPHENS}]+\s*|\s+)"
# Numbers that a pattern does not ask for may still be printed before the heading.
_OPTIONAL_NUMBER = rf"(?:(?P<n>{_NUMBER})[.):]?\s+)?"
# `de rol van de coördinator` is the role `coördinator`.
_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading that opens a node: where in it code and name stand, and how much that says.

    `code` and `name` are spans of the heading; that of a code that is not printed is empty.
    `is_plain` tells that such a heading may open other things as well; `is_marked` that its code
    tells the node by itself.
    """

    node: Node
    code: tuple[int, int]
    name: tuple[int, int]
    is_plain: bool = False
    is_marked: bool = False


class Openers:
    """The openers of all nodes of a family, ready to be recognised."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._nodes = tuple(map(_NodeOpeners.of, nodes))

    def openings(self, heading: str) -> Iterator[Opening]:
        """What a collapsed heading may open, of each node the first that fits."""
        text = heading.rstrip(" :")
        if len(text) > _LONGEST:
            return
        for known in self._nodes:
            for pattern, is_plain in known.that_may_fit(text):
                found = pattern.fullmatch(text)
                if found and (name := _name(found, known.node)):
                    is_marked = _is_marked(found, known.marks)
                    yield Opening(known.node, _code(found), name, is_plain, is_marked)
                    break

    def coded(self, text: str) -> Iterator[tuple[Node, tuple[int, int], bool]]:
        """(node, where the code is, whether it is but a number) of a text that is a code alone.

        `Kerntaak 1` and `B1-K1` tell the node by themselves, `1.1` does not.
        """
        bare = text.rstrip(" :.")
        for known in self._nodes:
            found = known.code_alone.fullmatch(bare)
            if found and found.lastindex:
                yield known.node, found.span(found.lastindex), False
            elif known.number.fullmatch(bare):
                yield known.node, (0, len(bare)), True


_Patterns = tuple[tuple[re.Pattern[str], bool], ...]


@dataclass(frozen=True)
class _NodeOpeners:
    """The expressions of one node: of its openers, each with whether it is plain, and its codes.

    Few texts fit `any_sure`: only then the opener is sought that does.
    """

    node: Node
    any_sure: re.Pattern[str]
    plain: _Patterns
    marks: re.Pattern[str]
    code_alone: re.Pattern[str]
    number: re.Pattern[str]

    @classmethod
    def of(cls, node: Node) -> _NodeOpeners:
        sure = [_NAMED_GROUP.sub("(?:", _expression(opener, node)) for opener in node.openers]
        return cls(
            node,
            _any_of(sure, re.IGNORECASE),
            tuple(_compiled(node, node.plain_openers, True)),
            _any_of(map(_shape, node.marks), re.IGNORECASE),
            _any_of(_codes_alone(node), re.IGNORECASE),
            _any_of(map(_shape, node.numbers)),
        )

    @cached_property
    def all(self) -> _Patterns:
        """The openers, the sure ones first."""
        return (*_compiled(self.node, self.node.openers, False), *self.plain)

    def that_may_fit(self, text: str) -> _Patterns:
        """The openers that a heading may be."""
        return self.all if self.any_sure.fullmatch(text) else self.plain


def _compiled(
    node: Node, openers: Iterable[str], is_plain: bool
) -> Iterator[tuple[re.Pattern[str], bool]]:
    for opener in openers:
        yield re.compile(_expression(opener, node), re.IGNORECASE), is_plain


def _expression(opener: str, node: Node) -> str:
    """The regular expression of an opener such as `{n}. De {occupation} als {name}`."""
    parts = [part for part in _PLACEHOLDER.split(opener) if part]
    body, after_code = "", False
    for part in parts:
        if after_code and (part.isspace() or part == ":"):
            continue
        if after_code:
            body += _AFTER_CODE
        after_code = part in ("{code}", "{mark}")
        body += _part(part, node)
    # A name alone says so little that a number before it makes it something else.
    takes_number = "{n}" in opener or opener.startswith(("{code}", "{mark}", "{name}"))
    return body if takes_number else _OPTIONAL_NUMBER + body


def _part(part: str, node: Node) -> str:
    if part in ("{code}", "{mark}"):
        shapes = node.marks if part == "{mark}" else (*node.marks, *node.numbers)
        return f"(?P<code>{_shapes(shapes)}){_CODE_ENDS}"
    if part in _PARTS:
        return _PARTS[part]
    if part.isspace():
        return r"\s*"
    if part == ":":
        return r"\s*:"
    if part in (".", ")"):
        return r"[.):]?"
    if part[0] in DASHES_AND_HYPHENS:
        return rf"\s*[{DASHES_AND_HYPHENS}]\s*"
    return rf"\b{re.escape(part)}\b"


def _shapes(shapes: Iterable[str]) -> str:
    return "|".join(map(_shape, shapes))


def _shape(shape: str) -> str:
    pieces = re.split(r"(\{\w+\}|-)", shape)
    return "".join(_OF_CODES.get(piece, re.escape(piece)) for piece in pieces if piece)


def _any_of(expressions: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What one of the expressions fits; where there are none, nothing does."""
    return re.compile("|".join(expressions) or r"(?!)", flags)


def _codes_alone(node: Node) -> Iterator[str]:
    """The expressions of a heading without its name, where that tells the node.

    The one group of each is the code.
    """
    if node.marks:
        yield f"({_shapes(node.marks)})"
    shapes = _shapes((*node.marks, *node.numbers))
    for opener in node.openers:
        word, has_code, _ = opener.partition("{code}")
        if has_code and word.strip():
            # `COMPETENTIES` is no competency `S`.
            yield rf"{re.escape(word.strip())}(?![^\W\d_])\s*({shapes})"


def _name(found: re.Match[str], node: Node) -> tuple[int, int] | None:
    """Where the name stands; None where the heading is a sentence that happens to fit."""
    start, end = found.span("name")
    name = found.group("name")
    # `de rol van de adviseur`; the title of a task keeps its article.
    article = None if node.marks or node.numbers else _ARTICLE.match(name)
    if article:
        start += article.end()
    occupation = found["occupation"] if "occupation" in found.re.groupindex else ""
    words = len(found.string[start:end].split())
    if not words or name.endswith(_SENTENCE_ENDS):
        return None
    most = _MOST_WORDS_WITH_CODE if node.marks or node.numbers else _MOST_WORDS_OF_A_NAME
    if words > most or len(occupation.split()) > _MOST_WORDS_OF_AN_OCCUPATION:
        return None
    return start, end


def _code(found: re.Match[str]) -> tuple[int, int]:
    """Where the code stands: that of the node, else a number before the heading."""
    groups = found.re.groupindex
    for group in ("code", "n"):
        if group in groups and found.group(group) is not None:
            return found.span(group)
    return 0, 0


def _is_marked(found: re.Match[str], marks: re.Pattern[str]) -> bool:
    start, end = found.span("code") if "code" in found.re.groupindex else (0, 0)
    written = found.string[start:end]
    return bool(written) and marks.fullmatch(written) is not None
