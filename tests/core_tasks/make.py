"""All documents of the kit, each beside the content that it holds."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.core_tasks import profiles
from tests.core_tasks.checks import doubts
from tests.core_tasks.compose import expected
from tests.core_tasks.looks import LOOKS, Look
from tests.core_tasks.parts import Document
from tests.core_tasks.shape import Content, Subject

SEED = 14
_NUDGES = 6


@dataclass(frozen=True, slots=True)
class Made:
    """A document and its content; `doubt` where a page end hides whether a paragraph ends."""

    look: str
    profile: str
    ending: str
    data: bytes
    content: Content
    document: Document
    doubt: tuple[str, ...]

    @property
    def file_name(self) -> str:
        return f"{self.profile}.{self.look}.{self.ending}"


def subjects() -> list[Subject]:
    """The profiles, by generation and name."""
    found: list[Subject] = []
    for module in pkgutil.iter_modules(profiles.__path__):
        found.append(importlib.import_module(f"{profiles.__name__}.{module.name}").SUBJECT)
    order = {"colo": 0, "bcp": 1, "dossier": 2}
    return sorted(found, key=lambda one: (order[one.generation], one.key))


def made(look: Look, found: list[Subject], seed: int = SEED) -> list[Made]:
    """The documents of one look; those with a doubtful page end are set once more, smaller."""
    done: dict[str, Made] = {}
    for nudge in range(_NUDGES if look.ending == "pdf" else 1):
        waiting = [s for s in found if s.key not in done or done[s.key].doubt]
        if not waiting:
            break
        documents = [look.document(subject, seed, nudge) for subject in waiting]
        for subject, document, data in zip(waiting, documents, look.make(documents), strict=True):
            content = expected(subject, look.choices(subject, seed))
            doubt = tuple(doubts(document, data)) if look.ending == "pdf" else ()
            done[subject.key] = Made(
                look.name, subject.key, look.ending, data, content, document, doubt
            )
    return [done[subject.key] for subject in found]


def all_made(names: list[str], found: list[Subject], seed: int = SEED) -> Iterator[Made]:
    """The documents of the looks."""
    for name in names:
        yield from made(LOOKS[name], found, seed)


def keep(one: Made, folder: Path) -> None:
    """Write a document and its content side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / one.file_name).write_bytes(one.data)
    plain = json.dumps(one.content, ensure_ascii=False, indent=2) + "\n"
    (folder / f"{one.profile}.{one.look}.expected.json").write_text(plain, "utf-8")
