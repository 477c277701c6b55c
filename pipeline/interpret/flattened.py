"""Text in which the items of a list were run together turns into the offsets of its items.

`Toont inlevingsvermogen Benadert klanten proactief` holds two items, and only the capital of
`Benadert` tells. A capital alone proves nothing (`AI`, `Nederlandse taal`), so each capital is
weighed: does the word open an item of this kind, may the word before it end one, does the stretch
between two boundaries read as an item, and do other cells of the document know it? The split that
scores best as a whole wins (dynamic programming over the candidates).

Refused: boundaries inside brackets or quotes, and boundaries without evidence. Where nothing
decides, the text stays whole: a glued item is seen and reported, a wrong cut spoils two items.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pipeline.core import signs
from pipeline.core.months import is_month
from pipeline.interpret import grammar
from pipeline.interpret.grammar import Reading

ItemKind = Literal[
    "indicators", "knowledge_and_skills", "attitude", "occupations", "source_documents", "names"
]

# Scores are informal log odds; their sizes were chosen on tests/quality/split_dev.json and matter
# only relative to each other.
BOUNDARY_COST = 1.0  # what each cut must outweigh: unsure means not split
IMPOSSIBLE = -9.0  # outweighs any opener, but not an item that is known word for word
KNOWN_ITEM = 12.0  # the document has the same item elsewhere
SEEN_OPENER = 2.0  # the document has an item elsewhere that starts with this word
SEEN_LOWER_CASE = 0.5  # prose writes it without: so a capital here has a reason
SEEN_NAME = -4.0  # prose writes this word with a capital in mid-sentence
VERB_SCORES = {
    Reading.NONE: 0.0,
    Reading.GUESSED: 0.5,
    Reading.LIKELY: 3.0,
    Reading.PROBABLE: 4.0,
    Reading.CERTAIN: 5.0,
}
FIXED_OPENER = 5.5  # `Kennis van`: no name is so written
SURE_FROM = 2.5  # margin over the cost from which a boundary counts as sure

# A known item of one word (`Signaleert`) is too easily the start of a longer one.
KNOWN_ITEM_WORDS = 2

# More words, and more plausible boundaries, than an item ever holds: they keep the work linear.
LONGEST_ITEM = 80
LONGEST_REACH = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What other cells of the same document show about words and items.

    `openers`: first words of items that are separate elsewhere; `known_items`: such items whole,
    folded by `fold_item`; `names`: words with a capital in mid-sentence in prose; `lower_case`:
    words of the document in lower case. Words stand as written, but `lower_case`.
    """

    openers: frozenset[str] = frozenset()
    known_items: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lower_case: frozenset[str] = frozenset()


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class Boundary:
    """The start of an item in a flattened text, and by how much its evidence outweighs the cost."""

    offset: int
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether the evidence for this boundary is more than just enough."""
        return self.score >= SURE_FROM


def fold_item(text: str) -> str:
    """An item as `Evidence.known_items` compares it: case, space and final marks do not count."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(folded.split()).strip(" .;," + signs.BULLET + signs.DASHES_AND_HYPHENS)


def gather_evidence(items: Iterable[str], prose: Iterable[str]) -> Evidence:
    """The evidence that the separate items and the running text of a document give."""
    listed = [item.split() for item in items if item.strip()]
    names: set[str] = set()
    lower_case: set[str] = set()
    for text in prose:
        words = text.split()
        for before, word in zip([".", *words], words, strict=False):
            bare = word.strip(_EDGE_MARKS)
            if bare[:1].isupper() and before[-1:].isalpha():
                names.add(bare)
            elif bare[:1].islower():
                lower_case.add(bare)
    return Evidence(
        openers=frozenset(words[0].strip(_EDGE_MARKS) for words in listed),
        known_items=frozenset(
            fold_item(" ".join(words)) for words in listed if len(words) >= KNOWN_ITEM_WORDS
        ),
        names=frozenset(names),
        lower_case=frozenset(lower_case),
    )


def split_flattened(text: str, kind: ItemKind, evidence: Evidence = NO_EVIDENCE) -> tuple[int, ...]:
    """The offsets in `text` at which items start; the first is 0."""
    return tuple(boundary.offset for boundary in find_boundaries(text, kind, evidence))


def find_boundaries(
    text: str, kind: ItemKind, evidence: Evidence = NO_EVIDENCE
) -> tuple[Boundary, ...]:
    """The starts of the items of a flattened text with how sure each is; the first is certain."""
    first = Boundary(0, KNOWN_ITEM)
    words = _words(text)
    if len(words) < 2:
        return (first,)
    passage = _Passage(text, kind, words, evidence, _mode(words), _all_years_bare(words))
    return (first, *_best_cuts(passage))


# --- words ----------------------------------------------------------------------------------

_OPENING_MARKS = (
    f"\"'{signs.OPEN_DOUBLE}{signs.LOW_DOUBLE}{signs.OPEN_SINGLE}{signs.OPEN_GUILLEMET}(["
)
_EDGE_MARKS = (
    f"{_OPENING_MARKS}{signs.CLOSE_DOUBLE}{signs.CLOSE_SINGLE}{signs.CLOSE_GUILLEMET}"
    f")]{{}}.,:;!?{signs.BULLET}"
)
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
# What may close what is opened; documents close a low quote with either high one.
_QUOTES = {
    '"': '"',
    "'": "'",
    signs.OPEN_GUILLEMET: signs.CLOSE_GUILLEMET,
    signs.OPEN_DOUBLE: signs.CLOSE_DOUBLE,
    signs.LOW_DOUBLE: signs.CLOSE_DOUBLE + signs.OPEN_DOUBLE,
    signs.OPEN_SINGLE: signs.CLOSE_SINGLE,
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A stretch without white space: its offset, as written, and without marks at its edges."""

    offset: int
    written: str
    bare: str = field(compare=False)
    inside: bool  # inside brackets or quotes at its start

    @property
    def lowered(self) -> str:
        return self.bare.lower()

    @property
    def is_capitalised(self) -> bool:
        return self.bare[:1].isupper()


def _words(text: str) -> tuple[_Word, ...]:
    """The words of a text, each knowing whether it stands inside brackets or quotes."""
    closed = _enclosed(text)
    return tuple(
        _Word(found.start(), found[0], found[0].strip(_EDGE_MARKS), closed[found.start()])
        for found in re.finditer(r"\S+", text)
    )


def _enclosed(text: str) -> list[bool]:
    """For each character whether it is inside a pair of brackets or quotes.

    An opening mark without its closing one encloses nothing: it is a typing error, or an
    apostrophe (`'92`, `'s morgens`).
    """
    inside = [False] * len(text)
    position = 0
    while position < len(text):
        end = _closing(text, position)
        if end is not None:
            inside[position + 1 : end + 1] = [True] * (end - position)
            position = end
        position += 1
    return inside


def _closing(text: str, start: int) -> int | None:
    """Where the bracket or quote that opens at `start` is closed, if one opens and is closed."""
    mark = text[start]
    if mark in _BRACKETS:
        return _closing_bracket(text, start)
    if mark not in _QUOTES or (start and text[start - 1].isalnum()):
        return None
    if mark == "'" and re.match(r"'(\d|[a-z]\b)", text[start:]):
        return None
    for end in range(start + 1, len(text)):
        if text[end] in _QUOTES[mark] and not text[end + 1 : end + 2].isalnum():
            return end
    return None


def _closing_bracket(text: str, start: int) -> int | None:
    depth = 0
    opening, closing = text[start], _BRACKETS[text[start]]
    for end in range(start, len(text)):
        depth += (text[end] == opening) - (text[end] == closing)
        if depth == 0:
            return end
    return None


# --- one passage and its candidates ---------------------------------------------------------

Mode = Literal["singular", "plural", "quality", "other"]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A flattened text with all that bears on the choice of its boundaries."""

    text: str
    kind: ItemKind
    words: tuple[_Word, ...]
    evidence: Evidence
    mode: Mode
    years_are_bare: bool

    def following(self, index: int) -> _Word | None:
        """The word after the one at `index`."""
        return self.words[index + 1] if index + 1 < len(self.words) else None


def _mode(words: tuple[_Word, ...]) -> Mode:
    """How the first item opens. It is certain, and lists are parallel, so the others follow it."""
    first = words[0].bare
    if grammar.third_person_singular(first) >= Reading.LIKELY:
        return "singular"
    if grammar.third_person_plural(first) >= Reading.LIKELY:
        return "plural"
    return "quality" if grammar.is_uninflected_adjective(first) else "other"


def _best_cuts(passage: _Passage) -> tuple[Boundary, ...]:
    """The boundaries of the split with the highest total; of equal totals, the fewest cuts."""
    cuts = _plausible_cuts(passage)
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}  # boundary -> total, boundary before it
    far = 0  # the best boundary that is out of reach; something must precede a very long item
    for position, end in enumerate([*cuts, len(passage.words)]):
        if position > LONGEST_REACH:
            leaving = list(best)[position - LONGEST_REACH]
            far = max(far, leaving, key=lambda start: best[start][0])
        near = list(best)[-LONGEST_REACH:]
        options = []
        for start in dict.fromkeys([far, *near]):
            gain = _item_score(passage, start, end)
            if end in cuts:
                gain += cuts[end] + _end_score(passage, start, end)
            options.append((best[start][0] + gain, -start))
        total, negative = max(options)
        best[end] = (total, -negative)
    return _trace_back(passage, best, cuts)


def _plausible_cuts(passage: _Passage) -> dict[int, float]:
    """The candidates that could be in the best split, with their scores, in reading order.

    What an item as a whole adds is bounded, so a candidate below that bound is never worth it.
    """
    most_gained = 2 * KNOWN_ITEM if passage.evidence.known_items else 1.0
    scores = {index: _cut_score(passage, index) for index in _candidates(passage)}
    return {index: score for index, score in scores.items() if score + most_gained > 0}


def _trace_back(
    passage: _Passage, best: dict[int, tuple[float, int]], cuts: dict[int, float]
) -> tuple[Boundary, ...]:
    """The boundaries on the best path, from the last to the first, in reading order."""
    found = []
    at = best[len(passage.words)][1]
    while at > 0:
        before = best[at][1]
        score = cuts[at] + _end_score(passage, before, at)
        found.append(Boundary(passage.words[at].offset, round(score, 2)))
        at = before
    return tuple(reversed(found))


def _candidates(passage: _Passage) -> list[int]:
    """The words at which an item might start."""
    sources = passage.kind == "source_documents"
    return [
        index
        for index, word in enumerate(passage.words)
        if index
        and not word.inside
        and (sources or word.written[0] not in _OPENING_MARKS)
        and (word.is_capitalised or (sources and _is_site(word)))
    ]


def _cut_score(passage: _Passage, index: int) -> float:
    """How well the word at `index` opens an item, and the word before ends one."""
    return _opener_score(passage, index) + _left_score(passage, index) - BOUNDARY_COST


# --- does the word open an item? -------------------------------------------------------------


def _opener_score(passage: _Passage, index: int) -> float:
    """How well a word opens an item of the passage's kind."""
    word = passage.words[index]
    if passage.kind == "source_documents":
        return 0.0  # the year before the boundary decides
    if grammar.is_acronym(word.bare) and not _heads_occupation(passage, index):
        return IMPOSSIBLE
    grammatical, evident = _grammatical_score(passage, index), _evidence_score(passage, word)
    if grammatical or evident >= SEEN_OPENER:
        return grammatical + evident
    return IMPOSSIBLE


def _heads_occupation(passage: _Passage, index: int) -> bool:
    """Whether an acronym starts the name of an occupation: `ICT beheerder`."""
    after = passage.following(index)
    if passage.kind != "occupations" or after is None:
        return False
    return after.bare.islower() and grammar.is_agent(after.bare)


def _grammatical_score(passage: _Passage, index: int) -> float:
    """What grammar says of the opener; 0 where it says nothing."""
    if passage.kind == "names":
        return 0.0  # any word can start a name: only the document itself can tell
    if passage.kind == "occupations":
        return _occupation_score(passage, index)
    word, after = passage.words[index], passage.following(index)
    if passage.kind == "knowledge_and_skills" and (
        word.bare in grammar.SKILL_VERBS or _opens_knowledge(word, after)
    ):
        return FIXED_OPENER
    verb = _verb_score(passage, index)
    return verb if verb else _verbless_score(passage, index)


def _opens_knowledge(word: _Word, after: _Word | None) -> bool:
    """Whether words open a knowledge item: `Kennis van`, `Brede kennis`, `Warenkennis`."""
    if after is not None and grammar.heads_knowledge(word.bare, after.written):
        return True
    if grammar.is_inflected_adjective(word.lowered) and after is not None:
        return after.bare.islower() and grammar.is_field_of_knowledge(after.bare)
    return grammar.is_field_of_knowledge(word.bare)


def _verb_score(passage: _Passage, index: int) -> float:
    """How well a word opens an item as its finite verb."""
    word = passage.words[index]
    reading = _verb_reading(passage, word.bare)
    if reading is Reading.NONE:
        return 0.0
    return VERB_SCORES[reading] + _object_score(passage, index, reading)


def _verb_reading(passage: _Passage, word: str) -> Reading:
    """How sure a word is a finite verb of the number in which the list is written."""
    singular = grammar.third_person_singular(word)
    plural = grammar.third_person_plural(word)
    if passage.mode == "plural":
        # A singular verb in a plural list starts an item only where it cannot be anything else.
        return max(plural, Reading.LIKELY if singular is Reading.CERTAIN else Reading.NONE)
    if passage.kind in ("attitude", "knowledge_and_skills"):
        return max(singular, min(plural, Reading.LIKELY))
    return singular


def _object_score(passage: _Passage, index: int, reading: Reading) -> float:
    """Whether what follows the verb can follow a finite verb that opens an item."""
    after = passage.following(index)
    if after is None:
        return 0.0 if reading is Reading.CERTAIN else -2.0
    if after.lowered in {"en", "of"} or after.written in {"&", "+"}:
        return _coordination_score(passage, index)
    if after.lowered in grammar.OBJECT_OPENERS:
        return 1.0
    if grammar.third_person_singular(after.bare) is Reading.CERTAIN and not after.is_capitalised:
        return -1.0 if reading is Reading.CERTAIN else -3.0  # `Utrecht heeft`
    if after.is_capitalised:
        return -0.5 if reading is Reading.CERTAIN else -1.5
    before = passage.words[index - 1]
    if reading is Reading.GUESSED and after.lowered not in grammar.FUNCTION_WORDS:
        # A name needs something to link it to the words before; an object is no link.
        return 1.0 if before.bare.islower() else 0.0
    return 0.0


def _coordination_score(passage: _Passage, index: int) -> float:
    """`Signaleert en meldt`, `Controleert of de` open an item, `Rust en Vreugd` is a name."""
    if index + 2 >= len(passage.words):
        return -4.5
    link, second = passage.words[index + 1 : index + 3]
    if second.is_capitalised:
        # A certain verb asks: `Controleert of VCA-regels worden nageleefd`.
        asks = link.lowered == "of" and (
            _verb_reading(passage, passage.words[index].bare) is Reading.CERTAIN
        )
        return -0.5 if asks else -4.5
    if link.lowered == "of" or _verb_reading(passage, second.bare) >= Reading.LIKELY:
        return 0.0
    return -4.5


def _verbless_score(passage: _Passage, index: int) -> float:
    """How well a word opens an item without a verb: `Met oog voor ...`, `Proactief in ...`.

    In mid-sentence such a word is not written with a capital unless in a title.
    """
    word, after = passage.words[index], passage.following(index)
    quality = grammar.is_uninflected_adjective(word.bare)
    if passage.mode == "quality" and quality and passage.kind == "attitude":
        return 3.0
    if after is None or after.is_capitalised or passage.kind == "knowledge_and_skills":
        return 0.0
    if passage.words[index - 1].is_capitalised:
        return 0.0  # two capitals in a row are rather a title: `Start Smart in ...`
    adverbial = word.lowered in grammar.PREPOSITIONS | grammar.OPENING_ADVERBS
    if adverbial or grammar.heads_quality(word.bare, after.bare):
        return 2.0
    return 2.0 if quality and _coordinates_qualities(passage, index) else 0.0


def _coordinates_qualities(passage: _Passage, index: int) -> bool:
    """Whether `<Adjective> en <adjective>` follows: `Rustig en beleefd tegen klanten`."""
    if index + 2 >= len(passage.words) or passage.words[index + 1].lowered != "en":
        return False
    return grammar.is_uninflected_adjective(passage.words[index + 2].bare)


def _occupation_score(passage: _Passage, index: int) -> float:
    """How well a word opens the name of an occupation; whether the name is one is scored whole."""
    after = passage.following(index)
    if grammar.is_agent(passage.words[index].bare):
        return 3.5
    return 2.0 if after is not None and not after.is_capitalised else 1.5


def _evidence_score(passage: _Passage, word: _Word) -> float:
    """What the rest of the document knows of the opener."""
    evidence, score = passage.evidence, 0.0
    if word.bare in evidence.openers:
        score += SEEN_OPENER
    elif word.bare in evidence.names:
        score += SEEN_NAME
    elif word.lowered in evidence.lower_case and passage.kind != "names":
        score += SEEN_LOWER_CASE
    return score


# --- may the word before end an item? ---------------------------------------------------------

_ABBREVIATION = re.compile(r"^(?:[A-Za-z]{1,3}\.){2,}$")
_INITIAL = re.compile(r"^[A-Z]\.$")
_LINKS = frozenset(signs.DASHES_AND_HYPHENS + "/|+&")


def _left_score(passage: _Passage, index: int) -> float:
    """Whether an item can end before the word at `index`, whatever that item is."""
    before = passage.words[index - 1]
    if passage.kind == "source_documents":
        return _source_end_score(passage, index)
    if _goes_on(before):
        return IMPOSSIBLE
    if before.written[-1] in ".!?" and before.written.lower() not in grammar.CLOSING_ABBREVIATIONS:
        return _sentence_end_score(passage, index)
    qualities = passage.kind == "attitude" and passage.mode == "quality"
    listed = passage.kind in ("occupations", "names") or qualities
    if listed or passage.words[index].bare in passage.evidence.openers:
        return 0.0  # single words in a row, or a word known to open items
    return _apposition_score(passage, index)


def _goes_on(word: _Word) -> bool:
    """Whether a word calls for more: `de`, `volgens`, `en`, `m.b.t.`, a comma, a dash."""
    written = word.written.lower()
    if written in grammar.CLOSING_ABBREVIATIONS:
        return False
    if word.written[-1] in ",:" or word.written[-1] in _LINKS or word.written in _QUOTES:
        return True
    if written.lstrip("(") in grammar.GOVERNING_ABBREVIATIONS:
        return True
    if _ABBREVIATION.match(word.written.lstrip("(")) or _INITIAL.match(word.written):
        return True
    if word.written[-1] in ".;!?)":
        return False
    lowered = word.lowered
    if lowered in grammar.PURE_PARTICLES:
        return False
    return (
        lowered in grammar.DETERMINERS
        or lowered in grammar.PREPOSITIONS
        or lowered in grammar.CONJUNCTIONS
    )


def _sentence_end_score(passage: _Passage, index: int) -> float:
    """After a full stop: a verb opens the next item, any other word a sentence of the same item."""
    word = passage.words[index].bare
    verb = _verb_reading(passage, word) >= Reading.LIKELY
    if verb or passage.kind == "knowledge_and_skills" or word in passage.evidence.openers:
        return 0.5
    return IMPOSSIBLE


def _apposition_score(passage: _Passage, index: int) -> float:
    """Whether the capital may be the name that the word before announces, or goes on with."""
    before, word = passage.words[index - 1], passage.words[index]
    reading = _verb_reading(passage, word.bare)
    fixed = _grammatical_score(passage, index) >= FIXED_OPENER
    if fixed:
        return 0.0
    certain = reading is Reading.CERTAIN
    if before.lowered in grammar.NAMING_HEADS and before.is_capitalised:
        return -6.0 if index > 1 else -2.0  # `Stichting Werkt`: the name has begun
    if before.lowered in grammar.NAMING_HEADS:
        return -0.5 if certain and passage.mode != "plural" else -4.0
    if before.is_capitalised and not grammar.is_acronym(before.bare):
        return -0.5 if certain else -2.0
    if grammar.is_inflected_adjective(before.bare):
        return -0.5 if certain else -1.5
    return 0.0


# --- does the stretch between two boundaries read as an item? ----------------------------------


def _item_score(passage: _Passage, start: int, end: int) -> float:
    """How well the words from `start` to `end` read as one item."""
    words = passage.words[start:end]
    score = 0.0
    if KNOWN_ITEM_WORDS <= end - start <= LONGEST_ITEM and passage.evidence.known_items:
        last = words[-1]
        stretch = passage.text[words[0].offset : last.offset + len(last.written)]
        if fold_item(stretch) in passage.evidence.known_items:
            score += KNOWN_ITEM
    if passage.kind == "occupations":
        named = any(grammar.is_agent(word.bare) for word in words[:LONGEST_ITEM])
        score += 0.5 if named else -2.0
    return score


def _end_score(passage: _Passage, start: int, end: int) -> float:
    """Whether the item from `start` can end before `end`, given its verb and its length."""
    if passage.kind in ("source_documents", "occupations"):
        return 0.0
    score = 0.0
    before = passage.words[end - 1]
    if before.written.lower() in grammar.PREPOSITIONS_AND_PARTICLES:
        score += _particle_score(passage, start, end)
    if end - start == 1 and passage.mode != "quality":
        score += -1.0 if _verb_reading(passage, before.bare) is Reading.CERTAIN else -2.5
    return score


def _particle_score(passage: _Passage, start: int, end: int) -> float:
    """Whether a final `in` or `op` is the particle of a verb of the item, or governs a name."""
    particle = passage.words[end - 1].lowered
    for word in passage.words[max(start, end - LONGEST_ITEM) : end - 1]:
        lowered = word.lowered
        if lowered in grammar.FUNCTION_WORDS or not lowered.endswith(("t", "n", "d")):
            continue
        if _is_finite(passage, word) and grammar.is_separable(lowered, particle):
            opener = _verb_reading(passage, passage.words[end].bare)
            return -0.5 if opener is Reading.CERTAIN else -1.5  # `maakt brieven in Word`
    return -3.0 if passage.mode != "plural" else -5.0


def _is_finite(passage: _Passage, word: _Word) -> bool:
    """Whether a word inside an item can be a finite verb that has a particle."""
    return _verb_reading(passage, word.bare) >= Reading.LIKELY


# --- source documents --------------------------------------------------------------------------

_YEAR = re.compile(
    rf"^[{signs.DASHES_AND_HYPHENS}]?[(\[]?(?:19|20)\d\d"
    rf"(?:[/{signs.DASHES_AND_HYPHENS}](?:(?:19|20)\d\d|\d\d))?[)\]]?[.;]?$"
)
_SITE = re.compile(r"^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}[,:]?$")


def _is_site(word: _Word) -> bool:
    """Whether a word is the address of a web site, which starts a title in lower case."""
    return _SITE.match(word.written) is not None


def _source_end_score(passage: _Passage, index: int) -> float:
    """A source ends in its year: `Titel, Uitgever - 2024`, `Titel (2023)`, `Titel 2021`.

    A year after a dash or in brackets closes a source. A bare year may belong to the title
    (`Arbeidsmarkt 2030 Stichting X - 2024`), so it counts only in a list without the other signs.
    """
    style = _year_style(passage.words, index - 1)
    if style == "marked":
        return 5.0
    if style == "bare" and passage.years_are_bare:
        return 3.0
    return IMPOSSIBLE


def _year_style(words: tuple[_Word, ...], index: int) -> Literal["marked", "bare", "none"]:
    """How a year closes a source at the word at `index`, if it does."""
    written = words[index].written
    if not _YEAR.match(written):
        return "none"
    if written[0] in signs.DASHES_AND_HYPHENS + "([" or written.rstrip(".;")[-1] in ")]":
        return "marked"
    before = index - 1
    while before > 0 and (is_month(words[before].written) or words[before].written.isdigit()):
        before -= 1
    return (
        "marked"
        if before >= 0 and words[before].written in set(signs.DASHES_AND_HYPHENS)
        else "bare"
    )


def _all_years_bare(words: tuple[_Word, ...]) -> bool:
    """Whether the list writes its years bare throughout, and ends in one."""
    styles = [_year_style(words, index) for index in range(len(words))]
    return "marked" not in styles and styles[-1] == "bare"
