"""Profiles that are stored as JSON or XML, each read, and written anew, in a process of its own."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.checks.schema import load_schema
from pipeline.checks.xml_schema import xml_findings
from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.each import in_processes
from pipeline.isolation.faults import finding_from_plain, plain_finding
from pipeline.isolation.limits import Limits
from pipeline.profile.codec import profile_from_plain, profile_to_plain
from pipeline.profile.model import Profile
from pipeline.validate import stored_profile
from pipeline.writers.order import Order

Done = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What the work is done with: how many processes at a time, within which limits.

    `done` is told the name of each file as it comes.
    """

    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    done: Done = lambda _: None


@dataclass(frozen=True, slots=True)
class Stored:
    """A file: the profile in it with the files that an order makes of it, or why it holds none."""

    path: Path
    plain: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()

    @property
    def id(self) -> str:
        """The id of the profile; empty where there is none."""
        found: str = self.plain.get("id", "")
        return found

    @property
    def profile(self) -> Profile | None:
        """The profile; None where there is none."""
        return profile_from_plain(self.plain) if self.plain else None


def stored_in(paths: Sequence[Path], means: Means, order: Order | None = None) -> Iterator[Stored]:
    """What is in each file, in the order of the files."""
    asked = order or Order()
    waiting: dict[int, Stored] = {}
    at = 0
    if len(paths) > 1:
        preload()
    answers = in_processes(paths, lambda path: _read(path, asked), means.jobs, means.limits)
    for number, answer in answers:
        waiting[number] = _stored(paths[number], answer)
        means.done(paths[number].name)
        while at in waiting:
            yield waiting.pop(at)
            at += 1


def preload() -> None:
    """Load what it takes to check a stored profile, so that each process finds it loaded."""
    load_schema()
    xml_findings(b"<profile/>")


def _read(path: Path, order: Order) -> bytes:
    """What is in a file, as JSON."""
    profile, found = stored_profile(path)
    if profile is None:
        return json.dumps({"findings": [plain_finding(finding) for finding in found]}).encode()
    files = order.files_of(profile, {})
    plain = {
        "profile": profile_to_plain(profile),
        "files": {name: base64.b64encode(data).decode() for name, data in files.items()},
    }
    return json.dumps(plain).encode()


def _stored(path: Path, answer: bytes | Diagnostic) -> Stored:
    if isinstance(answer, Diagnostic):
        return Stored(path, findings=(answer,))
    plain = json.loads(answer)
    if "findings" in plain:
        return Stored(path, findings=tuple(map(finding_from_plain, plain["findings"])))
    files = {name: base64.b64decode(data) for name, data in plain["files"].items()}
    return Stored(path, plain["profile"], files)
