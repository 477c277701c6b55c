"""What a cover and the running lines of pages say, where no label says it."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial

from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Field
from pipeline.interpret.bench import Value
from pipeline.interpret.claims import Claims
from pipeline.interpret.fact_makers import set_name
from pipeline.interpret.filling import Filling
from pipeline.interpret.makers import MAKERS
from pipeline.interpret.outline import Entry, Outline
from pipeline.interpret.passages import Passage
from pipeline.interpret.proposals import Shape, reasons_of, strongest
from pipeline.interpret.title import free_cuts, is_sector, title_parts, without_code
from pipeline.interpret.tree import leaf, leaves
from pipeline.labels.dates import whole_date
from pipeline.labels.page_furniture import without_page_number

_STEP_ACCOUNT = "cover"
# Running lines differ in their page number only; the first pages show them all.
_MOST_RUNNING = 12
# What stands once may be a source that is a profile too.
_RUNNING_NAME = 2
_WORD = re.compile(r"[^\W\d]\S*")
# A version or level is one word, a date up to three.
_FACT = re.compile(r"\d{1,2}\s+[a-z]+\.?\s+\d{4}|[^\s|;,]+")


def fill_from_cover(root: Filling, outline: Outline) -> None:
    """Set the facts that only the cover says; a line that is said elsewhere is furniture.

    A line that says anything else is kept in `unplaced`.
    """
    if root.name is None:
        _name_from_running_lines(root, outline.running)
    for fact in (part for whole in outline.cover for part in _facts(whole, root.bench.claims)):
        line = _without_code(root, fact)
        taken, verdict = strongest(propose(root, line) for propose in _SHAPES)
        root.bench.maker.reasons.extend(reasons_of(verdict, [line]))
        if taken is None:
            root.bench.keep(_by_itself(line))
        else:
            taken.take()
    for line in outline.running[:_MOST_RUNNING]:
        _from_running_line(root, line)


def _facts(line: Text, claims: Claims) -> list[Text]:
    """`Versie 1.2 - 13 februari 2014`: the parts of a line of which one is a date."""
    cuts = free_cuts(line)
    parts = line.split(cuts)
    if not any(whole_date(part.chars) for part in parts):
        return [line]
    claims.take_signs(line, cuts)
    return parts


def _without_code(root: Filling, line: Text) -> Text:
    """`Rietdekker (BOU 021)`: a line without the code, which is set where nothing else says it."""
    name, code = without_code(line)
    if not code or not root.has("code") or root.get("code") is not None:
        return line
    root.put("code", leaf(code, line.chars, ("code from the cover",)), line)
    opening, _, closing = line.chars[len(name) :].partition(code.chars)
    root.bench.claims.take(line[len(name) : len(name) + len(opening)], _STEP_ACCOUNT)
    root.bench.claims.take(line[len(line) - len(closing) :], _STEP_ACCOUNT)
    return name.strip()


def _name_from_running_lines(root: Filling, lines: list[Text]) -> None:
    """`Beroepscompetentieprofiel Imker`, as most pages repeat it: the name behind the type."""
    names: dict[str, Text] = {}
    seen: Counter[str] = Counter()
    for line in lines:
        bare = without_page_number(line.chars)
        name = title_parts(line[: len(bare)], root.bench.matcher, None).name
        if bare and line.chars.startswith(bare) and name:
            names.setdefault(fold(name.chars), name)
            seen[fold(name.chars)] += 1
    usual, count = seen.most_common(1)[0] if seen else ("", 0)
    if count >= _RUNNING_NAME:
        set_name(root, names[usual], names[usual])


def _from_running_line(root: Filling, line: Text) -> None:
    """`BCP Imker | Versie 2 | 3 van 12`: a short fact that nothing else says."""
    for start in (word.start() for word in _WORD.finditer(line.chars)):
        found = root.bench.matcher.match_label_prefix(line.chars[start:], PROFILE)
        if found is None or found[0].is_inferred or not found[0].field.value.looks_like:
            continue
        own, value = found[0].field, line[start + found[1] :]
        end = _FACT.match(value.chars)
        if end is not None and root.get(own.path) is None:
            entry = Entry(line[start : start + found[1]].strip(), found[0], how="running line")
            MAKERS[own.kind](root, Value(entry, [Passage(value[: end.end()].strip())]), own)


def _labelled(root: Filling, line: Text) -> Shape | None:
    """`Versie 3`, `Status: concept`: a fact with its label."""
    found = root.bench.matcher.match_label_prefix(line.chars, PROFILE)
    if found is None:
        return None
    match, start = found
    entry = Entry(line[:start].strip(), match, how="line of the cover")
    value = Value(entry, [Passage(line[start:].strip())])
    return _fact(root, "fact with its label", 40, line, value, match.field)


def _dated(root: Filling, line: Text) -> Shape | None:
    """A date by itself is that of the document."""
    own = _field(root, "date")
    if own is None or whole_date(line.chars) is None:
        return None
    return _fact(root, "date of the document", 30, line, _by_itself(line), own)


def _of_sector(root: Filling, line: Text) -> Shape | None:
    """A line that says by its last word that it names a sector."""
    own = _field(root, "sector")
    if own is None or not is_sector(line):
        return None
    return _fact(root, "sector by its last word", 30, line, _by_itself(line), own)


def _field(root: Filling, path: str) -> Field | None:
    fields = root.bench.family.fields
    return next((f for f in fields if f.node == PROFILE and f.path == path), None)


def _fact(root: Filling, name: str, rank: int, line: Text, value: Value, own: Field) -> Shape:
    """What fills its field; where that is filled, the cover only says it again."""

    def take() -> None:
        if root.get(own.path) is not None:
            root.bench.claims.take(line, _STEP_ACCOUNT)
            return
        root.bench.claims.take(value.entry.label, "labels")
        MAKERS[own.kind](root, value, own)

    return Shape(name, rank, take)


def _named(root: Filling, line: Text) -> Shape | None:
    """The name of the occupation: the first line of the cover that says nothing else."""
    if root.name is not None:
        return None
    return Shape("name of the occupation", 20, partial(set_name, root, line, line))


def _said(root: Filling, line: Text) -> Shape | None:
    """What a field says, and the title with it, a cover may say again."""
    if not is_said(root, line):
        return None
    take = partial(root.bench.claims.take, line, _STEP_ACCOUNT)
    return Shape("what a field says", 10, take)


def _by_itself(line: Text) -> Value:
    return Value(Entry(Text(), None), [Passage(line)])


def is_said(root: Filling, text: Text) -> bool:
    """Whether a field of the profile says all of a text."""
    words = re.compile(rf"(?<!\w){re.escape(fold(text.chars))}(?!\w)")
    return any(words.search(fold(str(item.value))) for _, item in leaves(root.tree))


_SHAPES = (_labelled, _dated, _of_sector, _named, _said)
