"""Profile values to plain JSON values and back, driven by the dataclasses alone.

A class becomes an object with its fields in order, without those that are None;
a tuple becomes an array. Decoding is strict: an unknown key, a missing
required key or a wrong type raises `DecodeError` with its JSON Pointer.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pipeline.core import heartbeat
from pipeline.core.versions import PROFILE, URI_KEY
from pipeline.profile.model import ItemList, Paragraph, Profile


class DecodeError(ValueError):
    """A plain value that does not have the shape of the model; says where and what was expected."""

    def __init__(self, pointer: str, message: str) -> None:
        super().__init__(f"{pointer or '/'}: {message}")
        self.pointer = pointer
        self.message = message


@cache
def field_types(cls: type) -> dict[str, Any]:
    """Field name -> type of a model class, in order, with `| None` taken off."""
    hints = get_type_hints(cls)
    return {f.name: _without_none(hints[f.name]) for f in fields(cls)}


@cache
def _required(cls: type) -> tuple[str, ...]:
    """The fields of a model class that may not be left out."""
    return tuple(f.name for f in fields(cls) if f.metadata.get("required"))


@cache
def required_lists(cls: type) -> tuple[str, ...]:
    """The fields of a model class that hold a list and may not be left out."""
    hints = field_types(cls)
    return tuple(name for name in _required(cls) if get_origin(hints[name]) is tuple)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        rest = tuple(arg for arg in get_args(hint) if arg is not type(None))
        if len(rest) == 1:
            return rest[0]
        return Union[rest]  # noqa: UP007 - built from a tuple
    return hint


def encode(value: Any) -> Any:
    """A model value as plain JSON values."""
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, str) or not is_dataclass(value):
        return value
    heartbeat.beat()
    cls: Any = type(value)
    parts = [(name, getattr(value, name)) for name in field_types(cls)]
    return {name: encode(part) for name, part in parts if part is not None}


def decode(hint: Any, plain: Any, pointer: str = "") -> Any:
    """A plain JSON value as a value of the model type `hint`.

    Raises DecodeError where the shape differs.
    """
    if type(plain) is hint:
        return plain
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(plain, list):
            raise DecodeError(pointer, f"expected a list, found {_kind(plain)}")
        (item_type, _) = get_args(hint)
        return tuple(decode(item_type, item, f"{pointer}/{n}") for n, item in enumerate(plain))
    if origin in (Union, types.UnionType):
        return decode(_block_type(plain, pointer), plain, pointer)
    if origin is Literal:
        if plain not in get_args(hint):
            raise DecodeError(pointer, f"expected {get_args(hint)[0]!r}, found {plain!r}")
        return plain
    if is_dataclass(hint):
        return _decode_object(hint, plain, pointer)
    if hint is int and isinstance(plain, float) and plain.is_integer():
        # JSON knows one kind of number: 2019.0 is the integer 2019.
        return int(plain)
    raise DecodeError(pointer, f"expected {hint.__name__}, found {_kind(plain)}")


def _block_type(plain: Any, pointer: str) -> type:
    kinds = {"paragraph": Paragraph, "list": ItemList}
    kind = plain.get("type") if isinstance(plain, dict) else None
    if kind not in kinds:
        raise DecodeError(pointer, "expected a text block with type 'paragraph' or 'list'")
    return kinds[kind]


def _decode_object(cls: Any, plain: Any, pointer: str) -> Any:
    if not isinstance(plain, dict):
        raise DecodeError(pointer, f"expected an object, found {_kind(plain)}")
    heartbeat.beat()
    known = field_types(cls)
    for key in plain:
        if key not in known:
            raise DecodeError(
                f"{pointer}/{key}", f"unknown key; expected one of {', '.join(known)}"
            )
    for name in _required(cls):
        if name not in plain:
            raise DecodeError(pointer, f"the key {name!r} is missing")
    values = {key: decode(known[key], value, f"{pointer}/{key}") for key, value in plain.items()}
    try:
        return cls(**values)
    except TypeError as error:
        raise DecodeError(pointer, str(error)) from error


def _kind(plain: Any) -> str:
    return "null" if plain is None else type(plain).__name__


def profile_to_plain(profile: Profile) -> dict[str, Any]:
    """The profile's JSON object, `$schema` first."""
    return {URI_KEY: PROFILE.uri, **encode(profile)}


def profile_from_plain(plain: Any) -> Profile:
    """The profile of a JSON object that was written by `profile_to_plain`.

    It may be of any version that is read, and is one of today then. Raises DecodeError where the
    shape differs, VersionError where the version does.
    """
    if not isinstance(plain, dict):
        raise DecodeError("", f"expected an object, found {_kind(plain)}")
    if URI_KEY not in plain:
        raise DecodeError("", f"the key {URI_KEY!r} is missing")
    PROFILE.told(plain)
    told = PROFILE.in_version(plain, PROFILE.version)
    profile: Profile = decode(Profile, {k: v for k, v in told.items() if k != URI_KEY})
    return profile
