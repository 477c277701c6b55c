"""The files of a review, each made in a process of its own, and only where something changed.

Each file tells in its last line what it was made of; the index also which pages belong to it, and
which profiles have none. What is not of a review is never written over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.checks.schema import load_schema
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import UsageError
from pipeline.core.versions import PROFILE, TRACE
from pipeline.isolation.each import in_processes
from pipeline.isolation.faults import finding_from_plain, plain_finding
from pipeline.isolation.limits import MEGABYTE, Limits
from pipeline.review.index import index_page
from pipeline.review.material import Entry, is_profile_id
from pipeline.review.pages import profile_page
from pipeline.review.seal import is_foreign, made_of, sealed

INDEX = "index.html"
# A page holds the pictures of all pages of its source; drawing one takes a bounded share.
_MEMORY, _RESULT = 700 * MEGABYTE, 200 * MEGABYTE
# The finding that nothing was written over what is not ours.
_FOREIGN = "BCP601"

Publish = Callable[[str, bytes | None], None]
Done = Callable[[str], None]
Plain = Mapping[str, Any]


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


def check_target(target: Path) -> None:
    """Raises UsageError where the index would be written over what is not of a review."""
    if is_foreign(target / INDEX):
        raise UsageError(
            f"{target / INDEX} is not of a review, and is not written over; name another folder "
            "with --to"
        )


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
    check_target(target)
    made = Review()
    keys = {entry.id: entry.made_of() for entry in entries}
    before = _index_before(target)
    rest = list(_to_make(entries, keys, _failed(before, limits), target, made, done))
    if len(rest) > 1:
        _preload()
    for number, answer in in_processes(rest, _page, jobs, limits):
        entry = rest[number]
        if isinstance(answer, Diagnostic):
            made.findings[entry.id] = answer
            publish(_page_of(entry.id), None)
        else:
            _publish(_page_of(entry.id), answer, keys[entry.id], made, publish)
        done(entry.id)
    _remove_others(before, entries, target, publish)
    _make_index(entries, keys, target, publish, limits, made)
    return made


def _to_make(
    entries: Sequence[Entry],
    keys: Mapping[str, str],
    failed: Mapping[str, tuple[str, Diagnostic]],
    target: Path,
    made: Review,
    done: Done,
) -> Iterator[Entry]:
    """The profiles whose pages must be made; what is known of the others is entered."""
    for entry in entries:
        page = target / _page_of(entry.id)
        if is_foreign(page):
            message = f"{page} is not of a review; nothing was written over it"
            made.findings[entry.id] = Diagnostic(_FOREIGN, message)
        elif failed.get(entry.id, ("",))[0] == keys[entry.id]:
            made.findings[entry.id] = failed[entry.id][1]
        elif made_of(page) == keys[entry.id]:
            made.unchanged += 1
        else:
            yield entry
            continue
        done(entry.id)


def _remove_others(before: Plain, entries: Iterable[Entry], target: Path, publish: Publish) -> None:
    """Remove the pages of an earlier review whose profiles are gone, if they are as it made them.

    The index still tells of them: a review that is stopped here is gone on with.
    """
    for one in sorted(_pages(before) - {entry.id for entry in entries}):
        page = target / _page_of(one)
        if not is_foreign(page) and made_of(page):
            publish(page.name, None)


def _pages(before: Plain) -> set[str]:
    """The ids of the profiles whose pages belong to an index."""
    found = before.get("pages")
    ids = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    # What is no id could lead to any file; nor is the index a page of its own.
    return {one for one in ids if is_profile_id(one) and _page_of(one) != INDEX}


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
        # A page may stand that is not of this review's making.
        "pages": sorted(keys.keys() - made.findings.keys()),
        "of": hashlib.sha256(json.dumps(sorted(keys.items())).encode()).hexdigest(),
    }
    # A finding may hold what ends a comment.
    key = json.dumps(told).replace("--", "\\u002d\\u002d")
    if made_of(target / INDEX) == key:
        return
    for _, answer in in_processes(
        [entries], lambda all_of_them: index_page(all_of_them, without).encode(), 1, limits
    ):
        if isinstance(answer, Diagnostic):
            made.findings[INDEX] = answer
        else:
            _publish(INDEX, answer, key, made, publish)


def _index_before(target: Path) -> Plain:
    """What the index of an earlier review tells; nothing where there is none that is whole."""
    try:
        told = json.loads(made_of(target / INDEX))
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _failed(before: Plain, limits: Limits) -> dict[str, tuple[str, Diagnostic]]:
    """By id, the profiles for which an earlier review made no page: of what, and why.

    Under other limits it may be made.
    """
    try:
        if before["limits"] != repr(limits):
            return {}
        found = {
            one: (key, finding_from_plain(why)) for one, (key, why) in before["without"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        # There is no index, or one of another program: all that has no page is tried.
        return {}
    # What stood in the way may have gone.
    return {one: (key, why) for one, (key, why) in found.items() if why.code != _FOREIGN}


def _preload() -> None:
    """Load what shows most sources, so that each process finds it loaded."""
    import pipeline.readers.docx.reader
    import pipeline.readers.pdf.picture
    import pipeline.readers.pdf.reader  # noqa: F401

    load_schema(PROFILE)
    load_schema(TRACE)


def _page(entry: Entry) -> bytes:
    return profile_page(entry.reviewed()).encode()


def _page_of(one: str) -> str:
    return f"{one}.html"


def _publish(name: str, data: bytes, key: str, made: Review, publish: Publish) -> None:
    publish(name, sealed(data, key))
    made.files.append(name)
