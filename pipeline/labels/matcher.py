"""Labels as found turn into fields of a family, with the way each was recognised.

A label is one of those the family lists, or else is inferred within bounds: first as a misspelling
or misreading of a listed one, then as the same thing in other words. A label of another scope or
of another kind of document is never taken for one of ours, and two fields that are equally near
are none: the label then stays unknown, and its text is kept as unplaced.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TypeGuard

from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.core.text import collapse, fold
from pipeline.families.kinds import shows_a_kind, shows_kind
from pipeline.families.model import LONGEST_LABEL, PROFILE, Family, Field, Node
from pipeline.labels.document_types import DocumentTypes, TypeMatch
from pipeline.labels.lexicon import SAME_NOTIONS, Hit, How, Lexicon
from pipeline.labels.openers import Openers, Opening
from pipeline.labels.wording import Vocabulary, stem

# The target of labels that are known to be none of ours.
_FOREIGN = ""

# All notions of a text are those of a title, in its own words or in synonyms.
_ALL_WORDS = 0.8
# Two fields whose scores differ by less are equally near.
_MARGIN = 0.02
# What standing in the section of a field is worth: more than the margin, less than a wrong letter
# in a short word.
_SECTION_BONUS = 0.04

# A label before a colon has few words; more of them are a sentence with a colon in it.
_MOST_LABEL_WORDS = 8
_MOST_INFERRED_WORDS = 5
# A document asks about some hundreds of texts.
_MOST_ASKED = 4096
_WORD = re.compile(r"\S+")
_SEPARATORS = (":", "\t", "\n", *(f" {dash} " for dash in DASHES_AND_HYPHENS), "  ")
# Labels that end so ask for their value without a colon: `Ontwikkeld door KCH`.
_LEADS_ON = ("door", "als")


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """The field a label stands for.

    `how` is `exact` (the canonical label), `variant` (another listed one), `spelling`, `wording` or
    `position` (inferred: fields of two sections list it); `label` is the canonical label;
    `likened_to` the listed label that decided.
    """

    field: Field
    how: How
    score: float
    label: str
    likened_to: str

    @property
    def is_inferred(self) -> bool:
        """Whether the label is not listed, but concluded."""
        return self.how in ("spelling", "wording", "position")


def is_certain(match: LabelMatch | None) -> TypeGuard[LabelMatch]:
    """Whether a label is one that the family lists."""
    return match is not None and not match.is_inferred


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """The section that a heading opens; `how` and `score` as in `LabelMatch`."""

    section: str
    how: How
    score: float
    label: str


class LabelMatcher:
    """Recognises the labels and the titles of one family: of sections, trends, nodes, documents."""

    def __init__(self, family: Family) -> None:
        self._scopes = family.scopes
        self._fields = {field.id: field for field in family.fields}
        self._shared = _shared_labels(family)
        self._shared_labels = frozenset(label for _, label in self._shared)
        vocabulary = Vocabulary(family.words, _all_labels(family), _fillers_of_nodes(family))
        self._vocabulary = vocabulary
        self._labels = Lexicon(
            [
                *((f.id, self._unshared(f)) for f in family.fields),
                *((_FOREIGN, (x,)) for x in family.foreign),
            ],
            vocabulary,
            _fillers_of_fields(family, vocabulary),
        )
        self._sections = Lexicon(((s.id, s.labels) for s in family.sections), vocabulary, {})
        self._trends = Lexicon(
            ((t.dimension, t.labels) for t in family.trends),
            vocabulary,
            dict.fromkeys(
                (t.dimension for t in family.trends),
                _notions(vocabulary, family.words.trend_fillers),
            ),
        )
        self._trend_words = {
            notion: trend.dimension
            for trend in family.trends
            for word in trend.words
            for notion in (word, stem(word))
        }
        self._openers = Openers(family.nodes)
        self._document_types = DocumentTypes(family.document_types, vocabulary)
        # Labels and headings are alike in all documents, and asked about from several sides.
        self._matched = lru_cache(maxsize=_MOST_ASKED)(self._match)
        self._opened = lru_cache(maxsize=_MOST_ASKED)(self._open)

    def match(self, label: str, scope: str, section: str | None = None) -> LabelMatch | None:
        """The field of `scope` that the label stands for; None where it is unknown or in doubt."""
        if len(label) > LONGEST_LABEL:
            return None
        return self._matched(label, scope, section)

    def candidates(self, label: str) -> tuple[Hit, ...]:
        """The known labels that this one comes near, of whatever scope, the nearest first.

        `match` decides between them; one of another kind of document has no target.
        """
        if len(label) > LONGEST_LABEL:
            return ()
        text = collapse_lines(label)
        looks = (self._labels.listed, self._labels.spelled_like, self._labels.worded_like)
        nearest: dict[str, Hit] = {}
        for hit in (hit for look in looks for hit in look(text)):
            nearest.setdefault(hit.target, hit)
        return tuple(sorted(nearest.values(), key=lambda hit: -hit.score))

    def is_listed(self, label: str) -> bool:
        """Whether the family lists the label, in whatever scope."""
        found = (self.match(label, scope) for scope in self._scopes)
        return any(match is not None and not match.is_inferred for match in found)

    def foreign(self, label: str) -> str | None:
        """The known label of another kind of document that this one is, or is a spelling of."""
        if len(label) > LONGEST_LABEL:
            return None
        for look in (self._labels.listed, self._labels.spelled_like):
            if hits := look(label):
                return hits[0].label if hits[0].target == _FOREIGN else None
        return None

    def match_section(self, text: str) -> SectionMatch | None:
        """The section that a heading with this text opens.

        A listed label is no misspelt title: `Beschrijving van de rol` is not `... van de rollen`.
        """
        hit = _surest(self._sections, text)
        if hit is None or (hit.score < 1 and self.is_known(text)):
            return None
        return SectionMatch(hit.target, hit.how, hit.score, self._sections.canonical(hit.target))

    def is_known(self, label: str) -> bool:
        """Whether the family lists the label, for whatever field or family."""
        return bool(self._labels.listed(label)) or fold(label) in self._shared_labels

    def match_trend(self, title: str) -> str | None:
        """The DESTEP dimension that a title names; None where it names none, or more than one."""
        hit = _surest(self._trends, title)
        if hit is not None:
            return hit.target
        if len(title) > LONGEST_LABEL:
            return None
        named = {self._trend_words.get(stem(word)) for word in self._vocabulary.words(title)}
        named.discard(None)
        return named.pop() if len(named) == 1 else None

    def is_trend_title(self, title: str) -> bool:
        """Whether a text is one of the listed titles of trends, whatever number stands before."""
        return bool(self._trends.listed(title))

    def match_document_type(self, text: str) -> TypeMatch | None:
        """The words of a title that name the type of document; None where none do."""
        return self._document_types.match(text) if len(text) <= LONGEST_LABEL else None

    def openings(self, heading: str) -> tuple[Opening, ...]:
        """The nodes that a collapsed heading may open, with what it says of each."""
        return self._opened(heading)

    def _open(self, heading: str) -> tuple[Opening, ...]:
        return tuple(self._openers.openings(heading))

    def coded(self, text: str) -> tuple[tuple[Node, tuple[int, int], bool], ...]:
        """The nodes of which a text is the code alone: where it stands, whether it is a number."""
        return tuple(self._openers.coded(text))

    def match_label_prefix(
        self, text: str, scope: str, section: str | None = None
    ) -> tuple[LabelMatch, int] | None:
        """The label at the start of a text, and the offset where its value starts.

        A colon, tab, line end, dash between spaces or double space parts the two; it may be
        missing before a value that shows its kind (`versie 3.0`, `niveau 4`) and after `door`
        or `als`. A label without a value is none: `match` is for those. Inside the text of one
        section, another section's field needs its canonical label or a listed one of several words:
        a `Bron:` below the labour market is no list of source documents.
        """
        found = self._parted(text, scope, section) or self._unparted(text, scope, section)
        if found is None:
            return None
        match = found[0]
        if section in (None, match.field.section) or match.how == "exact":
            return found
        # A listed label of several words, or of a node, means what it says wherever it stands.
        is_apart = match.field.node != PROFILE or len(match.likened_to.split()) > 1
        return found if is_apart and not match.is_inferred else None

    def _parted(self, text: str, scope: str, section: str | None) -> tuple[LabelMatch, int] | None:
        cuts = sorted((at, sign) for sign in _SEPARATORS if (at := text.find(sign)) > 0)
        for at, sign in cuts:
            match = self._match_of_part(text[:at], scope, section)
            start = _value_start(text, at + len(sign))
            if match and start < len(text):
                return match, start
        return None

    def _match_of_part(self, label: str, scope: str, section: str | None) -> LabelMatch | None:
        """The field of the text before a separator; a sentence there is no label."""
        words = len(label.split())
        match = self.match(label, scope, section) if words <= _MOST_LABEL_WORDS else None
        if match and match.how == "wording" and words > _MOST_INFERRED_WORDS:
            return None
        return match

    def _unparted(
        self, text: str, scope: str, section: str | None
    ) -> tuple[LabelMatch, int] | None:
        for end in reversed(_ends_of_words(text)):
            start = _value_start(text, end)
            label, value = text[:end], text[start:]
            leads_on = _leads_on(label)
            # Few texts can be parted so; matching is asked last, for it takes longest.
            if not value or not (leads_on or shows_a_kind(value)):
                continue
            match = self.match(label, scope, section)
            if match and (leads_on or shows_kind(value, match.field.kind)):
                return match, start
        return None

    def _unshared(self, field: Field) -> tuple[str, ...]:
        """The labels that no other field of the scope lists: only of these others are inferred."""
        return tuple(x for x in field.labels if (field.node, fold(x)) not in self._shared)

    def _match(self, written: str, scope: str, section: str | None) -> LabelMatch | None:
        label = collapse_lines(written)
        if fields := self._shared.get((scope, fold(label))):
            at_home = [field for field in fields if field.section == section]
            return self._by_position(at_home[0], label) if at_home else None
        if listed := self._listed(label):
            return self._decided(listed, scope, section) or self._transferred(
                listed, label, scope, section
            )
        for look in (self._labels.spelled_like, self._labels.worded_like):
            if hits := look(label):
                return self._decided(hits, scope, section)
        return None

    def _by_position(self, field: Field, label: str) -> LabelMatch:
        return LabelMatch(field, "position", 1.0, self._labels.canonical(field.id), collapse(label))

    def _listed(self, label: str) -> Sequence[Hit]:
        """Who lists the label. A bracketed suffix counts where it makes it a misspelt other one."""
        listed = self._labels.listed(label)
        if not listed:
            return ()
        targets = {hit.target for hit in listed}
        with_suffix = self._labels.spelled_with_suffix(label)
        says_otherwise = with_suffix and targets.isdisjoint(hit.target for hit in with_suffix)
        return with_suffix if says_otherwise else listed

    def _transferred(
        self, listed: Sequence[Hit], label: str, scope: str, section: str | None
    ) -> LabelMatch | None:
        """The field of this scope for a label listed in another one; both must say the same.

        What is listed as another family's label, or for this scope, is not read otherwise.
        """
        if any(hit.target == _FOREIGN or self._in_scope(hit, scope) for hit in listed):
            return None
        same = [hit for hit in self._labels.worded_like(label) if hit.score >= SAME_NOTIONS]
        return self._decided([hit for hit in same if self._in_scope(hit, scope)], scope, section)

    def _decided(self, hits: Sequence[Hit], scope: str, section: str | None) -> LabelMatch | None:
        """The one field of the scope that is nearest; None where another label is as near."""
        own = [hit for hit in hits if self._in_scope(hit, scope)]
        ranked = sorted(((self._rank(hit, section), hit) for hit in own), key=lambda pair: -pair[0])
        if not ranked:
            return None
        rank, best = ranked[0]
        if len(ranked) > 1 and rank - ranked[1][0] < _MARGIN:
            return None
        rivals = [hit for hit in hits if not self._in_scope(hit, scope)]
        if best.how != "exact" and any(_outdoes(rival, best) for rival in rivals):
            return None
        field = self._fields[best.target]
        return LabelMatch(field, best.how, best.score, self._labels.canonical(field.id), best.label)

    def _in_scope(self, hit: Hit, scope: str) -> bool:
        return hit.target != _FOREIGN and self._fields[hit.target].node == scope

    def _rank(self, hit: Hit, section: str | None) -> float:
        is_at_home = section is not None and self._fields[hit.target].section == section
        return hit.score + (_SECTION_BONUS if is_at_home else 0.0)


@cache
def matcher_of(family: Family) -> LabelMatcher:
    """The matcher of a family; making one takes some 60 ms, so it is made once."""
    return LabelMatcher(family)


def collapse_lines(label: str) -> str:
    """The label with its line breaks, which tell where a word was divided, but no other spacing."""
    return "\n".join([collapse(line) for line in label.splitlines()])


def _outdoes(rival: Hit, best: Hit) -> bool:
    """A label of another family wins a tie; one of another scope must be nearer."""
    if rival.target == _FOREIGN:
        return rival.score >= best.score and best.how != "variant"
    return rival.score > best.score


def _surest(lexicon: Lexicon, text: str) -> Hit | None:
    """The one target that a text stands for, by letters, spelling or wording."""
    if len(text) > LONGEST_LABEL:
        return None
    for look in (lexicon.listed, lexicon.spelled_like, lexicon.worded_like):
        if hits := look(text):
            in_doubt = len(hits) > 1 and hits[0].score - hits[1].score < _MARGIN
            return None if in_doubt else _in_its_own_words(lexicon, text, hits[0])
    return None


def _in_its_own_words(lexicon: Lexicon, text: str, hit: Hit) -> Hit:
    """A hit, or what all words of the text say: `Ecologische trends` is no `Economische trends`.

    What is made of words that the lexicon knows is hardly another title misspelt.
    """
    if hit.how != "spelling" or not (worded := lexicon.worded_like(text)):
        return hit
    return worded[0] if worded[0].score >= _ALL_WORDS else hit


def _all_labels(family: Family) -> list[str]:
    return [
        *(label for field in family.fields for label in field.labels),
        *(label for section in family.sections for label in section.labels),
        *(label for trend in family.trends for label in trend.labels),
        *family.foreign,
    ]


def _fillers_of_nodes(family: Family) -> list[str]:
    return [word for node in family.nodes for word in node.fillers]


def _shared_labels(family: Family) -> dict[tuple[str, str], list[Field]]:
    """By scope and folded label, the fields of different sections that list the same one."""
    owners: dict[tuple[str, str], list[Field]] = defaultdict(list)
    for field in family.fields:
        for folded in dict.fromkeys(map(fold, field.labels)):
            if all(other.section != field.section for other in owners[field.node, folded]):
                owners[field.node, folded].append(field)
    return {key: fields for key, fields in owners.items() if len(fields) > 1}


def _notions(vocabulary: Vocabulary, words: Sequence[str]) -> frozenset[str]:
    return frozenset(notion for word in words for notion in vocabulary.notions(word))


def _fillers_of_fields(family: Family, vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """By field, the notions its labels may carry or lack; a foreign label must say all it says."""
    words = family.words
    document = _notions(vocabulary, words.document_fillers)
    descriptive = _notions(vocabulary, words.descriptive_fillers)
    of_node = {node.id: _notions(vocabulary, node.fillers) for node in family.nodes}
    return {
        field.id: document
        | (frozenset() if field.value.is_plain else descriptive)
        | of_node.get(field.node, frozenset())
        for field in family.fields
    }


def _ends_of_words(text: str) -> list[int]:
    """Where a label may end: after each word up to the first number, which begins a value."""
    ends: list[int] = []
    for word in islice(_WORD.finditer(text), _MOST_LABEL_WORDS):
        if ends and text[word.start()].isdigit():
            break
        ends.append(word.end())
    return ends


def _value_start(text: str, start: int) -> int:
    """Where the value starts once spaces and a second separator are passed (`Naam -: x`)."""
    return len(text) - len(text[start:].lstrip(" \t\r\n\u00a0:"))


def _leads_on(label: str) -> bool:
    """Whether the last word of a label asks for what follows: `opgesteld door`."""
    return label.rsplit(maxsplit=1)[-1].casefold() in _LEADS_ON
