"""Pairs of versions for tests: any two profiles, and one edited in small steps."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import strategies as st

from pipeline.profile.codec import decode, encode
from pipeline.profile.model import Profile
from tests.strategies import core_task_profiles, profiles

_WORDS = "werkt plant regelt klanten gasten ploeg veilig netjes op tijd samen met de".split()


def any_pairs() -> st.SearchStrategy[tuple[Profile, Profile]]:
    """Two profiles that have nothing to do with one another."""
    return st.tuples(profiles(), profiles())


def edited_pairs() -> st.SearchStrategy[tuple[Profile, Profile]]:
    """A profile and what some small edits made of it."""
    drawn = profiles() | core_task_profiles()
    return st.builds(edited, drawn, st.integers(0, 2**32), st.integers(0, 6))


def edited(profile: Profile, seed: int, steps: int) -> tuple[Profile, Profile]:
    """A profile and what so many small edits make of it."""
    chance = random.Random(seed)
    plain = copy.deepcopy(encode(profile))
    for _ in range(steps):
        lists = [found for found in _lists(plain) if found]
        if not lists:
            break
        _edit(chance.choice(lists), chance)
    other: Profile = decode(Profile, plain)
    return profile, other


def _lists(plain: Any) -> list[list[Any]]:
    """The lists below a plain value whose members may be moved about."""
    below = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    own = [plain] if isinstance(plain, list) else []
    return own + [found for value in below for found in _lists(value)]


def _edit(members: list[Any], chance: random.Random) -> None:
    at, to = chance.randrange(len(members)), chance.randrange(len(members))
    match chance.choice(("remove", "double", "move", "reword", "reword")):
        case "remove":
            del members[at]
        case "double":
            members.insert(to, copy.deepcopy(members[at]))
        case "move":
            members.insert(to, members.pop(at))
        case _:
            members[at] = _reworded(members[at], chance)


def _reworded(member: Any, chance: random.Random) -> Any:
    if isinstance(member, str):
        return f"{member} {chance.choice(_WORDS)}"
    for key in ("text", "name", "title"):
        if isinstance(member.get(key), str):
            return {**member, key: f"{member[key]} {chance.choice(_WORDS)}"}
    return member
