"""What the results of earlier runs still hold: same source, same program, same files."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.batch.outcomes import Outcome
from pipeline.batch.sources import SourceFile, Sources
from pipeline.batch.state import KnownFile, Plain, State, files_of_document
from pipeline.conversion import file_bytes
from pipeline.core.catalogue import CATALOGUE
from pipeline.core.diagnostics import Diagnostic, Place, Severity
from pipeline.core.errors import DocumentError
from pipeline.core.program import program_digest
from pipeline.families import Family
from pipeline.isolation.parcels import Found
from pipeline.profile.trace import Ledger
from pipeline.writers.order import Order


def fingerprint(order: Order, *more: str, families: tuple[Family, ...] | None = None) -> str:
    """A digest of the program and of its setting; `more` is what else a result was made of.

    Families that came with the program are part of it, those that were added are not.
    """
    if families is not None:
        # They are values of text and numbers: one that says the same is written the same.
        more = (*more, repr(families))
    told = json.dumps([program_digest(), order.setting.base_uri, *more])
    return hashlib.sha256(told.encode()).hexdigest()


def unchanged(
    state: State, sources: Sources, order: Order, asked: str, *, resumed: bool = False
) -> dict[int, tuple[Outcome, tuple[KnownFile, ...]]]:
    """By number of the source, the outcomes that earlier runs have written, and their files.

    `asked` is the fingerprint of what is to be made. With `resumed` only those of a run that was
    stopped and goes on. A source may have been moved.
    """
    by_name: dict[str, list[Plain]] = {}
    for document in state.documents:
        by_name.setdefault(document["file"], []).append(document)
    found = {}
    for number, file in enumerate(sources.files):
        for document in by_name.get(file.name, ()):
            is_other = document["profile"] is None or document.get("fingerprint") != asked
            before = document.get("source")
            is_elsewhere = before != file.source and sources.exists(before)
            if is_other or is_elsewhere or (resumed and "resumed" not in document):
                continue
            written = _written(document, order)
            if written and _holds(state, file, document, written):
                with contextlib.suppress(AttributeError, KeyError, TypeError, ValueError):
                    # A report that was changed by hand is no ground to stand on.
                    mine = tuple(replace(known, source=file.source) for known in written)
                    found[number] = (_told(state.folder, file, document), mine)
    return found


def _written(document: Plain, order: Order) -> tuple[KnownFile, ...]:
    """The files of a document in the formats that are asked for; none where one is missing."""
    files = tuple(known for known in files_of_document(document) if known.format in order.names)
    whole = {known.format for known in files} == set(order.names_of("profile"))
    return files if whole else ()


def _holds(state: State, file: SourceFile, document: Plain, written: tuple[KnownFile, ...]) -> bool:
    """Whether a source and all that was written of it are as they were."""
    try:
        if hashlib.sha256(file_bytes(file.path)).hexdigest() != document["sha256"]:
            return False
    except DocumentError:
        return False
    return state.hold(written)


def _told(folder: Path, file: SourceFile, document: Plain) -> Outcome:
    ledger = {k: v for k, v in document["ledger"].items() if k not in ("content", "closed")}
    found = Found(
        document["base_id"],
        document["content_sha256"],
        document["reader"],
        document["layout"],
        tuple(document["structure"] or ()),
        Ledger(**ledger),
        {},
        b"",
    )
    findings = tuple(_finding(plain) for plain in document["findings"])
    return Outcome(
        file.path,
        file.name,
        document["sha256"],
        findings,
        found,
        document["profile"],
        reused=True,
        source=file.source,
        stored=folder / f"json/{document['profile']}.json",
    )


def _finding(plain: Mapping[str, Any]) -> Diagnostic:
    place = plain.get("place")
    if place is not None and place.get("box") is not None:
        place = {**place, "box": tuple(place["box"])}
    found = Diagnostic(
        plain["code"], plain["message"], Place(**place) if place else None, plain.get("pointer")
    )
    if found.code not in CATALOGUE or found.severity is not Severity(plain["severity"]):
        raise KeyError(found.code)
    return found
