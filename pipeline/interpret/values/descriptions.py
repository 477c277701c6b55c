"""Texts that say one thing apart: the source of a labour market, the statement of a role."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.core import signs
from pipeline.core.text import fold
from pipeline.document.sentences import has_several_sentences
from pipeline.document.text import Text, join
from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values.blocks import text_blocks

_SOURCE = re.compile(r"(?:(?<=[\s.(])|^)Bron(?:nen|vermelding)?\s*:\s*", re.IGNORECASE)
_SAYS_RESPONSIBLE = re.compile(r"\bverantwoordelijk\b", re.IGNORECASE)
STATED = "a sentence by itself says who is responsible; nothing is emphasised"
"""How a statement was told that nothing emphasises."""
# What closes a sentence outside its emphasis (`<i>Is verantwoordelijk</i>. Ontvangt ...`).
_SENTENCE_END = ".!?:;"
_RESPONSIBLE = re.compile(
    r"(?:de|het|een)\s+(?P<who>.{2,60}?)\s+is\s+(?:\w+\s+)?(?:eind)?verantwoordelijk\s+voor\b",
    re.IGNORECASE,
)
_SENTENCE_END_IN_TEXT = re.compile(r"\.(?=\s+[A-ZÀ-Þ])")
# The letter or digit that a sentence opens with, also after a quote, a bracket or `'s`.
_SENTENCE_START = re.compile(rf"[{signs.QUOTES}(\[]*(?:[nst]\s+(?=[A-Z]))?(\w)")


def labour_market(passages: list[Passage], claims: Claims) -> Node:
    """The text of the labour market, its closing source statement apart."""
    kept = list(passages)
    source: Leaf | None = None
    for number in range(len(kept) - 1, max(len(kept) - 3, -1), -1):
        found = list(_SOURCE.finditer(kept[number].chars))
        if not found:
            continue
        mark = found[-1]
        passage = kept[number]
        statement = [passage.text[mark.end() :], *(p.text for p in kept[number + 1 :])]
        claims.take(passage.text[mark.start() : mark.end()], "link words")
        source = _source(statement, passage)
        before = passage.text[: mark.start()].strip()
        kept[number:] = [replace(passage, text=before, raw="")] if before else []
        break
    node: dict[str, Node] = {"text": text_blocks(kept)}
    if source is not None:
        node["source"] = source
    return node


def _source(statement: list[Text], passage: Passage) -> Leaf:
    return leaf(
        join(filter(None, statement)),
        passage.raw or passage.chars,
        ("source statement at the end",),
    )


def role_text(
    passages: list[Passage], name: str, *, shows_emphasis: bool = True
) -> tuple[Passage | None, list[Passage]]:
    """(the opening statement, the rest of the description).

    It is emphasised, or says of the role by its `name` what it is responsible for. Where a document
    shows no emphasis at all, one sentence by itself that says who is responsible, before others.
    """
    if not passages or passages[0].is_item:
        return None, passages
    first, *others = passages
    end = _statement_length(first) or _length_by_words(first.chars, name)
    if not end and not shows_emphasis and others and _states_responsibility(first):
        return replace(first, steps=(*first.steps, STATED)), others
    if not end:
        return None, passages
    opening, rest = first.split_at(end)
    return opening, [rest, *others] if rest.text else others


def _length_by_words(chars: str, name: str) -> int:
    """Length of a first sentence that says what a role is responsible for; 0 for none."""
    found = _RESPONSIBLE.match(chars)
    if found is None or not name or fold(found["who"]) != fold(name):
        return 0
    end = _SENTENCE_END_IN_TEXT.search(chars)
    return end.end() if end else len(chars)


def _states_responsibility(passage: Passage) -> bool:
    is_one = not has_several_sentences(passage.chars)
    return is_one and _SAYS_RESPONSIBLE.search(passage.chars) is not None


def _statement_length(passage: Passage) -> int:
    """Length of the emphasised statement that a passage opens with, 0 for none.

    A statement is followed by a new sentence, or by nothing; a stressed word by the rest of its
    own sentence.
    """
    prefix = passage.emphasised_prefix()
    if not prefix:
        return len(passage.text) if passage.emphasised else 0
    following = passage.chars[prefix:].lstrip(_SENTENCE_END)
    end = len(passage.chars) - len(following)
    following = following.strip()
    opens_sentence = _SENTENCE_START.match(following)
    return end if not following or (opens_sentence and not opens_sentence[1].islower()) else 0
