"""Single facts: names with level and short name, levels, versions, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.notes import Note
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.labels.dates import WrittenDate, find_dates, words_beside

# How Dutch documents introduce a short name. These are words of the language, the
# same in every layout family.
_ALIAS = re.compile(
    rf"(?<![\s,;({signs.DASHES_AND_HYPHENS}])[\s,;({signs.DASHES_AND_HYPHENS}]*"
    r"\b(?:(?:in dit (?:profiel|document)\s+)?(?:verder|hierna|"
    r"in het vervolg|voortaan|ook wel|in dit profiel|kortweg)\s*(?:te noemen|genoemd|"
    r"aangegeven als|aangeduid als|aangeduid met|aan te duiden als|afgekort als|afgekort tot|"
    r"genoemd als)?|afgekort(?:\s+(?:als|tot))?|(?:kort|verkort)e naam|kortweg)\s*:?\s+",
    re.IGNORECASE,
)
_LEVEL_VALUE = r"(instroom(?:niveau)?|entree|[1-8]\s?\+?)"
_LEVEL_WORDS = {
    "een": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7",
    "acht": "8",
}  # fmt: skip
# Before another word `een` is the article.
_LEVEL_WORD = re.compile(rf"\b(?!een\s+\w)(?:{'|'.join(_LEVEL_WORDS)})\b", re.IGNORECASE)
_BEFORE_LEVEL = rf"(?<![\s,;{signs.DASHES_AND_HYPHENS}])[\s,;{signs.DASHES_AND_HYPHENS}]*"
_SCALE = r"(?:(?:mbo|hbo|nlqf|beroeps)[\s-]*)*"
# What a name cell says of the level: in brackets whatever stands there, outside them a value.
_LEVEL_IN_NAME = re.compile(
    rf"{_BEFORE_LEVEL}[(\[]\s*{_SCALE}(?:niveau|nivo|nlqf)\b[\s:-]*(?P<inside>[^()\[\],;]*)"
    rf"(?:[)\]]|(?=[,;]))"
    rf"|{_BEFORE_LEVEL}[(\[]\s*(?P<entry>instroom(?:niveau)?|entree)\s*[)\]]"
    rf"|{_BEFORE_LEVEL}\b{_SCALE}(?:niveau|nivo)\s*:?\s*(?:nlqf\s*)?"
    rf"(?P<outside>\d+(?:\s?[/-]\s?\d+)?\+?|instroom|entree|{'|'.join(_LEVEL_WORDS)})(?!\w)"
    rf"(?:\s+nlqf)?",
    re.IGNORECASE,
)
_LEVEL = re.compile(rf"(?<![\w+]){_LEVEL_VALUE}(?![\w+])", re.IGNORECASE)
# `EQF 4` beside the level says nothing of it; `NLQF` says which number is meant.
_EQF = re.compile(r"\bEQF[\s:-]*(?:niveau)?[\s:-]*\d", re.IGNORECASE)
_BY_NAME = re.compile(r"\bNLQF\b[^\d/]{0,12}?(instroom|\d[\d/+-]*)", re.IGNORECASE)
# In running text only a number by the word is a level: `op niveau 3`, `niveau 3 of 4`.
_BY_WORD = re.compile(
    r"\bniveaus?\s*:?\s*((?:instroom|entree|\d+\s?\+?)"
    r"(?:\s*(?:en|of|tot|t/m|[/,-])\s*\d+\+?)*)(?!\w)",
    re.IGNORECASE,
)
# A level has at most so many words; more of them say other things as well.
_MOST_WORDS_OF_A_LEVEL = 8
_VERSION_WORD = re.compile(
    r"^(?:versie(?:nummer)?|versienr\.?|nr\.?|v(?=\d))\s*:?\s*", re.IGNORECASE
)
_VERB_AFTER = re.compile(r"\s+(?:genoemd|te noemen|aangeduid|aangegeven|afgekort)$", re.IGNORECASE)
_SHORT_EDGES = " .;,()" + signs.QUOTES
_EDGES = " \t,;:(" + signs.DASHES_AND_HYPHENS


@dataclass(frozen=True, slots=True)
class NameCell:
    """What a name cell says: fields, and what stands there for a level but is none."""

    fields: dict[str, Node]
    no_level: Text


def name_cell(text: Text, claims: Claims) -> NameCell:
    """The name, and the level and short name that may stand in the same cell."""
    text = text.collapse()
    found: dict[str, Node] = {}
    whole = text.chars
    no_level = Text()
    level = _LEVEL_IN_NAME.search(text.chars)
    if level:
        stretch = text[level.start() : level.end()]
        written = level["inside"] or level["entry"] or level["outside"] or ""
        value = _one_level(written)
        if value:
            step = f"level read from {stretch.chars.strip()!r}"
            found["nlqf_level"] = Leaf(value, stretch, raw=whole, steps=(step,), verbatim=False)
        else:
            no_level = stretch
        text = (text[: level.start()] + text[level.end() :]).collapse()
    alias = _ALIAS.search(text.chars)
    if alias and alias.start() > 0:
        claims.take(text[alias.start() : alias.end()], "link words")
        short = _short_name(text[alias.end() :], claims)
        found = {
            "short_name": leaf(short, whole, ("short name from the name cell",)),
            **found,
        }
        text = text[: alias.start()]
    name = _trimmed(text, _EDGES, claims)
    return NameCell({"name": leaf(name), **found}, no_level)


def _short_name(text: Text, claims: Claims) -> Text:
    """The short name, without the verb that may follow it (`meester genoemd`)."""
    text = _trimmed(text, _SHORT_EDGES, claims)
    verb = _VERB_AFTER.search(text.chars)
    if verb:
        claims.take(text[verb.start() :], "link words")
        text = _trimmed(text[: verb.start()], _SHORT_EDGES, claims)
    return text


def _trimmed(text: Text, edges: str, claims: Claims) -> Text:
    """The text without the punctuation at its ends that only links facts."""
    start, end = 0, len(text)
    opened = "(" in text.chars
    while end > start and text.chars[end - 1] in edges:
        if text.chars[end - 1] == ")" and opened:
            break
        end -= 1
    while start < end and text.chars[start] in edges.replace("(", ""):
        start += 1
    claims.take(text[:start], "link words")
    claims.take(text[end:], "link words")
    return text[start:end]


def _one_level(written: str) -> str:
    """The level that a text states; empty where it states none, or more than one."""
    chars = _EQF.sub("", _LEVEL_WORD.sub(lambda word: _LEVEL_WORDS[word[0].lower()], written))
    by_name = _BY_NAME.search(chars)
    by_word = _BY_WORD.findall(chars) if says_more_than_a_level(chars) else []
    stated = by_name[1] if by_name else " ".join(by_word) or chars
    if re.search(r"\d\s?[/-]\s?\d|\d\d", stated):
        return ""
    values = {_canonical_level(match[1]) for match in _LEVEL.finditer(stated)}
    return values.pop() if len(values) == 1 else ""


def says_more_than_a_level(chars: str) -> bool:
    """Whether a text is a sentence or more, which may name a level."""
    return len(chars.split()) > _MOST_WORDS_OF_A_LEVEL


def _canonical_level(written: str) -> str:
    compact = written.lower().replace(" ", "")
    if compact.startswith("instroom"):
        return "Instroom"
    # Entree is the name of mbo level 1.
    return "1" if compact == "entree" else compact


def level(text: Text) -> tuple[Leaf | None, list[Note]]:
    """The NLQF level of a level cell: what stands by `NLQF`, else the one level in it."""
    chars = text.collapse().chars
    value = _one_level(chars)
    if not value:
        return None, [Note("BCP305", f"no single level in {chars!r}", text)]
    return Leaf(value, text.collapse(), steps=(f"level read from {chars!r}",), verbatim=False), []


def version(text: Text, claims: Claims) -> Leaf:
    """The version as written, without the word for it."""
    text = text.collapse()
    word = _VERSION_WORD.match(text.chars)
    if word and word.end() < len(text):
        claims.take(text[: word.end()], "link words")
        text = text[word.end() :]
    return leaf(text)


def date_fact(text: Text) -> tuple[Leaf | None, list[Note]]:
    """The date of a date cell."""
    text = text.collapse()
    dates = find_dates(text.chars)
    if len({date.iso for date in dates}) != 1:
        return None, [Note("BCP304", f"no single date in {text.chars!r}", text)]
    written = dates[0]
    dropped = f"{written.dropped} {words_beside(text.chars, dates)}".strip()
    return dated(text, written), dropped_words(text, dropped)


def dropped_words(text: Text, dropped: str) -> list[Note]:
    """The finding about words beside a date that its ISO form leaves out."""
    if not dropped:
        return []
    return [Note("BCP314", f"of {text.chars!r} the date leaves out {dropped!r}", text)]


def dated(text: Text, written: WrittenDate) -> Leaf:
    """A date's leaf: the ISO form, resting on the text as written."""
    step = f"date read from {text.chars!r}, precision {written.precision}"
    return Leaf(written.iso, text, steps=(step,), verbatim=False)
