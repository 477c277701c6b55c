"""How long comparisons take: a hundred pairs of versions, beside a plain comparison of lines."""

from __future__ import annotations

import time
from difflib import unified_diff

from pipeline import convert_bytes
from pipeline.comparison.record import compared
from pipeline.profile.model import Profile
from pipeline.writers.json_profile import profile_to_json
from tests.benchmark.documents import PROFILE, word_file_of
from tests.unit.comparison.versions import edited

PAIRS = 100
_EDITS = 20


def pairs() -> list[tuple[Profile, Profile]]:
    """The longest profile and a hundred versions of it, each with other edits."""
    profile = convert_bytes(word_file_of(PROFILE), "x.docx").profile
    return [edited(profile, seed, _EDITS) for seed in range(PAIRS)]


def main() -> None:
    """Print the seconds of both."""
    made = pairs()
    started = time.perf_counter()
    count = sum(len(compared(old, new).changes) for old, new in made)
    ours = time.perf_counter() - started
    started = time.perf_counter()
    lines = 0
    for pair in made:
        old, new = (profile_to_json(profile).decode().splitlines() for profile in pair)
        lines += sum(line[:1] in "+-" for line in unified_diff(old, new, n=0))
    plain = time.perf_counter() - started
    print(f"{PAIRS} pairs with {_EDITS} edits each")
    print(f"  compared: {ours:.2f} s, {count} changes ({plain / ours:.1f} x the speed of difflib)")
    print(f"  difflib over the lines of the JSON: {plain:.2f} s, {lines} lines")


if __name__ == "__main__":
    main()
