"""Trends: a label with trends under their sub-headings, or a row for each."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.reasons import Verdict
from pipeline.document.text import Text
from pipeline.families.model import Field
from pipeline.interpret.bench import Value
from pipeline.interpret.filling import Filling
from pipeline.interpret.forms import has_few_words
from pipeline.interpret.head_rows import without_head_row
from pipeline.interpret.headings import leading_number
from pipeline.interpret.outline import TREND_ROW
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values import sub_headings
from pipeline.interpret.values.blocks import text_blocks
from pipeline.interpret.values.named_titles import NamedTitles
from pipeline.labels.matcher import LabelMatcher

# So many unknown labels about trends are trends: one by itself may be anything.
_SEVERAL = 2


def developments(filling: Filling, value: Value, own: Field) -> None:
    """Add the trends that stand under their sub-headings."""
    bench = filling.bench

    def dimension(chars: str) -> str | None:
        return dimension_of(chars, bench.matcher)

    def label(chars: str) -> bool:
        match = bench.matcher.match(chars, filling.scope, own.section)
        return match is not None and match.field is own

    passages = without_head_row(value.passages, bench, label=label, names=dimension)
    passages = sub_headings.apart_at_titles(passages, dimension)
    titled = NamedTitles(bench.matcher.match_trend).of(passages)
    match = value.entry.match
    words_only = match is not None and match.is_inferred and not titled.titling.heads
    if words_only and as_trend_row(value, filling.values, bench.matcher):
        # `5. Veranderingen in het vak`, among titles of its form, comes near the label of them all.
        trend_row(filling, value, own.path)
        return
    bench.note_doubt(titled.verdict, joined_text(passages), filling.pointer_of(own.path))
    for part in sub_headings.parts(passages, titled.titling.heads):
        node = _development(filling, part, value.entry.label, str(titled.verdict))
        filling.add(own.path, [node], value.entry.label)


def trend_row(filling: Filling, value: Value, path: str) -> None:
    """Add a trend that has a row of its own: the label is its title."""
    label = value.entry.label.collapse()
    number, start = leading_number(label.chars)
    title = label[start : len(label.chars.rstrip(" :"))]
    filling.bench.claims.take(label, "labels")
    node = _trend(filling, title, number, label[:start], value.passages)
    filling.add(path, [node], label)


def as_trend_row(value: Value, values: list[Value], matcher: LabelMatcher) -> Verdict:
    """Whether an unknown label of the section about trends is the title of one.

    One that names no dimension is, where another in the same form does.
    """
    if not (may_be := _may_be_trend(value, matcher)):
        return may_be
    if value.entry.how == TREND_ROW or _dimension(value, matcher):
        return Verdict(True, "its title names a dimension, or stands beside its text")
    others = [other for other in values if _may_be_trend(other, matcher) and other.passages]
    alike = [other for other in others if other.entry.level == value.entry.level]
    if not value.passages or any(_dimension(other, matcher) for other in alike):
        return Verdict(bool(value.passages), "a title of its form names a dimension")
    # Several rows of their own, where nothing else tells of trends.
    told = any(v.entry.kind == "developments" and v.passages for v in values)
    are_texts = not any(has_few_words(joined_text(other.passages)) for other in alike)
    several = not told and value in alike and len(alike) >= _SEVERAL and are_texts
    return Verdict(several, "several such rows are all that tells of trends")


def _may_be_trend(value: Value, matcher: LabelMatcher) -> Verdict:
    entry = value.entry
    label = entry.label.collapse().chars
    # `Noot 1`, `Bijlage 2`: what ends in a number is counted, and no trend.
    if entry.section != "trends" or not label or label[-1].isdigit():
        return Verdict(False, "it stands elsewhere, or is counted")
    if entry.match is not None:
        # `Veranderingen in het vak` among titles of trends is one, though it may name them all.
        near = entry.match.is_inferred and entry.kind == "developments"
        return Verdict(near, "its words come near the label of all trends")
    is_ours = matcher.foreign(entry.label.chars) is None or _dimension(value, matcher) is not None
    return Verdict(is_ours, "no other document has this label")


def _dimension(value: Value, matcher: LabelMatcher) -> str | None:
    return matcher.match_trend(value.entry.label.collapse().chars)


def dimension_of(chars: str, matcher: LabelMatcher) -> str | None:
    """The dimension that a title names, whatever number stands before it."""
    _, start = leading_number(chars)
    return matcher.match_trend(chars[start:])


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
