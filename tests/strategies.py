"""Profiles for tests, built by reflection over the model: arbitrary, whole and hollow ones."""

from __future__ import annotations

import re
import uuid
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from pipeline.contract.shapes import Kind, ModelField, example_object, model_fields
from pipeline.profile.codec import decode, encode, field_types
from pipeline.profile.model import (
    ELEMENT_ID_PATTERN,
    ISO_DATE_PATTERN,
    ItemList,
    Paragraph,
    Profile,
)
from tests.suites import examples

ROUND_TRIP = examples(fast=25, slow=150)

# The text of a profile has no line breaks and no control characters, and white space around none.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cs", "Zl", "Zp"))
TEXTS = st.text(CHARACTERS, max_size=12).map(str.strip)
ITEMS = st.text(CHARACTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
_ANY_ID = f"bcp-{uuid.UUID(int=0, version=5)}"
CODE_CHARACTERS = st.characters(codec="ascii", min_codepoint=33, exclude_characters="~\x7f")


@cache
def profiles() -> st.SearchStrategy[Profile]:
    """Arbitrary valid profiles: optional fields absent, empty or filled."""
    return _objects(Profile).map(with_own_ids)


@cache
def core_task_profiles() -> st.SearchStrategy[Profile]:
    """Profiles of core tasks, with something in every list of nodes at every depth."""
    drawn = {field.name: _values(field, filled=True) for field in model_fields(Profile)}
    return st.builds(Profile, **{**drawn, "roles": st.none()}).map(with_own_ids)


def whole_profile() -> Profile:
    """A profile in which every field of the model is filled with its example."""
    profile: Profile = decode(Profile, example_object(Profile, whole=True))
    return with_own_ids(profile)


def hollow_profile() -> Profile:
    """A profile in which every field that may be empty is there and empty."""
    whole = example_object(Profile, whole=True)
    profile: Profile = decode(Profile, _hollow(Profile, whole))
    return profile


def _hollow(cls: type, plain: dict[str, Any]) -> dict[str, Any]:
    return {
        field.name: _hollow_value(field, plain[field.name])
        for field in model_fields(cls)
        if field.required or field.hint is not int
    }


def _hollow_value(field: ModelField, value: Any) -> Any:
    if field.kind is Kind.OBJECT:
        return _hollow(field.hint, value)
    if field.kind is Kind.SCALAR:
        return "" if field.may_be_empty else value
    return []


def with_own_ids(profile: Profile) -> Profile:
    """The profile with another identifier for each element."""
    plain = encode(profile)
    for number, element in enumerate(_elements(plain)):
        element["id"] = f"bcp-{uuid.UUID(int=number << 80, version=5)}"
    renamed: Profile = decode(Profile, plain)
    return renamed


def _elements(plain: Any) -> list[dict[str, Any]]:
    """The objects below a plain value that have the identifier of an element."""
    below = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    found = [element for value in below for element in _elements(value)]
    own = plain.get("id", "") if isinstance(plain, dict) else ""
    return [plain, *found] if re.search(ELEMENT_ID_PATTERN, own) else found


def _objects(cls: type, *, filled: bool = False) -> st.SearchStrategy[Any]:
    fields = model_fields(cls)
    return st.builds(cls, **{field.name: _values(field, filled=filled) for field in fields})


def _values(field: ModelField, *, filled: bool = False) -> st.SearchStrategy[Any]:
    """Values of a field; where `filled` is asked for, a list of nodes is there and has some."""
    if filled and field.kind is Kind.OBJECTS and "id" in field_types(field.member):
        return _tuples(_objects(field.member, filled=True), fewest=1)
    present = _present_values(field)
    return present if field.required else st.none() | present


def _present_values(field: ModelField) -> st.SearchStrategy[Any]:
    match field.kind:
        case Kind.SCALAR:
            return _scalars(field)
        case Kind.OBJECT:
            return _objects(field.hint)
        case Kind.BLOCKS:
            return _tuples(BLOCKS)
        case Kind.STRINGS:
            return _tuples(ITEMS)
        case Kind.OBJECTS:
            return _tuples(_objects(field.member))


def _scalars(field: ModelField) -> st.SearchStrategy[Any]:
    if field.choices or field.const:
        return st.sampled_from(field.choices or (field.const,))
    if field.pattern == ISO_DATE_PATTERN:
        days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
        return st.builds(
            lambda day, end: day.isoformat()[:end], days, st.sampled_from((0, 4, 7, 10))
        )
    if field.pattern == ELEMENT_ID_PATTERN:
        # Each element gets one of its own in the end; to draw them takes longest.
        return st.just(_ANY_ID)
    if field.pattern:
        return st.from_regex(
            re.compile(field.pattern, re.ASCII), fullmatch=True, alphabet=CODE_CHARACTERS
        )
    if field.hint is int:
        return st.integers(field.minimum, field.maximum)
    return TEXTS


def _tuples(members: st.SearchStrategy[Any], fewest: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(members, min_size=fewest, max_size=2).map(tuple)


BLOCKS = st.one_of(
    st.builds(Paragraph, text=TEXTS),
    st.builds(ItemList, ordered=st.booleans(), items=_tuples(ITEMS)),
)
