"""Model classes as descriptions that every projection reads: fields, types, documentation.

JSON Schema, XSD, XML, tables and dictionary all walk the same `ModelField`
values, so a field that is added to the model appears in each of them.
A type that no projection knows is refused with a TypeError.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pipeline.core.versions import NUMBER_KEY, Artefact
from pipeline.profile.model import Blocks, ItemList, Paragraph


class Kind(StrEnum):
    """What the value of a field of the profile is made of."""

    SCALAR = "scalar"
    BLOCKS = "blocks"
    STRINGS = "strings"
    OBJECT = "object"
    OBJECTS = "objects"


@dataclass(frozen=True)
class ModelField:
    """One field of a model class: its type (without None), documentation and constraints."""

    name: str
    hint: Any
    nullable: bool
    title: str
    description: str
    examples: tuple[Any, ...] = ()
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    const: str = ""
    minimum: int | None = None
    maximum: int | None = None
    singular: str = ""
    mark: str = ""

    @cached_property
    def kind(self) -> Kind:
        """What the value is made of; TypeError for a type that no projection knows."""
        if self.hint == Blocks:
            return Kind.BLOCKS
        if is_dataclass(self.hint):
            return Kind.OBJECT
        if get_origin(self.hint) is tuple:
            return Kind.STRINGS if self.member is str else Kind.OBJECTS
        if self.hint in (str, int):
            return Kind.SCALAR
        raise TypeError(f"{self.name}: no projection knows the type {self.hint}")

    @property
    def member(self) -> Any:
        """The type of the members of a list."""
        return get_args(self.hint)[0]

    @property
    def may_be_empty(self) -> bool:
        """Whether the empty text is a value of the field."""
        if self.choices or self.const:
            return "" in self.choices
        return self.hint is str and re.search(self.pattern, "") is not None


# The model documents the two kinds of text block as classes only; this is the rest.
BLOCK_DOCUMENTATION: dict[tuple[type, str], dict[str, Any]] = {
    (Paragraph, "type"): {"title": "Soort", "description": "Tells a paragraph from a list."},
    (Paragraph, "text"): {
        "title": "Tekst",
        "description": "The text of the paragraph, white space collapsed.",
        "examples": ("De havenmeester werkt in een jachthaven.",),
    },
    (ItemList, "type"): {"title": "Soort", "description": "Tells a list from a paragraph."},
    (ItemList, "ordered"): {
        "title": "Genummerd",
        "description": "Whether the markers were numbers or letters.",
        "examples": (False,),
    },
    (ItemList, "items"): {
        "title": "Onderdelen",
        "description": "The items in document order, without their markers.",
        "examples": ("wijst ligplaatsen toe;", "int het havengeld."),
        "singular": "item",
    },
}


def split_none(hint: Any) -> tuple[Any, bool]:
    """A type without `None`, and whether `None` was in it."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    rest = tuple(arg for arg in get_args(hint) if arg is not type(None))
    without = rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007 - built from a tuple
    return without, len(rest) < len(get_args(hint))


@cache
def model_fields(cls: type) -> tuple[ModelField, ...]:
    """The fields of a model class, in document order."""
    hints = get_type_hints(cls)
    return tuple(_model_field(cls, f, hints[f.name]) for f in fields(cls))


def fields_in(cls: type, artefact: Artefact) -> tuple[ModelField, ...]:
    """The fields of a class as an artefact has them: each tells in `schema_version` its own."""
    return tuple(
        replace(field, const=artefact.version, examples=(artefact.version,))
        if field.name == NUMBER_KEY
        else field
        for field in model_fields(cls)
    )


def _model_field(cls: type, declared: Field[Any], hint: Any) -> ModelField:
    without, nullable = split_none(hint)
    documentation = dict(declared.metadata)
    if not documentation:
        documentation = {"required": True} | BLOCK_DOCUMENTATION[cls, declared.name]
    return ModelField(name=declared.name, hint=without, nullable=nullable, **documentation)


def classes_in(hint: Any) -> Iterator[type]:
    """The model classes that a type mentions, such as the two block classes of `Blocks`."""
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for argument in get_args(hint):
        yield from classes_in(argument)


def classes_below(cls: type) -> tuple[type, ...]:
    """A class and all classes that its fields lead to, each once, in document order."""
    found = {cls: None}
    for field in model_fields(cls):
        for mentioned in classes_in(field.hint):
            found |= dict.fromkeys(classes_below(mentioned))
    return tuple(found)


def class_title(cls: type) -> str:
    """The Dutch title of a class: its docstring up to the colon."""
    return (cls.__doc__ or "").partition(": ")[0]


def class_description(cls: type) -> str:
    """The description of a class: its docstring after the colon, as a sentence."""
    text = " ".join((cls.__doc__ or "").partition(": ")[2].split())
    return text[:1].upper() + text[1:]


def examples_of(field: ModelField) -> tuple[Any, ...]:
    """Plain JSON examples of a field: its own, or composed from those of its class."""
    if field.examples:
        return (list(field.examples),) if get_origin(field.hint) is tuple else field.examples
    return (_example_of_type(field.hint, whole=False),)


def example_object(cls: type, *, whole: bool) -> dict[str, Any]:
    """A plain JSON example of a class: all its fields, or the least that says something."""
    chosen = model_fields(cls)
    if not whole:
        chosen = tuple(field for field in chosen if field.required) or chosen[:1]
    return {field.name: _example_value(field, whole=whole) for field in chosen}


def _example_value(field: ModelField, *, whole: bool) -> Any:
    return examples_of(field)[0] if field.examples else _example_of_type(field.hint, whole=whole)


def _example_of_type(hint: Any, *, whole: bool) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        return example_object(hint, whole=whole)
    if hint == Blocks:
        return [_example_of_type(block, whole=whole) for block in classes_in(hint)]
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if get_origin(hint) in (Union, types.UnionType):
        return _example_of_type(get_args(hint)[0], whole=whole)
    if get_origin(hint) is tuple:
        return [_example_of_type(get_args(hint)[0], whole=whole)]
    raise TypeError(f"an example is missing for a field of type {hint}")
