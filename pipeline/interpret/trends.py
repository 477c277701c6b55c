"""Trends: a label with trends under their sub-headings, or a row for each."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.text import Text
from pipeline.interpret.bench import Bench, Value
from pipeline.interpret.filling import Filling
from pipeline.interpret.forms import has_few_words
from pipeline.interpret.headings import leading_number
from pipeline.interpret.outline import TREND_ROW
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.shapes.heads import are_heads_of_trends
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values import sub_headings
from pipeline.interpret.values.blocks import text_blocks
from pipeline.interpret.values.trend_titles import TrendTitles
from pipeline.labels.matcher import LabelMatcher

# `Ontwikkeling | Betekenis voor het beroep`: the cells of a head row.
_HEADS = 2
# So many unknown labels about trends are trends: one by itself may be anything.
_SEVERAL = 2


def developments(filling: Filling, value: Value, path: str) -> None:
    """Add the trends that stand under their sub-headings."""
    bench = filling.bench
    passages = sub_headings.apart_at_titles(
        _without_heads(value.passages, bench), lambda chars: is_trend(chars, bench.matcher)
    )
    titled = TrendTitles(bench.matcher).of(passages)
    match = value.entry.match
    words_only = match is not None and match.is_inferred and not titled.titling.heads
    if words_only and is_trend_row(value, filling.values, bench.matcher):
        # `5. Veranderingen in het vak`, among titles of its form, comes near the label of them all.
        trend_row(filling, value, path)
        return
    if titled.verdict.doubt:
        message = f"{titled.verdict.name}; but {titled.verdict.doubt}"
        bench.note("BCP319", message, joined_text(passages), filling.pointer_of(path))
    for part in sub_headings.parts(passages, titled.titling.heads):
        node = _development(filling, part, value.entry.label, str(titled.verdict))
        filling.add(path, [node], value.entry.label)


def _without_heads(passages: list[Passage], bench: Bench) -> list[Passage]:
    """Passages without the head row of a table of trends inside the value."""
    heads, below = passages[:_HEADS], passages[_HEADS : _HEADS + 1]
    if not below or not all(passage.opens_cell for passage in (heads[0], *below)):
        return passages
    names_one = [is_trend(p.chars, bench.matcher) for p in (heads[0], *below)]
    if names_one != [False, True] or not are_heads_of_trends([p.text for p in heads]):
        return passages
    for passage in heads:
        bench.claims.take(passage.text, "column heads")
    return passages[_HEADS:]


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
    if value.entry.how == TREND_ROW or _names_dimension(value, matcher):
        return True
    others = [other for other in values if _may_be_trend(other, matcher) and other.passages]
    alike = [other for other in others if other.entry.level == value.entry.level]
    if not value.passages or any(_names_dimension(other, matcher) for other in alike):
        return bool(value.passages)
    # Several rows of their own, where nothing else tells of trends.
    told = any(v.entry.kind == "developments" and v.passages for v in values)
    are_texts = not any(has_few_words(joined_text(other.passages)) for other in alike)
    return not told and value in alike and len(alike) >= _SEVERAL and are_texts


def _may_be_trend(value: Value, matcher: LabelMatcher) -> bool:
    entry = value.entry
    label = entry.label.collapse().chars
    # `Noot 1`, `Bijlage 2`: what ends in a number is counted, and no trend.
    if entry.section != "trends" or not label or label[-1].isdigit():
        return False
    if entry.match is not None:
        # `Veranderingen in het vak` among titles of trends is one, though it may name them all.
        return entry.match.is_inferred and entry.kind == "developments"
    return matcher.foreign(entry.label.chars) is None or _names_dimension(value, matcher)


def _names_dimension(value: Value, matcher: LabelMatcher) -> bool:
    return matcher.match_trend(value.entry.label.collapse().chars) is not None


def is_trend(chars: str, matcher: LabelMatcher) -> bool:
    """Whether a title names a dimension, whatever number stands before it."""
    _, start = leading_number(chars)
    return matcher.match_trend(chars[start:]) is not None


def _development(filling: Filling, part: sub_headings.Part, label: Text, how: str) -> Node:
    """One trend; text that stands under no heading of its own goes under the label's.

    `how` says how titles were told.
    """
    if part.title is None:
        message = "text about trends has no heading of its own; the label serves as title"
        filling.bench.note("BCP312", message, joined_text(part.passages))
        node = _trend(filling, label.collapse(), None, Text(), part.passages)
        step = "no heading of its own: titled by the label"
        return {**node, "title": replace(node["title"], steps=(step,))}
    title = sub_headings.title_text(part.title, filling.bench.claims)
    number, marker = part.title.number, part.title.marker
    if number is None:
        number, start = leading_number(title.chars)
        marker, title = title[:start], title[start:]
    node = _trend(filling, title, number, marker, part.passages)
    return {**node, "title": replace(node["title"], steps=(how,))}


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
