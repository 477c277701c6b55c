"""The files of a review, each made in a process of its own, and only where something changed.

Each file tells in its last line what it was made of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.each import in_processes
from pipeline.isolation.limits import MEGABYTE, Limits
from pipeline.review.index import index_page
from pipeline.review.material import Entry
from pipeline.review.pages import profile_page

INDEX = "index.html"
# A page holds the pictures of all pages of its source; drawing one takes a bounded share.
_MEMORY, _RESULT = 700 * MEGABYTE, 200 * MEGABYTE
_LAST_LINE = "<!-- made of {} -->\n"

Publish = Callable[[str, bytes], None]
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

    `target` is the folder in which an earlier review may be; `publish` gets a name and bytes.
    """
    made = Review()
    keys = {entry.id: entry.made_of() for entry in entries}
    rest = []
    for entry in entries:
        if _still_holds(target / f"{entry.id}.html", keys[entry.id]):
            made.unchanged += 1
            done(entry.id)
        else:
            rest.append(entry)
    for number, answer in in_processes(rest, _page, jobs, limits):
        entry = rest[number]
        if isinstance(answer, Diagnostic):
            made.findings[entry.id] = answer
        else:
            _publish(f"{entry.id}.html", answer, keys[entry.id], made, publish)
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
    key = hashlib.sha256(repr((sorted(keys.items()), without)).encode()).hexdigest()
    if _still_holds(target / INDEX, key):
        return
    for _, answer in in_processes(
        [entries], lambda all_of_them: index_page(all_of_them, without).encode(), 1, limits
    ):
        if isinstance(answer, Diagnostic):
            made.findings[INDEX] = answer
        else:
            _publish(INDEX, answer, key, made, publish)


def _page(entry: Entry) -> bytes:
    return profile_page(entry.reviewed()).encode()


def _publish(name: str, data: bytes, key: str, made: Review, publish: Publish) -> None:
    publish(name, data + _LAST_LINE.format(key).encode())
    made.files.append(name)


def _still_holds(path: Path, key: str) -> bool:
    """Whether a file of an earlier review was made of the same."""
    wanted = _LAST_LINE.format(key).encode()
    try:
        with path.open("rb") as stream:
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - len(wanted)))
            return stream.read() == wanted
    except FileNotFoundError:
        return False
