"""What becomes of files that earlier runs wrote and this one did not: kept, with why, or removed.

Removed is only what stands again under another name, and, where that was asked for, what has no
source any more. What a person changed is never removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pipeline.batch.outcomes import Outcome
from pipeline.batch.results import Placed, Results
from pipeline.batch.sources import Sources
from pipeline.batch.state import KnownFile
from pipeline.contract.records import KeptFile

# What `--prune` removes.
_GONE = "gone"


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The files that a run leaves as they are, those that stand under another name by now, and
    those that are removed because their source is gone."""

    kept: tuple[KeptFile, ...]
    renamed: tuple[KnownFile, ...]
    pruned: tuple[KnownFile, ...]


class Keeping:
    """Decides about each file that is not of this run."""

    def __init__(self, results: Results, sources: Sources, *, interrupted: bool) -> None:
        self.results = results
        self.sources = sources
        self.interrupted = interrupted
        placed = results.placed.values()
        self._by_source = {(p.outcome.folder, p.outcome.file): p for p in placed}
        self._by_name = {p.outcome.file: p for p in placed}
        self._names = {(file.folder, file.name) for file in sources.files}

    def leftovers(self, owned: Collection[str], *, prune: bool) -> Leftovers:
        """What is left of earlier runs beside the paths that this one owns."""
        kept: list[KeptFile] = []
        renamed: list[KnownFile] = []
        pruned: list[KnownFile] = []
        for known in sorted(self.results.state.files.values(), key=lambda known: known.path):
            if known.path in owned or not self.results.state.exists(known):
                continue
            why = self._why(known)
            if why == "renamed":
                renamed.append(known)
            elif prune and why == _GONE:
                pruned.append(known)
            else:
                kept.append(kept_file(known, why))
        return Leftovers(tuple(kept), tuple(renamed), tuple(pruned))

    def _why(self, known: KnownFile) -> str:
        if not self.results.state.is_as_written(known):
            return "edited"
        if known.exported is not None:
            return "exported"
        if known.source is None:
            asked = known.format in self.results.order.names
            return "blocked" if asked else "format"
        placed = self._placed(known)
        if placed is not None:
            return self._why_beside(placed, known)
        if self.interrupted and (known.folder, known.source) in self._names:
            return "pending"
        return self.sources.whereabouts(known.folder, known.source)

    def _placed(self, known: KnownFile) -> Placed | None:
        """The document of this run that a file is of."""
        if known.folder is None:
            return self._by_name.get(known.source or "")
        return self._by_source.get((known.folder, known.source or ""))

    def _why_beside(self, placed: Placed, known: KnownFile) -> str:
        """Why a file is not among those that its source gave in this run."""
        outcome: Outcome = placed.outcome
        if outcome.found is None:
            return "failed"
        if placed.blocked is not None:
            return "blocked"
        if known.profile == outcome.profile_id:
            return "superseded" if known.format in self.results.order.names else "format"
        # The same profile under the id that tells it apart, or does so no more.
        is_same = known.base_id == outcome.found.profile_id
        return "renamed" if is_same else "superseded"


def kept_file(known: KnownFile, why: str) -> KeptFile:
    """A file in the shape of the report."""
    return KeptFile(
        path=known.path,
        size=known.size,
        sha256=known.sha256,
        why=why,
        file=known.source,
        folder=known.folder,
        profile=known.profile,
        base_id=known.base_id,
        made_of=known.exported,
    )


def by_reason(kept: Iterable[KeptFile]) -> dict[str, list[KeptFile]]:
    """Kept files by why they are kept."""
    found: dict[str, list[KeptFile]] = {}
    for file in kept:
        found.setdefault(file.why, []).append(file)
    return found
