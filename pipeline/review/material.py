"""What a review shows: a profile with its trace, its report and its source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.core.errors import UsageError
from pipeline.profile.codec import DecodeError, profile_from_plain
from pipeline.profile.model import Profile

_REPORT = "report.json"


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


def reviewed_profiles(output: Path, sources: Iterable[Path]) -> list[Reviewed]:
    """The profiles of a run's results, in the order of their ids.

    Raises UsageError where the folder holds no results of a run, or damaged ones.
    """
    try:
        report = json.loads((output / _REPORT).read_bytes())
        documents = [d for d in report["documents"] if d["profile"] is not None]
        known = _by_content(sources)
        return sorted(
            (_reviewed(output, document, known) for document in documents),
            key=lambda reviewed: reviewed.profile.id,
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(
            f"{error.filename} is missing; name the folder that `bcp convert` wrote, with json "
            "among its formats"
        ) from error
    except (ValueError, KeyError, TypeError, DecodeError) as error:
        raise UsageError(f"the results in {output} are damaged ({error}); convert again") from error


def _reviewed(output: Path, document: Mapping[str, Any], known: Mapping[str, Path]) -> Reviewed:
    name = output / "json" / document["profile"]
    plain = json.loads(name.with_name(f"{name.name}.json").read_bytes())
    trace = json.loads(name.with_name(f"{name.name}.trace.json").read_bytes())
    source = known.get(document["sha256"])
    return Reviewed(profile_from_plain(plain), plain, trace["leaves"], document, source)


def _by_content(sources: Iterable[Path]) -> dict[str, Path]:
    """The files below some folders by the digest of their bytes: names may have changed."""
    found = {}
    for folder in sources:
        if not folder.exists():
            raise UsageError(f"{folder} does not exist; name with --sources where the sources are")
        files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        for path in files:
            if path.is_file() and not path.is_symlink():
                found[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    return found
