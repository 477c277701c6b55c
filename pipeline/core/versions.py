"""The version of each artefact, none tied to another, and which versions of others are read.

Versions are semantic: a program reads each artefact of its own major number, as far as the minor
number is not above its own. A third number tells of changed documentation alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Made by a newer program, and: what the file says of its version is no sense or not one thing.
NEWER, UNCLEAR = "BCP504", "BCP505"
URI_KEY, NUMBER_KEY = "$schema", "schema_version"
_URIS = "urn:bcp-pipeline:schema:"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)
# A message shows this much of what stands in the place of a version.
_SHOWN = 60

Number = tuple[int, int, int]


class VersionError(ValueError):
    """A file of a version that is not read, or that does not tell which one it is of.

    `code` is a key of the catalogue, `pointer` the JSON Pointer of what tells the version.
    """

    def __init__(self, code: str, message: str, pointer: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.pointer = pointer


@dataclass(frozen=True, slots=True)
class Artefact:
    """A kind of file that others may rely on: its name, the version that is written, its schema.

    A schema file is named `stem`, version, `ending`; `keys` are those by which a file in JSON tells
    what it keeps to: the URI of its schema, the number of its version.
    """

    name: str
    version: str
    stem: str
    ending: str
    keys: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of the schema file of the version that is written."""
        return self.file_of(self.version)

    def file_of(self, version: str) -> str:
        """The name of the schema file of a version."""
        return f"{self.stem}-{version}{self.ending}"

    @property
    def uri(self) -> str:
        """The `$schema` of the files that are written."""
        return self.uri_of(self.version)

    def uri_of(self, version: str) -> str:
        """The `$schema` of the files of a version."""
        return f"{self.uris}{version}"

    @property
    def uris(self) -> str:
        """What the URIs of all versions begin with."""
        return f"{_URIS}{self.stem}:"

    def told(self, plain: Mapping[str, Any]) -> str:
        """The version that a file tells, which this program reads. Raises VersionError."""
        versions = {key: self._told_by(key, plain[key]) for key in self.keys if key in plain}
        if not versions:
            expected = " or ".join(self.keys)
            raise VersionError(UNCLEAR, f"the file tells no version; expected the key {expected}")
        if len(set(versions.values())) > 1:
            said = " and ".join(f"{key} tells {version}" for key, version in versions.items())
            raise VersionError(UNCLEAR, f"two versions: {said}", f"/{NUMBER_KEY}")
        ((key, version), *_) = versions.items()
        self.require_read(version, f"/{key}")
        return version

    def in_version(self, plain: Mapping[str, Any], version: str) -> dict[str, Any]:
        """The values of a file with another version in the place of its own."""
        told = {URI_KEY: self.uri_of(version), NUMBER_KEY: version}
        return {key: told[key] if key in self.keys else value for key, value in plain.items()}

    def require_read(self, version: str, pointer: str = "") -> None:
        """VersionError for a version that this program does not read, or that is none."""
        major, minor, _ = parsed(version, pointer)
        own_major, own_minor, _ = parsed(self.version)
        if (major, minor) > (own_major, own_minor):
            message = f"version {version} of the {self.name}; this program reads {self.read}"
            raise VersionError(NEWER, message, pointer)
        if major < own_major:
            message = f"there is no version {version} of the {self.name} that can be read"
            raise VersionError(UNCLEAR, f"{message}; expected {self.read}", pointer)

    @property
    def read(self) -> str:
        """The versions that are read, in words."""
        return f"{self.version.partition('.')[0]}.0.0 to {self.version}"

    def _told_by(self, key: str, value: Any) -> str:
        pointer = f"/{key}"
        if key == NUMBER_KEY:
            parsed(value, pointer)
            return str(value)
        if not isinstance(value, str) or not value.startswith(self.uris):
            message = f"expected {self.uris}<version>, found {_shown(value)}"
            raise VersionError(UNCLEAR, message, pointer)
        version = value.removeprefix(self.uris)
        parsed(version, pointer)
        return version


def parsed(version: Any, pointer: str = "") -> Number:
    """The three numbers of a version. Raises VersionError for what is none."""
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if found is None:
        message = f"expected a version like 1.0.0, found {_shown(version)}"
        raise VersionError(UNCLEAR, message, pointer)
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_JSON = ".schema.json"

PROFILE = Artefact("profile", "1.1.0", "bcp-profile", _JSON, (URI_KEY, NUMBER_KEY))
XML = Artefact("xml", "1.2.0", "bcp-profile", ".xsd")
TABLES = Artefact("tables", "1.1.0", "bcp-tables", ".json")
TRACE = Artefact("trace", "1.0.0", "bcp-trace", _JSON, (URI_KEY,))
REPORT = Artefact("report", "1.1.0", "bcp-report", _JSON, (NUMBER_KEY,))
COMPARISON = Artefact("comparison", "1.0.0", "bcp-comparison", _JSON, (URI_KEY,))

ARTEFACTS = (PROFILE, XML, TABLES, TRACE, REPORT, COMPARISON)
