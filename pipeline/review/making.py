"""The files of a review, each made in a process of its own, and only where something changed.

Each file tells in its last line what it was made of; the index also which profiles have no page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.checks.schema import load_schema
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.versions import PROFILE, TRACE
from pipeline.isolation.each import in_processes
from pipeline.isolation.faults import finding_from_plain, plain_finding
from pipeline.isolation.limits import MEGABYTE, Limits
from pipeline.review.index import index_page
from pipeline.review.material import Entry
from pipeline.review.pages import profile_page

INDEX = "index.html"
# A page holds the pictures of all pages of its source; drawing one takes a bounded share.
_MEMORY, _RESULT = 700 * MEGABYTE, 200 * MEGABYTE
_START, _END = b"<!-- made of ", b" -->\n"
# So much of a file holds its last line.
_TAIL = 1_000_000

Publish = Callable[[str, bytes | None], None]
Done = Callable[[str], None]


@dataclass(slots=True)
class Review:
    """What was made: the files by name, how many hold of an earlier review, and by id of the
    profile why it has no page."""

    files: list[str] = field(default_factory=list)
    unchanged: int = 0
    findings: dict[str, Diagnostic] = field(default_factory=dict)


def review_limits() -> Limits:
    """What one page may take."""
    return replace(Limits(), memory=_MEMORY, result_bytes=_RESULT)


def review(
    entries: Sequence[Entry],
    target: Path,
    publish: Publish,
    jobs: int,
    limits: Limits,
    done: Done = lambda _: None,
) -> Review:
    """Make a page for each profile and the index, and publish each file as it is made.

    `target` is the folder in which an earlier review may be; `publish` gets a name and bytes, or
    None for a file that holds no more.
    """
    made = Review()
    keys = {entry.id: entry.made_of() for entry in entries}
    failed = _failed(target, limits)
    rest = []
    for entry in entries:
        if failed.get(entry.id, ("",))[0] == keys[entry.id]:
            made.findings[entry.id] = failed[entry.id][1]
        elif _last_line(target / _page_of(entry)) == keys[entry.id]:
            made.unchanged += 1
        else:
            rest.append(entry)
            continue
        done(entry.id)
    if len(rest) > 1:
        _preload()
    for number, answer in in_processes(rest, _page, jobs, limits):
        entry = rest[number]
        if isinstance(answer, Diagnostic):
            made.findings[entry.id] = answer
            publish(_page_of(entry), None)
        else:
            _publish(_page_of(entry), answer, keys[entry.id], made, publish)
        done(entry.id)
    _make_index(entries, keys, target, publish, limits, made)
    return made


def _make_index(
    entries: Sequence[Entry],
    keys: Mapping[str, str],
    target: Path,
    publish: Publish,
    limits: Limits,
    made: Review,
) -> None:
    without = {one: f"{why.code}: {why.message}" for one, why in sorted(made.findings.items())}
    plain = {one: [keys[one], plain_finding(made.findings[one])] for one in without}
    told = {
        "limits": repr(limits),
        "without": plain,
        "of": hashlib.sha256(json.dumps(sorted(keys.items())).encode()).hexdigest(),
    }
    # A finding may hold what ends a comment.
    key = json.dumps(told).replace("--", "\\u002d\\u002d")
    if _last_line(target / INDEX) == key:
        return
    for _, answer in in_processes(
        [entries], lambda all_of_them: index_page(all_of_them, without).encode(), 1, limits
    ):
        if isinstance(answer, Diagnostic):
            made.findings[INDEX] = answer
        else:
            _publish(INDEX, answer, key, made, publish)


def _failed(target: Path, limits: Limits) -> dict[str, tuple[str, Diagnostic]]:
    """By id, the profiles for which an earlier review made no page: of what, and why.

    Under other limits it may be made.
    """
    try:
        told: dict[str, Any] = json.loads(_last_line(target / INDEX))
        if told["limits"] != repr(limits):
            return {}
        return {one: (key, finding_from_plain(why)) for one, (key, why) in told["without"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        # There is no index, or one of another program: all that has no page is tried.
        return {}


def _preload() -> None:
    """Load what shows most sources, so that each process finds it loaded."""
    import pipeline.readers.docx.reader
    import pipeline.readers.pdf.picture
    import pipeline.readers.pdf.reader  # noqa: F401

    load_schema(PROFILE)
    load_schema(TRACE)


def _page(entry: Entry) -> bytes:
    return profile_page(entry.reviewed()).encode()


def _page_of(entry: Entry) -> str:
    return f"{entry.id}.html"


def _publish(name: str, data: bytes, key: str, made: Review, publish: Publish) -> None:
    publish(name, data + _START + key.encode() + _END)
    made.files.append(name)


def _last_line(path: Path) -> str:
    """What a file of an earlier review tells that it was made of; empty where it tells nothing."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - _TAIL))
            before, start, rest = stream.read().rpartition(_START)
    except (FileNotFoundError, IsADirectoryError):
        return ""
    return rest.removesuffix(_END).decode() if start and rest.endswith(_END) and before else ""
