"""A profile and its trace to JSON: `json/<id>.json` and `json/<id>.trace.json`.

UTF-8 without BOM, LF, two spaces of indentation, keys in the order of the model.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

from pipeline.contract.records import record_to_plain, trace_record
from pipeline.core import heartbeat
from pipeline.core.versions import TRACE
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.model import Profile
from pipeline.profile.trace import Trace
from pipeline.writers.edition import Edition

# So many pieces of text (a key, a value) are written between two signs of life.
_PIECES = 1000


def write(edition: Edition) -> dict[str, bytes]:
    """The two files of one profile."""
    profile = edition.profile
    return {
        f"json/{profile.id}.json": json_bytes(edition.plain),
        f"json/{profile.id}.trace.json": trace_to_json(profile, edition.trace),
    }


def profile_to_json(profile: Profile) -> bytes:
    """The canonical JSON of a profile."""
    return json_bytes(profile_to_plain(profile))


def trace_to_json(profile: Profile, trace: Trace) -> bytes:
    """The history of every value of a profile."""
    record = record_to_plain(trace_record(profile, trace))
    return json_bytes({"$schema": TRACE.uri, **record})


def json_bytes(plain: Any) -> bytes:
    """Plain values as JSON in the style of all our files; NaN and infinity are refused."""
    pieces = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2).iterencode(plain)
    text: list[str] = []
    while some := list(islice(pieces, _PIECES)):
        heartbeat.beat()
        text.extend(some)
    return f"{''.join(text)}\n".encode()
