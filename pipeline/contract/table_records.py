"""Which lists of a profile become tables, and by what their rows name each other.

All lists of one name are one table, wherever they stand: competencies are those of roles, of core
tasks, of work processes and of the profile itself. A row names each record around it; the links of
those that stand around some of the rows only are null in the others. A record with an identifier
has the key (profile_id, <singular>_id); any other is identified by its parent and its position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.contract.shapes import (
    Kind,
    ModelField,
    class_description,
    class_title,
    model_fields,
)
from pipeline.profile.model import Profile


@dataclass(frozen=True, slots=True)
class Link:
    """A table whose records stand around those of another one: around each of them, or some."""

    records: Records
    always: bool


@dataclass(frozen=True, slots=True)
class Records:
    """A table of records or of texts: the class of its members, and what can stand around one."""

    table: str
    member: type
    singular: str
    title: str
    of_list: str = ""
    examples: tuple[Any, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def description(self) -> str:
        """What a row is, and what is to be said of the list."""
        row = "One text per row." if self.member is str else class_description(self.member)
        return f"{row} {self.of_list}".strip()

    @property
    def has_identifier(self) -> bool:
        """Whether a record has an identifier of its own."""
        return self.member is not str and any(f.name == "id" for f in model_fields(self.member))

    @property
    def link(self) -> str:
        """The column by which the rows below a record name it."""
        return f"{self.singular}_{'id' if self.has_identifier else 'position'}"

    @property
    def link_columns(self) -> tuple[str, ...]:
        """The columns that name what stands around a record, the profile first."""
        return tuple(link.records.link for link in self.links)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that identify a record in its own table."""
        if not self.links or self.has_identifier:
            return self.reference
        return (*self._holder.reference, "position")

    @property
    def reference(self) -> tuple[str, ...]:
        """The columns that identify a record in the tables below it."""
        if not self.links:
            return (self.link,)
        if self.has_identifier:
            return (*self.links[0].records.reference, self.link)
        return (*self._holder.reference, self.link)

    @property
    def _holder(self) -> Records:
        """What holds the list of a record without an identifier, which is one thing only."""
        return self.links[-1].records


PROFILE_RECORDS = Records("profiles", Profile, "profile", class_title(Profile))

# A list and the tables around it, the profiles first.
_Occurrence = tuple[ModelField, tuple[str, ...]]


def flattened(cls: type) -> Iterator[ModelField]:
    """The fields of a class and, in their place, those of its single objects."""
    for field in model_fields(cls):
        if field.kind is Kind.OBJECT:
            yield from flattened(field.hint)
        else:
            yield field


def records_of(field: ModelField) -> Records:
    """The table of a list."""
    return _records_by_table()[field.name]


def all_records() -> tuple[Records, ...]:
    """The tables of all lists, parents before children, the profiles first."""
    return tuple(_records_by_table().values())


@cache
def _records_by_table() -> dict[str, Records]:
    return tables_below(PROFILE_RECORDS)


def tables_below(root: Records) -> dict[str, Records]:
    """By name the table `root` and those of all lists below it, parents before children.

    Raises TypeError for lists that cannot be one table.
    """
    occurrences = list(_lists(root.member, (root.table,)))
    found: dict[str, list[_Occurrence]] = defaultdict(list)
    for field, around in occurrences:
        found[field.name].append((field, around))
    # Whatever holds a list comes before the last place where that list is met.
    order = list(dict.fromkeys(field.name for field, _ in reversed(occurrences)))[::-1]
    made = {root.table: root}
    for name in order:
        made[name] = _records(found[name], made)
    return made


def _lists(cls: type, around: tuple[str, ...]) -> Iterator[_Occurrence]:
    """Each list below a class with the tables around it, as often as it occurs."""
    for field in flattened(cls):
        if field.kind in (Kind.STRINGS, Kind.OBJECTS):
            yield field, around
        if field.kind is Kind.OBJECTS:
            yield from _lists(field.member, (*around, field.name))


def _records(occurrences: Sequence[_Occurrence], above: dict[str, Records]) -> Records:
    """The table of all lists of one name, described as the first of them is."""
    field, _ = occurrences[0]
    chains = [around for _, around in occurrences]
    links = tuple(
        Link(records, all(name in chain for chain in chains))
        for name, records in above.items()
        if any(name in chain for chain in chains)
    )
    records = Records(
        field.name,
        field.member,
        field.singular,
        field.title,
        field.description,
        field.examples,
        links,
    )
    _require_one_table(records, occurrences)
    _require_own_link(records, above.values())
    return records


def _require_one_table(records: Records, occurrences: Sequence[_Occurrence]) -> None:
    kinds = {(field.member, field.singular) for field, _ in occurrences}
    if len(kinds) > 1:
        raise TypeError(
            f"the lists named {records.table} hold different things; expected one class and one "
            "word for a member in all of them: rename one"
        )
    holders = {around[-1] for _, around in occurrences}
    if len(holders) > 1 and not records.has_identifier:
        raise TypeError(
            f"{', '.join(sorted(holders))} hold lists named {records.table} without identifiers, "
            "so that no key tells their rows apart: rename one, or give the members an id"
        )


def _require_own_link(records: Records, others: Iterable[Records]) -> None:
    for other in others:
        if other.link == records.link:
            raise TypeError(
                f"the lists {other.table} and {records.table} both call a member "
                f"{records.singular}, so that the column {records.link} would name either: give "
                "one of them another singular"
            )
