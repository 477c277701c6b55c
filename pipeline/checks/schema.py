"""Stored JSON against the public schema of its own version: one finding per violation.

`BCP501` is a violation, with the JSON Pointer of the value. What only a newer program can have
written is one finding (`BCP504`), and so is a file that tells no version that there is (`BCP505`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.checks.sure import Test, surely_keeps
from pipeline.checks.unknown import Unknown, finding_of_unknown
from pipeline.contract.resources import released_after, schema_text, schema_version_for
from pipeline.core import heartbeat
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.versions import PROFILE, Artefact, VersionError

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

JSON_VIOLATION = "BCP501"

# A message shows this much of a value.
SHOWN_CHARACTERS = 80


def schema_findings(plain: Any, artefact: Artefact = PROFILE) -> list[Diagnostic]:
    """The violations of the schema of its own version by a plain value of an artefact."""
    if not isinstance(plain, dict):
        return _findings(_violations(plain, artefact, artefact.version))
    try:
        version = schema_version_for(artefact, artefact.told(plain))
    except VersionError as error:
        return [Diagnostic(error.code, error.message, pointer=error.pointer or None)]
    told = artefact.in_version(plain, version)
    if _sure(artefact.file_of(version))(told):
        return []
    violations = _violations(told, artefact, version)
    if unknown := _unknown_alone(violations):
        fitting = _later_version_of(plain, artefact, version)
        return [finding_of_unknown(unknown, artefact, version, fitting)]
    return _findings(violations)


def load_schema(artefact: Artefact = PROFILE) -> None:
    """Compile the schema of today's files, so that each process finds it compiled."""
    _sure(artefact.file)
    _json_validator(artefact.file)


def _later_version_of(plain: dict[str, Any], artefact: Artefact, version: str) -> str | None:
    """The first released version after the one that is told to which a file keeps; or None."""
    for later in released_after(artefact, version):
        if not _violations(artefact.in_version(plain, later), artefact, later):
            return later
    return None


def _violations(plain: Any, artefact: Artefact, version: str) -> list[ValidationError]:
    validator = _json_validator(artefact.file_of(version))
    return [error for found in validator.iter_errors(plain) for error in _specific(found)]


def _findings(violations: Iterable[ValidationError]) -> list[Diagnostic]:
    return [
        Diagnostic(JSON_VIOLATION, _message(error), pointer=_pointer(error.absolute_path))
        for error in violations
    ]


def _unknown_alone(violations: Iterable[ValidationError]) -> list[Unknown]:
    """The keys that a schema does not have; none where more is amiss, or one looks misspelt."""
    found: list[Unknown] = []
    for error in violations:
        heartbeat.beat()
        if error.validator != "additionalProperties" or error.validator_value is not False:
            return []
        known = _properties(error.schema)
        here = _pointer(error.absolute_path)
        instance: Any = error.instance
        keys = [key for key in instance if key not in known]
        unknown = [Unknown(key, f"{here}/{_escaped(key)}") for key in keys]
        if any(one.is_misspelt(known) for one in unknown):
            return []
        found += unknown
    return found


def _properties(schema: Any) -> Iterable[str]:
    """The keys that a part of a schema has."""
    names: Iterable[str] = schema["properties"]
    return names


@cache
def _sure(file: str) -> Test:
    return surely_keeps(json.loads(schema_text(file)))


@cache
def _json_validator(file: str) -> Draft202012Validator:
    """The compiled schema; jsonschema is loaded here, since hardly any conversion needs it."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    schema = json.loads(schema_text(file))
    properties = Draft202012Validator.VALIDATORS["properties"]

    def watched(*arguments: Any) -> Iterator[ValidationError]:
        """What an object's properties are held against, with a sign of life for each object."""
        heartbeat.beat()
        yield from properties(*arguments)

    checker = Draft202012Validator.FORMAT_CHECKER
    watching = extend(Draft202012Validator, {"properties": watched})  # type: ignore[no-untyped-call]
    validator: Draft202012Validator = watching(schema, format_checker=checker)
    return validator


def _specific(error: ValidationError) -> Iterator[ValidationError]:
    """The violations within the kind of text block that `type` names.

    The error itself where it is about something else, or where `type` names no kind.
    """
    kinds: dict[Any, list[ValidationError]] = {}
    for cause in error.context or ():
        kinds.setdefault(cause.schema_path[0], []).append(cause)
    named = [causes for causes in kinds.values() if all(c.validator != "const" for c in causes)]
    if len(named) == 1:
        yield from named[0]
    else:
        yield error


def _pointer(path: Iterable[str | int]) -> str:
    """JSON Pointer (RFC 6901) of a path; empty for the whole file."""
    return "".join(f"/{_escaped(str(part))}" for part in path)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _message(error: ValidationError) -> str:
    """What was expected and what was found; the validator's own words for the other keywords."""
    words = EXPECTATIONS.get(str(error.validator))
    if words is None:
        return _shortened(error.message)
    return f"expected {words(error)}, found {_shown(error.instance)}"


EXPECTATIONS: dict[str, Callable[[Any], str]] = {
    "type": lambda error: f"a value of type {error.validator_value}",
    "const": lambda error: _shown(error.validator_value),
    "enum": lambda error: f"one of {', '.join(map(_shown, error.validator_value))}",
    "pattern": lambda error: f"a text{_like(error)}",
    "format": lambda error: f"a valid {error.validator_value}{_like(error)}",
    "minLength": lambda _: "a text that is not empty",
    "oneOf": lambda _: "a text block of type 'paragraph' or 'list'",
}


def _like(error: Any) -> str:
    """The first example of the schema that was violated, where it has any."""
    return "".join(f" like {_shown(example)}" for example in error.schema.get("examples", ())[:1])


def _shown(value: Any) -> str:
    return _shortened(repr(value))


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…"
