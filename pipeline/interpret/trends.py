"""Trends: a label with trends under their sub-headings, or a row for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.document.text import Text
from pipeline.interpret.bench import Value
from pipeline.interpret.filling import Filling
from pipeline.interpret.headings import leading_number
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values import sub_headings
from pipeline.interpret.values.blocks import text_blocks
from pipeline.labels.matcher import LabelMatcher

# More words than a title of a trend has make a sentence.
_MOST_TITLE_WORDS = 8


def developments(filling: Filling, value: Value, path: str) -> None:
    """Add the trends that stand under their sub-headings."""
    matcher = filling.bench.matcher
    heads = _trend_heads(value.passages, matcher)
    passages = sub_headings.apart_at_titles(value.passages, lambda chars: is_trend(chars, matcher))
    for part in sub_headings.parts(passages, heads):
        filling.add(path, [_development(filling, part, value.entry.label)], value.entry.label)


def trend_row(filling: Filling, value: Value, path: str) -> None:
    """Add a trend that has a row of its own: the label is its title."""
    label = value.entry.label.collapse()
    number, start = leading_number(label.chars)
    title = label[start : len(label.chars.rstrip(" :"))]
    filling.bench.claims.take(label, "labels")
    node = _trend(filling, title, number, label[:start], value.passages)
    filling.add(path, [node], label)


def is_trend_row(value: Value, values: list[Value], matcher: LabelMatcher) -> bool:
    """Whether an unknown label of the section about trends is the title of one.

    One that names no dimension is, where another in the same form does.
    """
    if not _may_be_trend(value, matcher):
        return False
    if _names_dimension(value, matcher):
        return True
    return bool(value.passages) and any(
        _may_be_trend(other, matcher)
        and other.entry.level == value.entry.level
        and _names_dimension(other, matcher)
        for other in values
    )


def _may_be_trend(value: Value, matcher: LabelMatcher) -> bool:
    entry = value.entry
    label = entry.label.collapse().chars
    # `Noot 1`, `Bijlage 2`: what ends in a number is counted, and no trend.
    if entry.match is not None or entry.section != "trends" or not label or label[-1].isdigit():
        return False
    return matcher.foreign(entry.label.chars) is None or _names_dimension(value, matcher)


def _names_dimension(value: Value, matcher: LabelMatcher) -> bool:
    return matcher.match_trend(value.entry.label.collapse().chars) is not None


def is_trend(chars: str, matcher: LabelMatcher) -> bool:
    """Whether a title names a dimension, whatever number stands before it."""
    _, start = leading_number(chars)
    return matcher.match_trend(chars[start:]) is not None


def _development(filling: Filling, part: sub_headings.Part, label: Text) -> Node:
    """One trend; text that stands under no heading of its own goes under the label's."""
    if part.title is None:
        message = "text about trends has no heading of its own; the label serves as title"
        filling.bench.note("BCP312", message, joined_text(part.passages))
        node = _trend(filling, label.collapse(), None, Text(), part.passages)
        step = "no heading of its own: titled by the label"
        return {**node, "title": replace(node["title"], steps=(step,))}
    title = sub_headings.title_text(part.title, filling.bench.claims)
    if part.title.number is not None:
        return _trend(filling, title, part.title.number, part.title.marker, part.passages)
    number, start = leading_number(title.chars)
    return _trend(filling, title[start:], number, title[:start], part.passages)


def _trend(
    filling: Filling, title: Text, number: int | None, marker: Text, passages: list[Passage]
) -> Node:
    bench = filling.bench
    node: dict[str, Node] = {}
    if number is not None:
        node["number"] = Leaf(number, marker, steps=("printed number",), verbatim=False)
        bench.claims.take(marker, "numbering")
    if dimension := bench.matcher.match_trend(title.chars):
        step = f"dimension named by the title {title.chars!r}"
        node["dimension"] = Leaf(dimension, title, steps=(step,), verbatim=False)
    return {**node, "title": leaf(title), "text": text_blocks(passages)}


def _trend_heads(passages: list[Passage], matcher: LabelMatcher) -> Callable[[Passage], int]:
    """How the sub-headings of trends are told: by number, where one numbered names a trend."""
    numbered = any(
        p.number is not None and matcher.match_trend(p.chars) for p in passages if p.is_item
    )

    def is_title(chars: str) -> bool:
        is_sentence = chars.endswith((".", "!", "?", ";"))
        return not is_sentence and _is_short(chars) and matcher.match_trend(chars) is not None

    def run_in(passage: Passage) -> int:
        """The length of a title that a colon ends inside an item; 0 for none."""
        at = passage.chars.find(":")
        return at + 1 if at > 0 and is_title(passage.chars[:at]) else 0

    bullets = [p for p in passages if p.is_item and p.number is None]
    # `- Economisch: ...`: each item is a trend of its own, where each names one.
    titled = len(bullets) > 1 and all(map(run_in, bullets))
    last = 0

    def counts_on(passage: Passage) -> bool:
        """The next number, before words that are no item of a list below the title."""
        if not numbered or passage.number is None:
            return False
        opens = passage.chars[0].isupper() and not passage.chars.endswith((".", ";", ",", ":"))
        return passage.number == last + 1 and opens and _is_short(passage.chars)

    def heads(passage: Passage) -> int:
        nonlocal last
        if passage.is_item and passage.number is None:
            return run_in(passage) if titled else 0
        named = passage.number is not None and is_title(passage.chars)
        if named or counts_on(passage) or (passage.number is not None and passage.emphasised):
            last = passage.number or last
            return len(passage.text)
        if passage.is_item:
            # `1. <i>Demografisch</i> De bevolking ...`: the emphasis is the title.
            prefix = passage.emphasised_prefix()
            return prefix if prefix and is_title(passage.chars[:prefix].rstrip(" :")) else 0
        return sub_headings.heading_length(passage, is_title, trusts_emphasis=True)

    return heads


def _is_short(chars: str) -> bool:
    return len(chars.split()) <= _MOST_TITLE_WORDS
