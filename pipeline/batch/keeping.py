"""What becomes of files that earlier runs wrote and this one did not: kept, with why, or removed.

Removed is only what stands again under another name, and, where that was asked for, what has no
source any more. What a person changed is never removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pipeline.batch.results import Placed, Results
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
    """Decides about each file that is not of this run.

    `blocked` are the formats whose files, which hold all profiles, a person changed.
    """

    def __init__(self, results: Results, blocked: Collection[str], *, interrupted: bool) -> None:
        self.results = results
        self.blocked = blocked
        self.interrupted = interrupted
        placed = results.placed.values()
        self._by_source = {one.outcome.source: one for one in placed}
        self._by_name = {one.outcome.file: one for one in placed}
        self._given = {file.source for file in results.sources.files}

    def leftovers(self, owned: Collection[str], *, prune: bool) -> Leftovers:
        """What is left of earlier runs beside the paths that this one owns."""
        left = [
            known
            for _, known in sorted(self.results.state.files.items())
            if known.path not in owned and self.results.state.exists(known)
        ]
        whys = {known.path: self._why(known) for known in left if known.exported is None}
        of_profile = {known.profile: whys[known.path] for known in left if known.path in whys}
        current = {placed.outcome.profile_id for placed in self._by_source.values()}
        for known in left:
            if known.exported is not None:
                whys[known.path] = self._why_exported(known, of_profile, current)
        # A run that was stopped may not have come to where a source stands now.
        may_prune = prune and not self.interrupted
        return Leftovers(
            tuple(
                kept_file(known, whys[known.path])
                for known in left
                if whys[known.path] != "renamed" and not (may_prune and whys[known.path] == _GONE)
            ),
            tuple(known for known in left if whys[known.path] == "renamed"),
            tuple(known for known in left if may_prune and whys[known.path] == _GONE),
        )

    def _why(self, known: KnownFile) -> str:
        if not self.results.state.is_as_written(known):
            return "edited"
        if known.file is None:
            return self._why_shared(known)
        placed = self._placed(known)
        if placed is not None:
            return self._why_beside(placed, known)
        if known.why == "superseded":
            # That its source is gone by now makes it no less a version of its own.
            return known.why
        if self.interrupted and known.source in self._given:
            return "pending"
        return self.results.sources.whereabouts(known.source)

    def _why_shared(self, known: KnownFile) -> str:
        """Why a file that holds all profiles of a run is not of this one."""
        if known.format not in self.results.order.names:
            return "format"
        return "blocked" if known.format in self.blocked else "failed"

    def _why_exported(
        self,
        known: KnownFile,
        of_profile: dict[str | None, str],
        current: Collection[str | None],
    ) -> str:
        """Why an exported file stands there: with its profile, or as long as that did."""
        if not self.results.state.is_as_written(known):
            return "edited"
        if known.profile is None or known.profile in current:
            return "exported"
        why = of_profile.get(known.profile, _GONE)
        return why if why in (_GONE, "renamed", "superseded") else "exported"

    def _placed(self, known: KnownFile) -> Placed | None:
        """The document of this run that a file is of."""
        if known.source is None:
            return self._by_name.get(known.file or "")
        return self._by_source.get(known.source)

    def _why_beside(self, placed: Placed, known: KnownFile) -> str:
        """Why a file is not among those that its source gave in this run."""
        outcome = placed.outcome
        if outcome.found is None:
            return "superseded" if known.why == "superseded" else "failed"
        if known.profile != outcome.profile_id:
            # The same profile under the id that tells it apart, or does so no more.
            is_same = known.base_id == outcome.found.profile_id and placed.blocked is None
            return "renamed" if is_same else "superseded"
        if placed.blocked is not None:
            return "blocked"
        return "superseded" if known.format in self.results.order.names else "format"


def kept_file(known: KnownFile, why: str) -> KeptFile:
    """A file in the shape of the report."""
    return KeptFile(
        path=known.path,
        size=known.size,
        sha256=known.sha256,
        why=why,
        file=known.file,
        source=known.source,
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
