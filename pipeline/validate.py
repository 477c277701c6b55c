"""Profile files made or edited elsewhere: JSON or XML to findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.checks.rules import rule_findings
from pipeline.checks.schema import schema_findings, xml_findings
from pipeline.conversion import file_bytes
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.profile.codec import DecodeError, profile_from_plain
from pipeline.writers.xml_profile import profile_from_xml

SUFFIXES = (".json", ".xml")


def validate_file(path: str | Path) -> list[Diagnostic]:
    """What is amiss in a profile file by syntax, schema and rules.

    The form is told by content. Raises DocumentError BCP107 where the file cannot be read.
    """
    data = file_bytes(Path(path))
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return _xml(data) if is_xml else _json(data)


def _json(data: bytes) -> list[Diagnostic]:
    try:
        plain = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        return [Diagnostic("BCP503", error.msg, Place(line=error.lineno, column=error.colno))]
    except UnicodeDecodeError as error:
        return [Diagnostic("BCP503", f"not UTF-8 at byte {error.start}")]
    except RecursionError:
        return [Diagnostic("BCP503", "nested too deeply to be a profile")]
    except ValueError as error:
        return [Diagnostic("BCP503", str(error))]
    # What breaks the schema cannot be held against the rules.
    found = schema_findings(plain)
    if found:
        return found
    try:
        return rule_findings(profile_from_plain(plain))
    except DecodeError as error:
        return [Diagnostic("BCP501", error.message, pointer=error.pointer or None)]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key that stands twice would lose its first value in silence."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _xml(data: bytes) -> list[Diagnostic]:
    found = xml_findings(data)
    if found:
        return found
    try:
        return rule_findings(profile_from_xml(data))
    except DecodeError as error:
        return [Diagnostic("BCP502", error.message, pointer=error.pointer or None)]
