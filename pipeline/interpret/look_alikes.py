"""Documents of another kind: told by their title, or by labels that outweigh those of a profile.

The title decides where the opening has one: the kind that is named first, by a heading or a line
before a sentence. A regulation that mentions a dossier is a regulation, and a profile that mentions
one is a profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.core.text import fold
from pipeline.document.title_lines import Form, Line
from pipeline.families.model import Family, LookAlike
from pipeline.interpret.evidence import Recognition
from pipeline.labels.document_types import first_kind
from pipeline.labels.matcher import matcher_of

# The title stands within the first lines; further down a document may cite anything.
_OPENING = 12

# What no profile has (`Crebonr.`, `Studielast`), what one may have, and what a sentence of the
# opening says of the document: `In deze onderwijs- en examenregeling staat ...`.
_PROOF = 3
_LABEL = 1
_MENTION = 2

# One label may stand in any document.
_FEWEST_LABELS = 2

# Of the general part, what schools and employers do not print. `Naam`, `Niveau`, `Datum`, `Versie`
# and `Sector` they do, and a dossier has the description of the occupation as well.
_OF_PROFILES_ALONE = frozenset(
    {
        "developed_by",
        "source_documents",
        "legitimations",
        "job_titles",
        "related_occupations",
        "career_prospects",
    }
)

# A number alone may be that of the page.
_CHAPTER = re.compile(r"\d+\.\d*")
_BEFORE_VALUE = re.compile(r"\s*[:\d].*$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What the opening says that the document is: one of the families' types, or another kind.

    `kind` is None where it is a type of a family. `is_title` tells a title from a sentence. Where
    the opening names nothing, the line is empty.
    """

    line: str = ""
    kind: LookAlike | None = None
    families: tuple[str, ...] = ()
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for another kind: a title, a sentence that names it, its labels."""

    kind: LookAlike
    title: str = ""
    mention: str = ""
    proofs: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How much its labels and the mention weigh."""
        weight = _PROOF * len(self.proofs) + _LABEL * len(self.labels)
        return weight + (_MENTION if self.mention else 0)

    def __str__(self) -> str:
        shown = []
        if self.title:
            shown.append(f"its opening says so (`{self.title}`)")
        elif self.mention:
            shown.append(f"its opening mentions it (`{self.mention}`)")
        if found := (*self.proofs, *self.labels):
            shown.append(f"it has the labels {', '.join(sorted(found))}")
        article = "an" if self.kind.name[0] in "aeio" else "a"
        return f"the document is {article} {self.kind.name}: {'; '.join(shown)}. {self.kind.remedy}"


def naming_of(lines: Sequence[Line], families: tuple[Family, ...]) -> Naming:
    """What the opening names first: by a title, else by a sentence."""
    mention = Naming()
    for line in lines[:_OPENING]:
        naming = _naming(line, families)
        if naming.is_title:
            return naming
        mention = mention if mention.line else naming
    return mention


def look_alike_of(
    lines: Iterable[Line], naming: Naming, claims: Sequence[Recognition]
) -> Likeness | None:
    """The other kind that the document is, with the evidence; None where it is none."""
    kinds = tuple(dict.fromkeys(k for claim in claims for k in claim.layout.look_alikes))
    heads = {head for line in lines for head in _heads(line.chars)}
    likenesses = [_likeness(kind, heads, naming) for kind in kinds]
    best = max(likenesses, key=lambda likeness: likeness.weight, default=None)
    if naming.is_title and naming.kind is not None:
        return next(likeness for likeness in likenesses if likeness.kind is naming.kind)
    return best if best is not None and _outweighs(best, naming, claims) else None


def _outweighs(best: Likeness, naming: Naming, claims: Sequence[Recognition]) -> bool:
    """Whether labels of another kind say more than what only a profile has."""
    count = len(best.proofs) + len(best.labels)
    if count < _FEWEST_LABELS:
        return False
    if count > max(len(claim.fields) for claim in claims):
        return True
    is_ours = naming.is_title and naming.kind is None
    return not is_ours and bool(best.proofs) and best.weight > max(map(_ours, claims))


def _ours(claim: Recognition) -> int:
    """What weighs against another kind: dossiers have codes and tables of core tasks as well."""
    fields = len(_OF_PROFILES_ALONE.intersection(claim.fields))
    has_codes = any(node.marks or node.numbers for node in claim.layout.nodes)
    return fields + (0 if has_codes else claim.weight)


def _likeness(kind: LookAlike, heads: set[str], naming: Naming) -> Likeness:
    named = naming.line if naming.kind is kind else ""
    return Likeness(
        kind,
        title=named if naming.is_title else "",
        mention="" if naming.is_title else named,
        proofs=tuple(label for label in _folded(kind.proofs) if label in heads),
        labels=tuple(label for label in _folded(kind.labels) if label in heads),
    )


def _heads(chars: str) -> Iterable[str]:
    """What may be a label in a line: all of it, or what stands before a colon or a number."""
    yield fold(chars)
    if before := _BEFORE_VALUE.sub("", chars):
        yield fold(before)


@cache
def _folded(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, labels)))


def _naming(line: Line, families: tuple[Family, ...]) -> Naming:
    """What a line names first, of the types of the families and the other kinds."""
    folded = fold(line.chars, keep_suffix=True)
    kinds = dict.fromkeys(kind for family in families for kind in family.look_alikes)
    theirs = first_kind(folded, kinds)
    own = {
        family.name: match.start
        for family in families
        if (match := matcher_of(family).match_document_type(folded)) is not None
    }
    if theirs is None and not own:
        return Naming()
    first = min(own.values(), default=len(folded))
    if theirs is not None and theirs[0] < first:
        # `Brondocumenten: Kwalificatiedossier Haven` is a row of whatever document, and
        # `2.1 Uitleg kwalificatiedossier` a chapter.
        is_chapter = _CHAPTER.match(line.chars) is not None
        is_title = line.form >= Form.TEXT and not line.is_sentence and not is_chapter
        return Naming(line.chars, theirs[1], (), is_title)
    # `Naam BCP` says what the document is, and what stands beside a label does not.
    return Naming(line.chars, None, tuple(own), line.form > Form.VALUE and not line.is_sentence)
