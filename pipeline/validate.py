"""Profile files made or edited elsewhere: JSON or XML to findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.checks.rules import rule_findings
from pipeline.checks.schema import schema_findings
from pipeline.checks.xml_schema import xml_findings
from pipeline.contract.xml_versions import NAMESPACES
from pipeline.conversion import file_bytes
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.versions import COMPARISON, TRACE
from pipeline.profile.codec import DecodeError, profile_from_plain
from pipeline.profile.model import Profile
from pipeline.writers import WRITERS
from pipeline.writers.xml_profile import profile_from_xml

Stored = tuple[Profile | None, list[Diagnostic]]
# So much of a file shows what it is.
_OPENING = 1000
_SUFFIXES = (".json", ".xml")
_OTHER_FOLDERS = {writer.name for writer in WRITERS} - {"json", "xml"}
# What stands beside profiles, by name and by the schema that it says it keeps to.
_OTHER_FILES = {"report.json", "datapackage.json", "csv-metadata.json"}
_OTHER_ENDING = ".trace.json"
_OTHER_SCHEMAS = tuple(artefact.uris.encode() for artefact in (TRACE, COMPARISON))


def validate_file(path: str | Path) -> list[Diagnostic]:
    """What is amiss in a profile file by syntax, schema and rules.

    The form is told by content. Raises DocumentError BCP107 where the file cannot be read.
    """
    profile, findings = stored_profile(path)
    return findings if profile is None else rule_findings(profile)


def stored_profile(path: str | Path) -> Stored:
    """The profile in a JSON or XML file; without one, why syntax or schema forbid it.

    Raises DocumentError BCP107 where the file cannot be read.
    """
    data = file_bytes(Path(path))
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return _xml(data) if is_xml else _json(data)


def is_stored(path: Path) -> bool:
    """Whether a file looks like a profile in JSON or XML, and not like a document."""
    start = _opening(path)
    return start.startswith(b"{") or (start.startswith(b"<") and NAMESPACES.encode() in start)


def _opening(path: Path) -> bytes:
    """The first bytes of a file, white space left out; none of what cannot be read."""
    try:
        # A pipe would wait for somebody to write into it.
        if not path.is_file():
            return b""
        with path.open("rb") as stream:
            return stream.read(_OPENING).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError:
        return b""


def profile_files(folder: Path) -> list[Path]:
    """The profile files below a folder; what only stands beside profiles is none."""
    below = (path for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES)
    # A hidden folder is what a run has not published yet.
    shown = (path for path in below if not _is_hidden(path.relative_to(folder)))
    return [path for path in shown if path.is_file() and not stands_beside(path)]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def stands_beside(path: Path) -> bool:
    """Whether a file found in a folder is one that runs write beside their profiles.

    Traces, reports, comparisons, descriptors of tables and JSON of other formats are.
    """
    if path.suffix not in _SUFFIXES:
        return False
    if path.name in _OTHER_FILES or path.name.endswith(_OTHER_ENDING):
        return True
    start = _opening(path)
    return path.parent.name in _OTHER_FOLDERS or any(schema in start for schema in _OTHER_SCHEMAS)


def _json(data: bytes) -> Stored:
    try:
        plain = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        return _refused(error.msg, Place(line=error.lineno, column=error.colno))
    except UnicodeDecodeError as error:
        return _refused(f"not UTF-8 at byte {error.start}")
    except RecursionError:
        return _refused("nested too deeply to be a profile")
    except ValueError as error:
        return _refused(str(error))
    # What breaks the schema cannot be held against the rules.
    if found := schema_findings(plain):
        return None, found
    try:
        return profile_from_plain(plain), []
    except DecodeError as error:
        return None, [Diagnostic("BCP501", error.message, pointer=error.pointer or None)]


def _refused(why: str, place: Place | None = None) -> Stored:
    return None, [Diagnostic("BCP503", why, place)]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key that stands twice would lose its first value in silence."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _xml(data: bytes) -> Stored:
    if found := xml_findings(data):
        return None, found
    try:
        return profile_from_xml(data), []
    except DecodeError as error:
        return None, [Diagnostic("BCP502", error.message, pointer=error.pointer or None)]
