"""Lists of short things: names, source documents, roles of the overview, items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pipeline.document.reasons import Reasons
from pipeline.document.sentences import is_open
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence, ItemKind, find_boundaries
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values.parting import Parting, gaps_at, parted
from pipeline.interpret.values.run_on import at_its_dash, at_line_ends
from pipeline.interpret.values.years import printed_year, year_leaf
from pipeline.labels.grammar import is_agent

_SPLIT_STEP = "split from running text"
SEPARATED_STEP = "split at separators"
# Verbs of sentences that name sources; titles have none.
_LAST_NAME = re.compile(r"\s+(?:en|of)\s+(?=\S+(?:\s\S+)?$)")
# A sentence has more words than a label.
_LEAST_WORDS = 4
_REFERENCES = ("gebruik", "geraadpleegd", "gebaseerd", "bron", "document", "volgende", "opgesteld")
_AUXILIARIES = frozenset("is zijn werd werden wordt worden".split())


def flattened(
    passage: Passage, kind: ItemKind, evidence: Evidence, claims: Claims
) -> tuple[list[Passage], list[Note]]:
    """The items of a paragraph in which a list was run together, else the paragraph itself."""
    is_source = kind == "source_documents"
    if passage.is_item:
        at_dash = () if is_source else at_its_dash(passage, kind, evidence)
        return parted(passage, at_dash, _alike, claims)
    worth = _worth_of_source if is_source else _alike
    parts, notes = parted(passage, _at_semicolons(passage.chars), worth, claims)
    if is_source and len(parts) > 1:
        # What parts them once parts them all.
        return parts, notes
    items: list[Passage] = []
    for part in parts:
        found, remarks = _split(part, kind, evidence)
        items.extend(found)
        notes.extend(remarks)
    return items, notes


def _at_semicolons(chars: str) -> Iterator[Parting]:
    """`Metselt recht; Voegt netjes`: at semicolons that a capital follows, or only behind years."""
    cuts = [cut for cut in outside_brackets(chars, ";") if chars[cut + 1 :].lstrip()[:1].isupper()]
    yield Parting(SEPARATED_STEP, gaps_at(cuts))
    pairs = zip([0, *cuts], cuts, strict=False)
    yield Parting(SEPARATED_STEP, gaps_at(b for a, b in pairs if printed_year(chars[a:b])))


def _alike(_part: str) -> float:
    return 1.0


def _worth_of_source(part: str) -> float:
    """A reference has a year, or a title and a publisher: it may have semicolons of its own."""
    return 1.0 if "," in part or printed_year(part) else -1.0


def _split(
    passage: Passage, kind: ItemKind, evidence: Evidence
) -> tuple[list[Passage], list[Note]]:
    boundaries = find_boundaries(passage.chars, kind, evidence)
    starts = [boundary.offset for boundary in boundaries]
    if len(starts) < 2:
        return [passage], []
    items = [
        Passage(
            stretch,
            is_item=True,
            raw=passage.raw or passage.chars,
            steps=(*passage.steps, f"{_SPLIT_STEP}, item {n} of {len(starts)}"),
        )
        for n, stretch in enumerate(passage.text.stretches(starts), 1)
    ]
    message = f"{len(items)} items recovered from running text"
    notes = [Note("BCP303", message, passage.text)]
    if unsure := [b.offset for b in boundaries[1:] if not b.is_sure]:
        openings = ", ".join(repr(passage.chars[at:].split()[0]) for at in unsure)
        notes.append(Note("BCP310", f"items that open with {openings} are uncertain", passage.text))
    return items, notes


def names(
    passages: list[Passage], evidence: Evidence, claims: Claims, by_comma: bool
) -> tuple[list[Leaf], list[Note]]:
    """A list of names.

    One paragraph is split at semicolons or commas (`by_comma`: always; else only where
    each part opens with a capital, for an organisation may have a comma in its name); a
    paragraph without separators may be a flattened list.
    """
    kind: ItemKind = "occupations" if by_comma else "names"
    findings: list[Note] = []

    def unparted(passage: Passage) -> list[Passage]:
        items, notes = flattened(passage, kind, evidence, claims)
        findings.extend(notes)
        return items

    return _one_by_one(passages, claims, by_comma, unparted), findings


def strings(passages: list[Passage], claims: Claims) -> list[Leaf]:
    """Texts one by one; those of one line are parted at its semicolons or commas."""
    return _one_by_one(passages, claims, True, lambda passage: [passage])


def _one_by_one(
    passages: Iterable[Passage],
    claims: Claims,
    by_comma: bool,
    unparted: Callable[[Passage], list[Passage]],
) -> list[Leaf]:
    """What signs part in each paragraph; `unparted` gives the items of one without such signs."""
    found: list[Leaf] = []
    for passage in passages:
        parts = [] if passage.is_item else separated(passage.text, claims, by_comma)
        if len(parts) > 1:
            if not outside_brackets(passage.chars, ";"):
                parts[-1:] = _last_of_all(parts[-1], claims)
            found.extend(leaf(p, passage.chars, (SEPARATED_STEP,)) for p in parts)
            continue
        items = unparted(passage)
        found.extend(leaf(without_end(p.text, claims), p.raw, p.steps) for p in items)
    return found


def _last_of_all(last: Text, claims: Claims) -> list[Text]:
    """`Monteur en Chauffeur` at the end of a line of names: each of them names somebody.

    `Hoofd inkoop en verkoop` is one, for what stands behind the link word does not; so is `hoofd
    inkoper en verkoper`, whose first words may be those of both.
    """
    found = list(_LAST_NAME.finditer(last.chars))
    for link in found[-1:]:
        parts = [last[: link.start()].strip(), last[link.end() :].strip()]
        opens = [part.chars[:1].isupper() for part in parts]
        apart = all(opens) or len(parts[0].chars.split()) <= len(parts[1].chars.split())
        named = all(any(map(is_agent, part.chars.split())) for part in parts)
        if apart and opens[0] == opens[1] and named:
            claims.take(last[link.start() : link.end()], "link words")
            return parts
    return [last]


def without_end(text: Text, claims: Claims, ends: str = " ,;") -> Text:
    """A name without the signs that part it from the next one."""
    stripped = text.chars.rstrip(ends)
    claims.take(text[len(stripped) :], "separators")
    return text[: len(stripped)]


def separated(text: Text, claims: Claims, by_comma: bool) -> list[Text]:
    """The parts of a text at its semicolons, or else its commas, outside brackets and quotes."""
    for separator in ";,":
        cuts = outside_brackets(text.chars, separator)
        parts = text.split(cuts)
        if len(parts) < 2:
            continue
        if separator == "," and not by_comma and not all(p.chars[0].isupper() for p in parts):
            continue
        for cut in cuts:
            claims.take(text[cut : cut + 1], "separators")
        last = parts[-1]
        if last.chars.endswith(".") and "." not in last.chars[:-1]:
            claims.take(last[-1:], "separators")
            parts[-1] = last[:-1]
        return parts
    return []


def outside_brackets(chars: str, separator: str) -> list[int]:
    """Where the separator stands in a text, but for what stands in brackets."""
    found: list[int] = []
    if separator not in chars:
        return found
    depth = 0
    for n, char in enumerate(chars):
        depth += (char in "([{") - (char in ")]}")
        if char == separator and depth <= 0:
            found.append(n)
    return found


def source_documents(
    passages: list[Passage], evidence: Evidence, claims: Claims, reasons: Reasons
) -> tuple[list[Node], list[Note]]:
    """The source documents with their printed years; `reasons` are those of the reader."""
    found: list[Node] = []
    findings: list[Note] = []
    for whole in passages:
        passage = _without_lead_in(whole, claims)
        others = [other for other in passages if other is not whole]
        lines, _ = parted(passage, at_line_ends(passage, others, reasons), _worth_of_source, claims)
        if len(lines) > 1:
            findings.append(
                Note("BCP319", "its lines are references; but it may be one", passage.text)
            )
        for line in lines:
            items, notes = flattened(line, "source_documents", evidence, claims)
            findings.extend(notes)
            found.extend(_source_document(item) for item in items)
    return found, findings


def _without_lead_in(passage: Passage, claims: Claims, *, is_names: bool = False) -> Passage:
    """`Voor dit profiel is gebruikgemaakt van: A; B`: what a sentence names behind its colon.

    Before names any words that are more than a label are a sentence.
    """
    colon = passage.chars.find(":")
    words = passage.chars[:colon].casefold().split() if colon > 0 else []
    refers = any(word.startswith(_REFERENCES) for word in words)
    is_sentence = bool(words) and (
        is_open(passage.chars[:colon]) or (refers and not _AUXILIARIES.isdisjoint(words))
    )
    is_sentence = is_sentence or (is_names and len(words) >= _LEAST_WORDS)
    if passage.is_item or not is_sentence or not passage.chars[colon + 1 :].strip():
        return passage
    claims.take(passage.text[: colon + 1], "link words")
    return replace(
        passage, text=passage.text[colon + 1 :].strip(), raw=passage.raw or passage.chars
    )


def _source_document(passage: Passage) -> Node:
    node: dict[str, Node] = {"text": leaf(passage.text, passage.raw, passage.steps)}
    if year := year_leaf(passage.text):
        node["year"] = year
    return node


def role_names(passages: Iterable[Passage], claims: Claims) -> list[tuple[int | None, Leaf, Text]]:
    """The roles of the overview: number, name, and where the number is printed."""
    found: list[tuple[int | None, Leaf, Text]] = []
    for passage in passages:
        parts = [] if passage.is_item else _named_in(passage, claims)
        if parts:
            names = [leaf(part, passage.chars, (SEPARATED_STEP,)) for part in parts]
            found.extend((None, name, Text()) for name in names)
        elif not passage.chars.endswith(":"):
            name = leaf(without_end(passage.text, claims), passage.raw)
            found.append((passage.number, name, passage.marker))
    return found


def _named_in(passage: Passage, claims: Claims) -> list[Text]:
    """The names in a line of them, or in a sentence that names them behind its colon."""
    rest = _without_lead_in(passage, claims, is_names=True)
    if rest is passage:
        parts = separated(passage.text, claims, by_comma=True)
        return parts if len(parts) > 1 else []
    text = rest.text
    if text.chars.endswith("."):
        claims.take(text[-1:], "separators")
        text = text[:-1]
    last = _LAST_NAME.search(text.chars)
    if last is None:
        return separated(text, claims, by_comma=True) or [text]
    claims.take(text[last.start() : last.end()], "link words")
    before = text[: last.start()].strip()
    return [*(separated(before, claims, by_comma=True) or [before]), text[last.end() :].strip()]
