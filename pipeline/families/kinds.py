"""The registry of value kinds: what a labelled value can be, and which fields of the model take it.

What a kind is read by is in `pipeline.interpret.values`; everything else that is asked of a kind
(loader, matching, walk) stands here, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin

from pipeline.core.months import opens_with_month
from pipeline.profile.codec import field_types, required_lists
from pipeline.profile.model import (
    Blocks,
    Development,
    KnowledgeAndSkills,
    LabourMarket,
    Legitimation,
    SourceDocument,
)

Recovered = Literal["indicators", "knowledge_and_skills"]
Form = Literal["", "date", "level"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    `fits` tells whether a field of that type (without None) takes it, `type_in_words` which types
    do; `empty` is what a label without a value gives. `is_plain`: labels of it are not announced by
    words such as `overzicht`. `is_short`: it may stand as a further label in a row. `is_prose`: its
    words are evidence of running text; `recovered` its items, where a list was run together.
    `looks_like` tells a value by its form alone; `takes_table` that a table is the value itself;
    `repeats` that each label of it begins a record of its own; `has_headings` that emphasised lines
    in it are its own sub-headings.

    The rest says where it fits. `form` is that which the model asks of its texts; `fills` the one
    field of the profile that it is for. `of_last`: it fills a field of the last record of a list.
    `has_parts`: fields below its own may have labels too. `takes_sets`: its labels may say more.
    """

    name: str
    fits: Callable[[Any], bool]
    type_in_words: str
    empty: Any
    is_plain: bool = False
    is_short: bool = False
    is_prose: bool = False
    recovered: Recovered | None = None
    looks_like: Callable[[str], bool] | None = None
    takes_table: bool = False
    repeats: bool = False
    has_headings: bool = False
    form: Form = ""
    fills: str = ""
    of_last: bool = False
    has_parts: bool = False
    takes_sets: bool = False


_ENTRY = "instroom"
_VERSION = re.compile(r"\d|[vV]\d")


def _is(*hints: Any) -> Callable[[Any], bool]:
    return lambda hint: hint in hints


def _is_list_of(cls: type) -> Callable[[Any], bool]:
    return lambda hint: get_origin(hint) is tuple and get_args(hint)[0] is cls


def _lists_records_with(*names: str) -> Callable[[Any], bool]:
    """Whether a type is a list of a model class that has fields with these names.

    What else the class requires must be an identifier or a list: nothing else could be filled.
    """

    def fits(hint: Any) -> bool:
        if get_origin(hint) is not tuple or not is_dataclass(get_args(hint)[0]):
            return False
        cls = get_args(hint)[0]
        required = {f.name for f in fields(cls) if f.metadata.get("required")}
        filled = {"id", *names, *required_lists(cls)}
        return set(names) <= field_types(cls).keys() and required <= filled

    return fits


def _looks_like_date(value: str) -> bool:
    return value[0].isdigit() or opens_with_month(value)


def _looks_like_version(value: str) -> bool:
    return _VERSION.match(value) is not None


def _looks_like_level(value: str) -> bool:
    # A letter folds to one or more: what is asked for stands in as many letters at the beginning.
    return value[0].isdigit() or value[: len(_ENTRY)].casefold().startswith(_ENTRY)


_TEXT = (_is(str), "a text")
_BLOCKS = (_is(Blocks), "text blocks")
_STRINGS = (_is(tuple[str, ...]), "a list of texts")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(  # name, level and short name in one cell
            "name_cell", *_TEXT, "", is_plain=True, fills="name"
        ),
        Kind("text", *_TEXT, "", is_plain=True, is_short=True),  # one line, taken whole
        Kind(  # ISO 8601 at the precision that is written
            "date",
            *_TEXT,
            "",
            is_plain=True,
            is_short=True,
            looks_like=_looks_like_date,
            form="date",
        ),
        Kind(  # as written
            "version", *_TEXT, "", is_plain=True, is_short=True, looks_like=_looks_like_version
        ),
        Kind(  # NLQF: Instroom, 1 ... 8, 4+
            "level",
            *_TEXT,
            "",
            is_plain=True,
            is_short=True,
            looks_like=_looks_like_level,
            form="level",
        ),
        Kind("names", *_STRINGS, []),  # short names: occupations, job titles, people
        Kind("organisations", *_STRINGS, []),  # names that may hold a comma
        Kind("strings", *_STRINGS, []),  # texts one by one
        Kind(  # title, publisher, year
            "source_documents", _is_list_of(SourceDocument), "a list of source documents", []
        ),
        Kind(
            "legitimations",
            _is_list_of(Legitimation),
            "a list of legitimations",
            [],
            takes_sets=True,
            repeats=True,
        ),
        Kind(  # the day of the last record of a list
            "decided_on", *_TEXT, "", of_last=True, form="date", repeats=True
        ),
        Kind(  # the place of the last record of a list
            "decided_at", *_TEXT, "", of_last=True, repeats=True
        ),
        Kind("prose", *_BLOCKS, [], is_prose=True),  # text blocks
        Kind(
            "stated_prose", *_BLOCKS, [], has_headings=True
        ),  # text blocks after an emphasised opening statement
        Kind(  # sub-headings, each with text blocks: the NLQF descriptors
            "described_skills",
            _is(KnowledgeAndSkills),
            "the NLQF descriptors",
            {},
            is_prose=True,
            has_parts=True,
            has_headings=True,
        ),
        Kind(  # text blocks with a source statement at the end
            "labour_market",
            _is(LabourMarket),
            "the labour market",
            {"text": []},
            is_prose=True,
            has_headings=True,
        ),
        Kind(  # numbered headings, each with text blocks
            "developments",
            _is_list_of(Development),
            "a list of trends",
            [],
            is_prose=True,
            has_headings=True,
        ),
        Kind("overview", _lists_records_with("id", "name"), "a list of nodes with a name", []),
        Kind(  # names, each with its indicators
            "competencies",
            _lists_records_with("name", "indicators"),
            "a list of competencies",
            [],
            recovered="indicators",
            has_headings=True,
        ),
        Kind(  # names alone
            "competency_names",
            _lists_records_with("name", "indicators"),
            "a list of competencies",
            [],
        ),
        Kind(  # things to know and to be able to do, one by one
            "items",
            _lists_records_with("kind", "text"),
            "a list of knowledge and skills",
            [],
            recovered="knowledge_and_skills",
            has_headings=True,
        ),
        Kind(  # sentences, one by one; a closing line may name the competencies behind them
            "statements", _lists_records_with("id", "text"), "a list of statements", []
        ),
        Kind(  # a table, cell by cell
            "matrix",
            _lists_records_with("row", "column", "value"),
            "a list of cells",
            [],
            takes_table=True,
        ),
    )
}
"""Each kind by its name, in the order in which the documentation lists them."""


_FORMS = tuple(kind.looks_like for kind in KINDS.values() if kind.looks_like is not None)


def shows_a_kind(value: str) -> bool:
    """Whether a value shows by its form alone of which kind it is."""
    return any(looks_like(value) for looks_like in _FORMS)


def shows_kind(value: str, name: str) -> bool:
    """Whether a value looks like one of its kind, so that no sign need part it from its label."""
    looks_like = KINDS[name].looks_like
    return looks_like is not None and looks_like(value)
