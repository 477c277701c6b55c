"""Whose an id is in a folder of results: what other documents left there is not written over.

Of two documents of one run that would have the same id both get a suffix (`outcomes`). Here the
other one is not among the results of this run: it was not given, or it could not be converted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.batch.outcomes import CLAIMED, Outcome
from pipeline.batch.sources import Sources
from pipeline.batch.state import State
from pipeline.core.diagnostics import Diagnostic


class Claims:
    """The ids of earlier results, with the sources that gave them."""

    def __init__(self, state: State, sources: Sources) -> None:
        self._sources = sources
        self._given = {file.source for file in sources.files}
        self._owners: dict[str, set[str]] = {}
        self._done: dict[str, Outcome] = {}
        self._told: dict[str, Diagnostic] = {}
        for known in state.files.values():
            if known.profile is not None and known.source is not None:
                self._owners.setdefault(known.profile, set()).add(known.source)

    def enter(self, outcome: Outcome) -> None:
        """A document of this run is done."""
        self._done[outcome.source] = outcome

    def free(self, outcome: Outcome) -> Outcome:
        """An outcome under the first of its ids that no other document claims."""
        if outcome.found is None or outcome.profile_id is None:
            return outcome
        self._told.pop(outcome.source, None)
        for wanted in _ids(outcome):
            claimed = self._claimed(wanted, outcome)
            if not claimed:
                return replace(outcome, profile_id=wanted)
            message = f"the results of {claimed[0]} have the id {wanted}, and are not of this run"
            self._told.setdefault(outcome.source, Diagnostic(CLAIMED, message, pointer="/id"))
        return outcome

    def findings(self, outcome: Outcome) -> tuple[Diagnostic, ...]:
        """What is to be said of the id that an outcome got."""
        told = self._told.get(outcome.source)
        return (told,) if told is not None else ()

    def _claimed(self, wanted: str, outcome: Outcome) -> list[str]:
        """The sources of other documents to which an id belongs."""
        others = self._owners.get(wanted, set()) - {outcome.source}
        return sorted(other for other in others if self._stands(other))

    def _stands(self, source: str) -> bool:
        """Whether earlier results of a source are still its own.

        They are not where it is gone, nor where it gave other results in this run.
        """
        done = self._done.get(source)
        if done is not None:
            return done.found is None
        return source in self._given or self._sources.exists(source)


def _ids(outcome: Outcome) -> Iterator[str]:
    """The ids that a document may have, the plainest first."""
    own = outcome.profile_id or ""
    yield own
    ending = outcome.path.suffix.lstrip(".").lower()
    if ending.isascii() and ending.isalnum():
        yield f"{own}-{ending}"
    yield f"{own}-{(outcome.sha256 or '')[:8]}"
