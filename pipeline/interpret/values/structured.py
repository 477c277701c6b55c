"""Values with a structure of their own: sub-headings, competencies, items, role texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.core import signs
from pipeline.document.text import BOLD, ITALIC, Text, join
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.grammar import Reading, third_person_singular
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values.blocks import text_blocks
from pipeline.interpret.values.leads import Lead
from pipeline.interpret.values.lists import flattened

_SOURCE = re.compile(r"(?:(?<=[\s.(])|^)Bron(?:nen|vermelding)?\s*:\s*", re.IGNORECASE)
_KNOWLEDGE = re.compile(
    r"(?:(?:basis|vak|product|materialen)?kennis\b|"
    r"(?:heeft|bezit)\s+(?:[\w-]+\s+){0,4}?\w*kennis\b|heeft\s+(?:[\w-]+\s+){0,2}?inzicht\b|"
    r"inzicht\b|kent\b|weet\b|begrijpt\b)",
    re.IGNORECASE,
)
_SKILL = re.compile(
    r"(?:kan|beheerst|is in staat|vaardig(?:heid)?|in staat|"
    r"(?:bezit|heeft)\s+.*\b\w*vaardighe(?:id|den))\b",
    re.IGNORECASE,
)
# `past methodieken toe`: the verb may be parted.
_APPLIES = re.compile(r"(?:past\s+.*\btoe\b|toepassen\b)", re.IGNORECASE)
# A heading inside a list of items names their kind; anything else in front is a lead-in.
_KIND_HEADINGS = {"kennis": "knowledge", "kennis van": "knowledge", "vaardigheden": "skill"}
# What closes a sentence outside its emphasis (`<i>Is verantwoordelijk</i>. Ontvangt ...`).
_SENTENCE_END = ".!?:;"
# The letter or digit that a sentence opens with, also after a quote, a bracket or `'s`.
_SENTENCE_START = re.compile(rf"[{signs.QUOTES}(\[]*(?:[nst]\s+(?=[A-Z]))?(\w)")
# What stands between an emphasised name and its text.
_PARTS_NAME = ":" + signs.BULLET + signs.DASHES_AND_HYPHENS
_MAX_NAME = 70
_MAX_TITLE = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-heading with its passages; `title` is None for what stands before the first."""

    title: Passage | None
    passages: list[Passage]


def parts(passages: list[Passage], heads: Callable[[Passage], int]) -> list[Part]:
    """The passages grouped under sub-headings.

    `heads` gives the length of the sub-heading that a passage opens with, 0 for none.
    """
    found = [Part(None, [])]
    for passage in passages:
        end = heads(passage)
        if not end:
            found[-1].passages.append(passage)
            continue
        title, rest = passage.split_at(end)
        found.append(Part(title, [rest] if rest.text else []))
    return found if found[0].passages else found[1:]


def apart_at_titles(passages: list[Passage], is_title: Callable[[str], bool]) -> list[Passage]:
    """The passages, cut before each emphasised title that stands inside one."""
    found: list[Passage] = []
    for passage in passages:
        rest = passage
        while start := _inner_title(rest, is_title):
            first, rest = rest.split_at(start)
            found.append(first)
        found.append(rest)
    return found


def _inner_title(passage: Passage, is_title: Callable[[str], bool]) -> int:
    """Where the first emphasised title after the opening begins; 0 where there is none."""
    styles = passage.text.styles
    for start in range(1, len(styles)):
        begins = styles[start] and not styles[start - 1] and not passage.chars[start].isspace()
        if begins:
            emphasised = passage.text[start:]
            end = max(emphasised.styled_prefix(BOLD), emphasised.styled_prefix(ITALIC))
            if is_title(emphasised.chars[:end].rstrip(" :")):
                return start
    return 0


def title_text(passage: Passage, claims: Claims) -> Text:
    """A sub-heading's words, without the colon or full stop that sets it off."""
    stripped = passage.chars.rstrip(" :." + signs.DASHES_AND_HYPHENS)
    claims.take(passage.text[len(stripped) :], "separators")
    return passage.text[: len(stripped)]


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


def heading_length(
    passage: Passage, is_title: Callable[[str], bool], trusts_emphasis: bool = False
) -> int:
    """Length of the sub-heading that a passage opens with: its whole, or an emphasised opening.

    A title that nothing emphasises counts where it is a passage by itself. With
    `trusts_emphasis` a whole emphasised passage is one, whatever its words.
    """
    if passage.emphasised and trusts_emphasis and len(passage.text) <= _MAX_TITLE:
        return len(passage.text)
    prefix = passage.emphasised_prefix()
    if prefix and is_title(passage.chars[:prefix]):
        return _with_colon(passage.chars, prefix)
    if is_title(passage.chars) and len(passage.text) <= _MAX_TITLE:
        return len(passage.text)
    colon = passage.chars.find(":")
    if 0 < colon <= _MAX_TITLE and is_title(passage.chars[:colon]):
        return colon + 1
    return 0


def _with_colon(chars: str, end: int) -> int:
    following = re.match(r"\s*[:.]", chars[end:])
    return end + following.end() if following else end


# Competencies and items.


def competencies(
    passages: list[Passage], evidence: Evidence, claims: Claims
) -> tuple[list[Node], list[Passage], list[Note]]:
    """(competencies with their indicators, passages that are neither, findings)."""
    passages = [piece for passage in passages for piece in _name_apart(passage)]
    if not any(passage.emphasised for passage in passages):
        passages = [piece for passage in passages for piece in _name_before_colon(passage)]
    names = _names(passages)
    nodes: list[Node] = []
    strays: list[Passage] = []
    findings: list[Note] = []
    for number, passage in enumerate(passages):
        if number in names:
            name = title_text(passage, claims)
            nodes.append({"name": leaf(name, passage.raw, passage.steps), "indicators": []})
        elif not nodes or (passage.chars.endswith(":") and not passage.is_item):
            strays.append(passage)
        else:
            items, notes = flattened(passage, "indicators", evidence, claims)
            findings.extend(replace(note, below=f"/{len(nodes) - 1}/indicators") for note in notes)
            for item in items:
                text = leaf(item.text, item.raw, item.steps)
                nodes[-1]["indicators"].append({"text": text})
    return nodes, strays, findings


def _name_apart(passage: Passage) -> list[Passage]:
    """A passage that opens with an emphasised name, in two."""
    end = passage.emphasised_prefix()
    if not end or passage.is_item or end > _MAX_NAME or not passage.text[end:].chars.strip(" :"):
        return [passage]
    rest = passage.text[end:].chars.lstrip()
    if not (rest[0].isupper() or rest[0] in _PARTS_NAME):
        return [passage]
    first, second = passage.split_at(_with_colon(passage.chars, end))
    emphasised = replace(first, heading=True)
    return [emphasised, second]


def _name_before_colon(passage: Passage) -> list[Passage]:
    """`Samenwerken: Luistert goed`: the name and its first indicator."""
    colon = passage.chars.find(":")
    name, rest = passage.chars[:colon], passage.chars[colon + 1 :].strip()
    if not 0 < colon <= _MAX_NAME or not rest or _opens_with_verb(name):
        return [passage]
    if not rest[0].isupper() or not _opens_with_verb(rest):
        return [passage]
    first, second = passage.split_at(colon + 1)
    return [replace(first, heading=True), second]


def _names(passages: list[Passage]) -> set[int]:
    """Which passages are names of competencies.

    Emphasis decides where the value has any; else the outer items of a nested
    list; else the opening of each cell and the lines before marked items that are no
    sentence with a verb.
    """
    emphasised = {
        n
        for n, p in enumerate(passages)
        if p.emphasised and len(p.text) <= _MAX_NAME and not p.is_item
    }
    if emphasised:
        return emphasised
    if outer := _outer_items(passages):
        return outer
    found = set()
    for n, passage in enumerate(passages):
        if passage.is_item or len(passage.text) > _MAX_NAME or _opens_with_verb(passage.chars):
            continue
        follows = passages[n + 1] if n + 1 < len(passages) else None
        before_items = follows is not None and follows.is_item
        before_verb = follows is not None and _opens_with_verb(follows.chars)
        if passage.opens_cell or before_items or (before_verb and len(passage.chars.split()) <= 6):
            found.add(n)
    return found


def _outer_items(passages: list[Passage]) -> set[int]:
    """The items of a list under which the items of another stand, where each has some."""
    outer = {n for n, p in enumerate(passages) if p.is_item and p.level == 1}
    if not outer or any(not p.is_item for p in passages):
        return set()
    followed = all(n + 1 < len(passages) and passages[n + 1].level > 1 for n in outer)
    return outer if followed else set()


def _opens_with_verb(chars: str) -> bool:
    words = chars.split()
    return bool(words) and third_person_singular(words[0]) >= Reading.LIKELY


def items(
    passages: list[Passage], evidence: Evidence, claims: Claims
) -> tuple[list[Node], list[Passage], list[Note]]:
    """(items of knowledge and skill, passages that only lead in, findings).

    A lead-in that names whom the items are about (`De parketteur:`) is no item and says no more;
    one that names for whom they hold in addition goes with each of them.
    """
    nodes: list[Node] = []
    strays: list[Passage] = []
    findings: list[Note] = []
    kind_above = ""
    lead = Lead()
    for passage in passages:
        heading = _KIND_HEADINGS.get(passage.chars.lower().rstrip(" :"))
        if heading and not passage.is_item:
            kind_above = heading
            claims.take(passage.text, "headings")
            continue
        if passage.chars.endswith(":") and not passage.is_item:
            if not lead.take(passage, claims):
                strays.append(passage)
            continue
        found, notes = flattened(passage, "knowledge_and_skills", evidence, claims)
        findings.extend(notes)
        for item in found:
            text = leaf(item.text, item.raw, (*lead.steps, *item.steps))
            nodes.append({"kind": _kind(item, kind_above), "text": text, **lead.said})
    return nodes, strays, findings


def _kind(item: Passage, kind_above: str) -> Leaf:
    """The kind that the item's opening words show, else that of the heading above it."""
    if _KNOWLEDGE.match(item.chars):
        value = "knowledge"
    elif _SKILL.match(item.chars) or _APPLIES.match(item.chars):
        value = "skill"
    else:
        value = kind_above or "other"
    step = "kind from the opening words" if value != kind_above else "kind from the heading"
    return Leaf(value, item.text, steps=(step,), verbatim=False)


def role_text(passages: list[Passage]) -> tuple[Passage | None, list[Passage]]:
    """(the emphasised opening statement, the rest of the description)."""
    if not passages or passages[0].is_item:
        return None, passages
    first, *others = passages
    end = _statement_length(first)
    if not end:
        return None, passages
    opening, rest = first.split_at(end)
    return opening, [rest, *others] if rest.text else others


def _statement_length(passage: Passage) -> int:
    """Length of the emphasised statement that a passage opens with, 0 for none.

    A statement is followed by a new sentence, or by nothing; a stressed word by the rest of its
    own sentence.
    """
    prefix = passage.emphasised_prefix()
    if not prefix:
        return len(passage.text) if passage.emphasised else 0
    end = prefix + _closing_signs(passage.chars[prefix:])
    following = passage.chars[end:].strip()
    opens_sentence = _SENTENCE_START.match(following)
    return end if not following or (opens_sentence and not opens_sentence[1].islower()) else 0


def _closing_signs(chars: str) -> int:
    return len(chars) - len(chars.lstrip(_SENTENCE_END))
