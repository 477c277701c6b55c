"""A profile and its trace to JSON: `json/<id>.json` and `json/<id>.trace.json`.

UTF-8 without BOM, LF, two spaces of indentation, keys in the order of the model.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from pipeline.contract.records import record_to_plain, trace_record
from pipeline.core import heartbeat
from pipeline.core.versions import TRACE
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.model import Profile
from pipeline.profile.trace import Trace
from pipeline.writers.edition import Edition

_LINE = "\n"


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
    """Plain values as JSON in the style of all our files; NaN and infinity are refused.

    It is what `json.dumps` makes with an indent; with one that is made in Python as well, by a
    generator within a generator for each value.
    """
    return f"{_text(plain, _LINE)}\n".encode()


def _text(value: Any, line: str) -> str:
    """The JSON of a value; `line` begins a line of the one around it."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int or (kind is float and isfinite(value)):
        return repr(value)
    inner = line + "  "
    if kind is dict and value:
        heartbeat.beat()
        pairs = [
            f"{encode_basestring(key)}: "
            f"{encode_basestring(part) if type(part) is str else _text(part, inner)}"
            for key, part in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(pairs)}{line}}}"
    if kind in (list, tuple) and value:
        heartbeat.beat()
        parts = [
            encode_basestring(part) if type(part) is str else _text(part, inner) for part in value
        ]
        return f"[{inner}{f',{inner}'.join(parts)}{line}]"
    return json.dumps(value, allow_nan=False)
