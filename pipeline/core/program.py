"""Which program this is, to the byte: what it wrote holds as long as it is the same."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

_CODE = (".py", ".toml", ".json", ".xsd", ".css", ".js")


@cache
def program_digest() -> str:
    """A digest of all that the program's results depend on, beside source and options."""
    digest = hashlib.sha256()
    _add(digest, resources.files("pipeline"))
    return digest.hexdigest()


def _add(digest: Any, folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_dir() and not entry.name.startswith((".", "__")):
            _add(digest, entry)
        elif entry.name.endswith(_CODE):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
