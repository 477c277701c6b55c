"""Stable identifiers: an unchanged element keeps its id in the next version of its profile."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections import Counter
from typing import Any

from pipeline.core.text import collapse, slug
from pipeline.profile.model import Profile
from pipeline.profile.nodes import NodeField, node_fields

# Fixed for ever: every identifier that was ever published depends on it.
NAMESPACE = uuid.UUID("6f1c1a52-0c0e-5d9b-9d5c-3a7f0b2f4c11")
_SEPARATOR = "\x1f"
# File systems allow 255 bytes; suffix, version and `.trace.json` must fit as well.
_MOST = 80
_NOT_VERSION = re.compile(r"[^a-z0-9.]+")


def profile_id(name: str, version: str | None, date: str | None) -> str:
    """Slug of the name with `-v<version>`, or the date where there is no version."""
    base = _shortened(slug(name) or "profile", name)
    if version:
        return f"{base}-v{_shortened(_version_slug(version), version)}"
    return f"{base}-{date}" if date else base


def _shortened(part: str, written: str) -> str:
    """A slug that still fits in a file name; what is cut is told apart by a digest."""
    if len(part) <= _MOST:
        return part
    digest = hashlib.sha256(written.encode()).hexdigest()[:8]
    return f"{part[:_MOST].rstrip('-.')}-{digest}"


def _version_slug(version: str) -> str:
    return _NOT_VERSION.sub("-", version.lower()).strip("-.") or "0"


def profile_key(name: str, issuers: list[str]) -> str:
    """What stays the same over the versions of a profile: issuer and name, folded."""
    return _SEPARATOR.join((folded(", ".join(issuers)), folded(name)))


def folded(text: str) -> str:
    """Text as identifiers compare it: case and white space do not count."""
    return collapse(text).casefold()


def element_id(*path: str) -> str:
    """The id of an element by its profile's key and the names on the way to it."""
    return f"bcp-{uuid.uuid5(NAMESPACE, _SEPARATOR.join(path))}"


def with_identifiers(plain: dict[str, Any]) -> dict[str, Any]:
    """The plain values of a profile with an `id` first in each node (see `nodes`)."""
    key = profile_key(plain["name"], plain.get("developed_by", []))
    return _with_nodes(plain, Profile, (key,), _Ordinals())


def _with_nodes(
    record: dict[str, Any], cls: type, path: tuple[str, ...], ordinals: _Ordinals
) -> dict[str, Any]:
    """A record with identified nodes: each by its title, the word for it and what holds it."""
    identified = {
        field.name: [
            _node(member, field, (*path, field.singular), ordinals) for member in record[field.name]
        ]
        for field in node_fields(cls)
        if field.name in record
    }
    return {**record, **identified}


def _node(
    record: dict[str, Any], field: NodeField, path: tuple[str, ...], ordinals: _Ordinals
) -> dict[str, Any]:
    path = (*path, folded(record[field.title_field]))
    return {"id": ordinals.identify(*path), **_with_nodes(record, field.cls, path, ordinals)}


class _Ordinals:
    """Counts equal siblings: an identical sentence under one parent gets an id of its own."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()

    def identify(self, *path: str) -> str:
        self._seen[path] += 1
        ordinal = self._seen[path]
        return element_id(*path) if ordinal == 1 else element_id(*path, str(ordinal))
