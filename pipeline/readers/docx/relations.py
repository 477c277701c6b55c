"""Which part of a Word file refers to which, however the target is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from pipeline.readers.docx.names import Element, value

# RFC 3986, 3.1. A drive of Windows looks the same, and leads out of the package as well.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last step of its type (`header`), in transitional and strict files alike."""

    identifier: str
    kind: str
    target: str
    is_external: bool


def relations_in(root: Element) -> Iterator[Relation]:
    """The relations that a `.rels` part lists."""
    for element in root:
        if isinstance(element.tag, str) and element.tag.endswith("}Relationship"):
            yield Relation(
                value(element, "Id") or "",
                (value(element, "Type") or "").strip().rpartition("/")[2],
                value(element, "Target") or "",
                (value(element, "TargetMode") or "").strip().lower() == "external",
            )


def relations_of(part: str) -> str:
    """The name of the part that lists the relations of a part; of the package where it is empty."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class PartNames:
    """The names of the parts that a package has, found by targets and names that mean the same.

    Names that differ in capitals alone are one (ECMA-376, part 2); percent signs stand for
    what they encode; some programs write the slashes of Windows.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._exact = frozenset(names)
        self._names = {equivalent(name): name for name in sorted(self._exact)}

    def find(self, name: str) -> str | None:
        """The name in the package of a part; None where there is none."""
        return name if name in self._exact else self._names.get(equivalent(name))

    def target(self, source: str, target: str) -> str | None:
        """The part that a target means in the relations of a source; None where there is none."""
        path = target.strip().replace("\\", "/").partition("#")[0]
        # What is only a place in the source (`#bookmark`) is no part, nor is an address.
        if not path or _SCHEME.match(path):
            return None
        folder = posixpath.dirname(f"/{source}")
        return self.find(posixpath.normpath(posixpath.join(folder, path)).lstrip("/"))


def equivalent(name: str) -> str:
    """The form in which names of parts are compared."""
    return unquote(with_slashes(name)).lower()


def with_slashes(name: str) -> str:
    """The name of a part as relations write it, without the slash that stands for the package."""
    return name.replace("\\", "/").lstrip("/")
