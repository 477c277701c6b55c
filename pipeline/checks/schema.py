"""Profile JSON and XML against the public schemas: one finding per violation.

`BCP501` is a violation of the JSON Schema, with the JSON Pointer of the value;
`BCP502` one of the XSD, with its line; `BCP503` is XML that is not well-formed
or declares a document type.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.contract.resources import schema_text
from pipeline.contract.xsd import XML_NAMESPACE, XML_PARSER_OPTIONS
from pipeline.core import heartbeat
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.versions import PROFILE, XML

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError
    from lxml import etree

JSON_VIOLATION = "BCP501"
XML_VIOLATION = "BCP502"
NOT_WELL_FORMED = "BCP503"

# A message shows this much of a value.
SHOWN_CHARACTERS = 80


def schema_findings(plain: Any) -> list[Diagnostic]:
    """The violations of the profile schema by a plain JSON value."""
    return [
        Diagnostic(JSON_VIOLATION, _message(error), pointer=_pointer(error.absolute_path))
        for found in _json_validator().iter_errors(plain)
        for error in _specific(found)
    ]


@cache
def _json_validator() -> Draft202012Validator:
    """The compiled schema; jsonschema is loaded here, since a conversion may need none."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    schema = json.loads(schema_text(PROFILE.file))
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
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in path)
    return "".join(f"/{part}" for part in parts)


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


def xml_findings(data: bytes) -> list[Diagnostic]:
    """The violations of the XSD by the bytes of an XML file, in the order of the lines."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(**XML_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        place = Place(line=error.lineno or 1, column=max(error.offset or 1, 1))
        return [Diagnostic(NOT_WELL_FORMED, error.msg, place)]
    if root.getroottree().docinfo.internalDTD is not None:
        message = "expected no document type declaration"
        return [Diagnostic(NOT_WELL_FORMED, message, Place(line=1, column=1))]
    schema = _xml_schema()
    schema.validate(root)
    violations: Any = schema.error_log  # lxml-stubs do not tell that a log can be iterated
    return [_xml_finding(entry) for entry in violations]


@cache
def _xml_schema() -> etree.XMLSchema:
    from lxml import etree

    return etree.XMLSchema(etree.fromstring(schema_text(XML.file).encode()))


def _xml_finding(entry: Any) -> Diagnostic:
    """A finding in the words of the validator, without the namespace that every name has.

    libxml2 reports the line only, so the finding points at its start.
    """
    message = entry.message.replace(f"{{{XML_NAMESPACE}}}", "")
    return Diagnostic(XML_VIOLATION, message, Place(line=max(entry.line, 1), column=1))
