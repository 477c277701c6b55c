"""What two profiles of one name and version say differently, in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.comparison.record import compared
from pipeline.contract.comparison_records import ChangeRecord
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.model import Profile

# So many differences are told, each with so many characters of what is said.
_TOLD = 3
_SHOWN = 30
# What says nothing of the content: the file, and the id that is under discussion.
_NOT_CONTENT = ("id", "source")


def deviation(profile: Profile, other: Profile) -> str:
    """Where a profile says something else than another one: the first places, by JSON Pointer.

    The places are those of the profile; of what it lacks, those of the other.
    """
    places = [_place(change) for change in compared(other, profile).changes]
    places = places or list(_keys(profile, other))
    more = len(places) - _TOLD
    tail = f" and {more} more" if more > 0 else ""
    return ", ".join(places[:_TOLD]) + tail


def _place(change: ChangeRecord) -> str:
    pointer = change.new_pointer or change.old_pointer or "/"
    if change.old is None:
        return f"{pointer} (only here)"
    if change.new is None:
        return f"{pointer} (only there)"
    if change.words is None:
        return f"{pointer} (moved)" if change.moved else pointer
    here, there = (
        " ... ".join(words.text.strip() for words in change.words if words.kind == kind)
        for kind in ("added", "removed")
    )
    return f"{pointer} ({_shown(here)} here, {_shown(there)} there)"


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}...") if text else "nothing"


def _keys(profile: Profile, other: Profile) -> Iterator[str]:
    """The keys that differ: what is derived is no part of a comparison."""
    here, there = profile_to_plain(profile), profile_to_plain(other)
    for key in sorted(here.keys() | there.keys()):
        if key not in _NOT_CONTENT and here.get(key) != there.get(key):
            yield f"/{key}"
