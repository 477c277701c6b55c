"""The comparison of two versions as plain frozen values, documented like the model.

The schema of the file that `bcp diff --format json` prints is derived from these classes.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.contract.records import POINTER_PATTERN
from pipeline.profile.model import (
    ELEMENT_ID_PATTERN,
    ISO_DATE_PATTERN,
    PROFILE_ID_PATTERN,
    described,
)

KINDS_OF_CHANGE = ("added", "removed", "changed", "moved")
KINDS_OF_WORDS = ("same", "removed", "added")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Versie: one of the two profiles that are compared."""

    id: str = described(
        "Identificatie",
        "Identifier of the profile.",
        "havenmeester-v3",
        required=True,
        pattern=PROFILE_ID_PATTERN,
    )
    file: str = described("Bestandsnaam", "The file it was read from.", "v3.pdf", required=True)
    name: str = described("Naam BCP", "Name of the occupation.", "Havenmeester", required=True)
    version: str | None = described("Versie", "As written.", "3")
    date: str | None = described("Datum", "ISO 8601.", "2026-03-02", pattern=ISO_DATE_PATTERN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Woorden: a stretch of words that both texts have, or only one of them."""

    kind: str = described(
        "Soort", "Whose words they are.", "added", required=True, choices=KINDS_OF_WORDS
    )
    text: str = described("Tekst", "The words, spaces kept.", "heldere ", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """Wijziging: one difference between the versions."""

    change: str = described(
        "Wijziging",
        "What happened; what was reworded and moved is changed.",
        "changed",
        required=True,
        choices=KINDS_OF_CHANGE,
    )
    moved: bool = described("Verplaatst", "Whether it stands elsewhere now.", False, required=True)
    what: str = described("Wat", "What it is, in Dutch.", "Gedragsindicator", required=True)
    section: str = described(
        "Veld",
        "The field, without positions; empty for the profile itself.",
        "roles/competencies/indicators",
        required=True,
    )
    where: tuple[str, ...] = described(
        "Waar",
        "What it stands below, from the outside in; in the new version, if it is there.",
        "Rol Coördinator",
        "Competentie Samenwerken",
        required=True,
    )
    old: str | None = described("Oude tekst", "Absent where it was added.", "Geeft instructies")
    new: str | None = described(
        "Nieuwe tekst", "Absent where it was removed.", "Geeft heldere instructies"
    )
    words: tuple[Words, ...] | None = described(
        "Woorden", "The old and the new text word by word, where it was reworded."
    )
    old_pointer: str | None = described(
        "Oude vindplaats", "JSON Pointer in the old profile.", "/name", pattern=POINTER_PATTERN
    )
    new_pointer: str | None = described(
        "Nieuwe vindplaats", "JSON Pointer in the new profile.", "/name", pattern=POINTER_PATTERN
    )
    old_id: str | None = described(
        "Oude identificatie",
        "Identifier of the element in the old profile.",
        "bcp-0b0f3c1e-6d0e-5b57-9c2e-3f1f9d8a7b61",
        pattern=ELEMENT_ID_PATTERN,
    )
    new_id: str | None = described(
        "Nieuwe identificatie",
        "Identifier of the element in the new profile.",
        "bcp-0b0f3c1e-6d0e-5b57-9c2e-3f1f9d8a7b61",
        pattern=ELEMENT_ID_PATTERN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFile:
    """Vergelijking: what changed between two versions of a profile."""

    old: Version = described("Oude versie", "The version before.", required=True)
    new: Version = described("Nieuwe versie", "The version after.", required=True)
    equal: bool = described("Gelijk", "Whether both say the same.", False, required=True)
    changes: tuple[ChangeRecord, ...] = described(
        "Wijzigingen", "In the order of the new version.", required=True
    )
