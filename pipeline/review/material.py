"""What a review shows: a profile with its trace, its report and its source."""

from __future__ import annotations

import hashlib
import json
import re
import reprlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.conversion import file_bytes
from pipeline.core.diagnostics import Severity
from pipeline.core.errors import DocumentError, UsageError
from pipeline.core.program import program_digest
from pipeline.profile.codec import DecodeError, profile_from_plain
from pipeline.profile.model import PROFILE_ID_PATTERN, Profile

_REPORT = "report.json"
_DAMAGED = "BCP603"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A profile, its plain values, its trace by pointer, its part of the report.

    `source` is the file of the document; None where it was not found.
    """

    profile: Profile
    plain: Mapping[str, Any]
    trace: Mapping[str, Any]
    report: Mapping[str, Any]
    source: Path | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A profile that a run tells of, not read yet: the results, its report, where its source is."""

    output: Path
    report: Mapping[str, Any]
    source: Path | None

    @property
    def id(self) -> str:
        """The id of the profile."""
        found: str = self.report["profile"]
        return found

    def reviewed(self) -> Reviewed:
        """The profile with all that is known of it. Raises DocumentError BCP603."""
        try:
            profile, trace = (json.loads(path.read_bytes()) for path in self._files())
            return Reviewed(
                profile_from_plain(profile), profile, trace["leaves"], self.report, self.source
            )
        except OSError as error:
            message = f"{error.filename}: {error.strerror}"
        except (ValueError, KeyError, TypeError, DecodeError) as error:
            message = f"what is stored of {self.id} is no profile with its trace: {error}"
        raise DocumentError(_DAMAGED, message)

    def made_of(self) -> str:
        """A digest of all that the page of the profile is made of."""
        digest = hashlib.sha256(program_digest().encode())
        digest.update(json.dumps(self.report, sort_keys=True).encode())
        # The source is found by the digest that the report tells.
        digest.update(b"with source" if self.source is not None else b"without")
        for path in self._files():
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()

    def _files(self) -> tuple[Path, Path]:
        folder = self.output / "json"
        return folder / f"{self.id}.json", folder / f"{self.id}.trace.json"


def entries_of(output: Path, sources: Iterable[Path]) -> list[Entry]:
    """The profiles that the last run into a folder tells of, in the order of their ids.

    Raises UsageError where the folder holds no results of a run, or a damaged report, and where a
    source is not there.
    """
    try:
        report = json.loads((output / _REPORT).read_bytes())
        documents = list(_documents(report))
        known = _by_content(sources)
        found = [Entry(output, document, known.get(document["sha256"])) for document in documents]
        return sorted(found, key=lambda entry: entry.id)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(
            f"{error.filename} is missing; name the folder that `bcp convert` wrote"
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the report in {output} is damaged ({error}); convert again") from error


def is_profile_id(text: str) -> bool:
    """Whether it is an id of a profile, of which the names of files are made."""
    return re.fullmatch(PROFILE_ID_PATTERN, text) is not None


# What a review shows of a document, by what it must be.
_FINDING = {"code": str, "severity": str, "message": str, "remedy": str}
_LEDGER = {
    "source": int,
    "markup": dict,
    "accounts": dict,
    "missing": int,
    "invented": int,
    "closed": bool,
}
_DOCUMENT = {
    "profile": str,
    "file": str,
    "sha256": str,
    "reader": str,
    "findings": [_FINDING],
    "ledger": _LEDGER,
}


def _documents(report: Any) -> Iterator[Mapping[str, Any]]:
    """The parts of a report that tell of a profile. Raises ValueError where one is damaged."""
    _check(report, {"documents": [dict]}, "the report")
    for number, document in enumerate(report["documents"]):
        where = f"documents/{number}"
        if document.get("profile", "") is None:
            continue
        _check(document, _DOCUMENT, where)
        if not is_profile_id(document["profile"]):
            raise _unexpected("the id of a profile", document["profile"], f"{where}/profile")
        for finding in document["findings"]:
            if finding["severity"] not in set(Severity):
                raise _unexpected(
                    "error, warning or info", finding["severity"], f"{where}/severity"
                )
        yield document


def _check(value: Any, shape: Any, where: str) -> None:
    """Raises ValueError where a value is not of a shape: a type, or a list or an object of some."""
    kind: Any = shape if isinstance(shape, type) else type(shape)
    if not isinstance(value, kind):
        raise _unexpected(_KINDS[kind], value, where)
    if kind is list and shape is not list:
        for number, one in enumerate(value):
            _check(one, shape[0], f"{where}/{number}")
    elif kind is dict and shape is not dict:
        for key, inner in shape.items():
            if key not in value:
                raise ValueError(f"{where}: expected {key}, which is not there")
            _check(value[key], inner, f"{where}/{key}")


_KINDS = {str: "a text", int: "a number", bool: "true or false", list: "a list", dict: "an object"}


def _unexpected(what: str, value: object, where: str) -> ValueError:
    return ValueError(f"{where}: expected {what}, not {reprlib.repr(value)}")


def _by_content(sources: Iterable[Path]) -> dict[str, Path]:
    """The files below some folders by the digest of their bytes: names may have changed."""
    found = {}
    for path in _files_below(sources):
        try:
            found[hashlib.sha256(file_bytes(path)).hexdigest()] = path
        except DocumentError:
            # What cannot be read, or is too large for a document, was no source.
            continue
    return found


def _files_below(sources: Iterable[Path]) -> Iterator[Path]:
    for folder in sources:
        if not folder.exists():
            raise UsageError(f"{folder} does not exist; name with --sources where the sources are")
        files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        yield from (path for path in files if path.is_file() and not path.is_symlink())
