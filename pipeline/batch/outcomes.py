"""What became of each source file, and the ids of profiles that would have the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.conversion import Conversion
from pipeline.core.diagnostics import Diagnostic, Severity, blamed
from pipeline.isolation.parcels import Found

# An id that a profile shares with another one: both say the same, or not.
SAYS_THE_SAME, SAYS_OTHERWISE = "BCP420", "BCP417"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source file: what it gave, or the finding that made it impossible.

    `file` is its path below the input that was given, so that a report does not depend on where
    that is, and `folder` the name of that input. `profile_id` is the id under which its profile is
    written; `reused` tells that an earlier run has written it already.
    """

    path: Path
    file: str
    sha256: str | None
    findings: tuple[Diagnostic, ...]
    found: Found | None = None
    profile_id: str | None = None
    reused: bool = False
    folder: str = ""

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def conversion(self) -> Conversion | None:
        """The conversion, under the id that the profile has in this run."""
        if self.found is None or self.profile_id is None:
            return None
        conversion = self.found.conversion(self.findings)
        return replace(conversion, profile=replace(conversion.profile, id=self.profile_id))


def told_apart(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Outcomes with ids that differ: of several with one id each gets a suffix, and a finding."""
    told = [_with_own_id(outcome) for outcome in outcomes]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, outcome in enumerate(told):
        if outcome.found is not None:
            groups[outcome.found.profile_id].append(number)
    for shared, numbers in groups.items():
        if len(numbers) > 1:
            for number, outcome in _suffixed(shared, [(n, told[n]) for n in numbers]):
                told[number] = outcome
    return told


def _with_own_id(outcome: Outcome) -> Outcome:
    findings = tuple(f for f in outcome.findings if f.code not in (SAYS_THE_SAME, SAYS_OTHERWISE))
    own = outcome.found.profile_id if outcome.found is not None else None
    return replace(outcome, findings=findings, profile_id=own)


def _suffixed(shared: str, outcomes: list[tuple[int, Outcome]]) -> Iterator[tuple[int, Outcome]]:
    """The outcomes with suffixed ids: the file's ending where those differ, else its digest.

    The suffixes depend on the files alone, not on their order.
    """
    endings = [outcome.path.suffix.lstrip(".").lower() for _, outcome in outcomes]
    by_ending = all(endings) and len(set(endings)) == len(endings)
    contents = {outcome.found.content for _, outcome in outcomes if outcome.found is not None}
    same = len(contents) == 1
    ranked = sorted(outcomes, key=lambda item: (item[1].sha256 or "", item[1].file))
    for (number, outcome), ending in zip(outcomes, endings, strict=True):
        copies = [n for n, other in ranked if other.sha256 == outcome.sha256]
        digest = (outcome.sha256 or "")[:8] + (
            f"-{copies.index(number) + 1}" if len(copies) > 1 else ""
        )
        suffix = ending if by_ending else digest
        others = ", ".join(sorted(o.file for n, o in outcomes if n != number))
        yield number, _renamed(outcome, f"{shared}-{suffix}", others, same)


def _renamed(outcome: Outcome, new_id: str, others: str, same: bool) -> Outcome:
    code = SAYS_THE_SAME if same else SAYS_OTHERWISE
    relation = "says the same" if same else "has the same name and version but says otherwise"
    finding = Diagnostic(code, f"{others} {relation}; this one got the id {new_id}", pointer="/id")
    return replace(outcome, profile_id=new_id, findings=(*outcome.findings, finding))


def exit_code(outcomes: Iterable[Outcome], strict: bool) -> int:
    """0 clean, 1 where a finding is an error (or, if strict, a warning)."""
    found = any(f.severity in blamed(strict) for outcome in outcomes for f in outcome.findings)
    return int(found)
