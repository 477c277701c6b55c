"""A layout family as plain frozen values: what a document of the family prints, and what it means.

The loader makes these from a TOML file; recognition, matching and the interpreter read them.
"""

from __future__ import annotations

from dataclasses import dataclass

SCOPES = ("general", "role")
"""Where a label may stand: in the profile itself, or in the table of one role."""

KINDS = (
    "name_cell",  # name, level and short name in one cell
    "text",  # one line, taken whole
    "date",  # ISO 8601 at the precision that is written
    "version",  # as written
    "level",  # NLQF: Instroom, 1 ... 8, 4+
    "names",  # a list of short names: people, organisations, job titles, occupations
    "source_documents",  # a list of title, publisher, year
    "legitimations",  # a list of body and date
    "prose",  # text blocks
    "described_skills",  # sub-headings, each with text blocks: the NLQF descriptors
    "labour_market",  # text blocks with a source statement at the end
    "developments",  # numbered headings, each with text blocks
    "overview",  # the list of roles
    "competencies",  # names, each with its indicators
    "items",  # things to know and to be able to do, one by one
)
"""The kinds of value that a label can have, each with its own parser in the interpreter."""

DIMENSIONS = (
    "demographic",
    "economic",
    "socio_cultural",
    "technological",
    "ecological",
    "political_legal",
)
"""The DESTEP dimensions of trends."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What makes a document one of the family: a title, and how many of its fields must be seen."""

    document_types: tuple[str, ...]
    minimum_with_title: int
    minimum_without_title: int


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A kind of document that is none of the family, what betrays it, and what to do about it."""

    name: str
    title_words: tuple[str, ...]
    labels: tuple[str, ...]
    remedy: str


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the form; the first label is the canonical one."""

    id: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value of the form; the first label is the canonical one."""

    id: str
    scope: str
    kind: str
    section: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A DESTEP dimension, the titles it goes by, and the words that name it in any title."""

    dimension: str
    labels: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that a page repeats (`Pagina {n} van {n}`), and titles of tables of contents."""

    lines: tuple[str, ...]
    contents_titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Headings and phrases of text that says nothing of this occupation."""

    headings: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words that labels are made of, by what they contribute to the meaning."""

    stop: tuple[str, ...]
    prepositions: tuple[str, ...]
    document_fillers: tuple[str, ...]
    descriptive_fillers: tuple[str, ...]
    role_fillers: tuple[str, ...]
    trend_fillers: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """One family of forms."""

    name: str
    title: str
    version: str
    evidence: Evidence
    look_alikes: tuple[LookAlike, ...]
    sections: tuple[Section, ...]
    role_headings: tuple[str, ...]
    fields: tuple[Field, ...]
    foreign: tuple[str, ...]
    trends: tuple[Trend, ...]
    furniture: Furniture
    boilerplate: Boilerplate
    words: Words

    def field(self, field_id: str) -> Field:
        """The field with that id."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)
