"""A family of forms as plain frozen values: what a document of it prints, and what it means.

The loader makes these from TOML files; recognition, matching and the interpreter read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.families.kinds import KINDS, Kind

PROFILE = "profile"
"""The root of every tree: the profile itself."""

LONGEST_LABEL = 200
"""No label and no title has more characters; what has, is text and is not even looked at."""

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
    """How many fields of the family must be seen, with and without a title that names the type."""

    minimum_with_title: int
    minimum_without_title: int


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A kind of document that is none of the family, what betrays it, and what to do about it.

    `title_words` name it in its title; `proofs` are labels that no profile has, `labels` those that
    one may have as well.
    """

    name: str
    title_words: tuple[str, ...]
    labels: tuple[str, ...]
    remedy: str
    proofs: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # As of a family: it is looked up by each line of the opening.
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the form; the first label is the canonical one."""

    id: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A record of the tree that has a name and an identifier: a role, a core task.

    `path` is the list that holds it, in the model class of each node that it may stand `inside`.
    `openers` are headings that open it wherever that is; `plain_openers` only where its `section`
    is, or its parent, open, for they say little. `marks` and `numbers` are the shapes of its code:
    those that tell it by themselves (`B{n}-K{n}`), and those that do not. `text` is the field of
    the text below its heading that has no label, `fillers` are words that any of its labels may
    carry.
    """

    id: str
    path: str
    inside: tuple[str, ...]
    section: str
    openers: tuple[str, ...] = ()
    plain_openers: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value of the form; the first label is the canonical one.

    `path` is where it goes in the model class of its `node`, dotted. `sets` are values that a label
    of it says besides (`- op inhoud door` sets the aspect of a legitimation).
    """

    path: str
    kind: str
    section: str
    labels: tuple[str, ...]
    node: str = PROFILE
    sets: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """What names it in a family: its node, its path and, where it sets something, that."""
        parts = [self.path] if self.node == PROFILE else [self.node, self.path]
        return ".".join([*parts, *(value for _, value in self.sets)])

    @property
    def value(self) -> Kind:
        """The kind of its value."""
        return KINDS[self.kind]

    def holds(self, other: Field) -> bool:
        """Whether another field of the family is this one or a part of it (`a.b` of `a`)."""
        return f"{other.id}.".startswith(f"{self.id}.")


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
    trend_fillers: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """One family of forms, with what it shares with others."""

    name: str
    title: str
    version: str
    evidence: Evidence
    document_types: tuple[str, ...]
    look_alikes: tuple[LookAlike, ...]
    sections: tuple[Section, ...]
    nodes: tuple[Node, ...]
    fields: tuple[Field, ...]
    foreign: tuple[str, ...]
    trends: tuple[Trend, ...]
    furniture: Furniture
    boilerplate: Boilerplate
    words: Words

    def __hash__(self) -> int:
        # What is worked out for a family is looked up by it, for each line of a document: the hash
        # of all its labels would take longer than most of what is looked up.
        return hash((self.name, self.version))

    @property
    def scopes(self) -> tuple[str, ...]:
        """Where a label may stand: in the profile itself, or in one of the nodes."""
        return (PROFILE, *(node.id for node in self.nodes))

    def field(self, field_id: str) -> Field:
        """The field with that id."""
        return next(field for field in self.fields if field.id == field_id)

    def node(self, node_id: str) -> Node:
        """The node with that id."""
        return next(node for node in self.nodes if node.id == node_id)

    def inside(self, node_id: str) -> Iterator[Node]:
        """The nodes that may stand inside one, or inside the profile."""
        return (node for node in self.nodes if node_id in node.inside)
