"""What a review shows: a profile with its trace, its report and its source."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.checks.schema import schema_findings
from pipeline.contract.resources import REPORT_FILE, UNFINISHED, unfinished_run
from pipeline.conversion import file_bytes
from pipeline.core.errors import DocumentError, UsageError
from pipeline.core.program import program_digest
from pipeline.core.versions import NEWER, REPORT, TRACE
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.model import PROFILE_ID_PATTERN, Profile
from pipeline.validate import stored_profile

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
        """The profile with all that is known of it. Raises DocumentError BCP603 or BCP504."""
        try:
            file, trace_file = self._files()
            profile, findings = stored_profile(file)
            trace = json.loads(trace_file.read_bytes())
            findings += schema_findings(trace, TRACE)
        except DocumentError as error:
            raise DocumentError(_DAMAGED, f"{self._files()[0]}: {error.message}") from error
        except OSError as error:
            raise DocumentError(_DAMAGED, f"{error.filename}: {error.strerror}") from error
        except (ValueError, RecursionError) as error:
            raise self._damaged(str(error)) from error
        if profile is None or findings:
            first = findings[0]
            if first.code == NEWER:
                raise DocumentError(NEWER, f"what is stored of {self.id}: {first.message}")
            raise self._damaged(f"{first.pointer or 'the file'}: {first.message}")
        plain = profile_to_plain(profile)
        return Reviewed(profile, plain, trace["leaves"], self.report, self.source)

    def _damaged(self, why: str) -> DocumentError:
        message = f"what is stored of {self.id} is no profile with its trace: {why}"
        return DocumentError(_DAMAGED, message)

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
        report = json.loads((output / REPORT_FILE).read_bytes())
        for finding in schema_findings(report, REPORT):
            if finding.code == NEWER:
                raise UsageError(
                    f"the results in {output} were made by a newer program: {finding.message}; "
                    "update bcp"
                )
            raise ValueError(f"{finding.pointer or '/'}: {finding.message}")
        documents = [d for d in report["documents"] if d["profile"] is not None]
        for document in documents:
            # The schema lets a document have none of these, since it may have no profile.
            named = {key: document[key] for key in ("reader", "sha256", "ledger")}
            if not is_profile_id(document["profile"]) or None in named.values():
                raise ValueError(f"{document['file']}: it has no id, or {', '.join(named)} is null")
        known = _by_content(sources)
        found = [Entry(output, document, known.get(document["sha256"])) for document in documents]
        return sorted(found, key=lambda entry: entry.id)
    except (FileNotFoundError, NotADirectoryError) as error:
        if os.path.isdir(output / UNFINISHED):
            raise UsageError(unfinished_run(output)) from error
        raise UsageError(
            f"{error.filename} is missing; name the folder that `bcp convert` wrote"
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the report in {output} is damaged ({error}); convert again") from error


def is_profile_id(text: str) -> bool:
    """Whether it is an id of a profile, of which the names of files are made."""
    return re.fullmatch(PROFILE_ID_PATTERN, text) is not None


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
