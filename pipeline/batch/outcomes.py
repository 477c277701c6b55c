"""What became of each source file, and the ids of profiles that would have the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.deviations import deviation
from pipeline.conversion import Conversion
from pipeline.core.diagnostics import Diagnostic, Severity, blamed
from pipeline.isolation.parcels import Found
from pipeline.profile.codec import DecodeError, profile_from_plain
from pipeline.profile.model import Profile

# An id that a profile shares with another one: both say the same, or not.
SAYS_THE_SAME, SAYS_OTHERWISE = "BCP420", "BCP417"
# An id that belongs to results of another run.
CLAIMED = "BCP604"
_OF_OTHERS = (SAYS_THE_SAME, SAYS_OTHERWISE, CLAIMED)
# So many files are named in one finding.
_NAMED = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source file: what it gave, or the finding that made it impossible.

    `file` is its path below the input that was given, so that a name does not depend on where that
    is, and `source` where it lies, seen from the output folder. `profile_id` is the id under which
    its profile is written; `reused` tells that an earlier run has written it already, `stored` is
    its JSON then.
    """

    path: Path
    file: str
    sha256: str | None
    findings: tuple[Diagnostic, ...]
    found: Found | None = None
    profile_id: str | None = None
    reused: bool = False
    source: str = ""
    stored: Path | None = None

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
    """Outcomes with ids that differ: of several with one id each gets a suffix, and a finding.

    The largest group of those that say the same is told so, the others in what they deviate.
    """
    told = with_own_ids(outcomes)
    for numbers in _sharing(outcomes):
        for number, finding in list(_relations(numbers, told)):
            findings = (*told[number].findings, finding)
            told[number] = replace(told[number], findings=findings)
    return told


def _sharing(outcomes: Sequence[Outcome]) -> list[list[int]]:
    """The numbers of the outcomes that would have one id, where there are several."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, outcome in enumerate(outcomes):
        if outcome.found is not None:
            groups[outcome.found.profile_id].append(number)
    return [numbers for numbers in groups.values() if len(numbers) > 1]


def with_own_ids(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes with the ids that they get, without findings about those."""
    told = [_with_plain_id(outcome) for outcome in outcomes]
    for numbers in _sharing(outcomes):
        for number, suffix in _suffixes([(n, told[n]) for n in numbers]):
            told[number] = replace(told[number], profile_id=f"{told[number].profile_id}-{suffix}")
    return told


def _with_plain_id(outcome: Outcome) -> Outcome:
    findings = tuple(f for f in outcome.findings if f.code not in _OF_OTHERS)
    own = outcome.found.profile_id if outcome.found is not None else None
    return replace(outcome, findings=findings, profile_id=own)


def _suffixes(outcomes: list[tuple[int, Outcome]]) -> Iterator[tuple[int, str]]:
    """What tells the outcomes apart: the file's ending where those differ, else its digest.

    The suffixes depend on the files alone, not on their order.
    """
    endings = [outcome.path.suffix.lstrip(".").lower() for _, outcome in outcomes]
    by_ending = all(endings) and len(set(endings)) == len(endings)
    ranked = sorted(outcomes, key=lambda item: (item[1].sha256 or "", item[1].file))
    for (number, outcome), ending in zip(outcomes, endings, strict=True):
        copies = [n for n, other in ranked if other.sha256 == outcome.sha256]
        digest = (outcome.sha256 or "")[:8] + (
            f"-{copies.index(number) + 1}" if len(copies) > 1 else ""
        )
        yield number, ending if by_ending else digest


def _content(outcome: Outcome) -> str:
    return outcome.found.content if outcome.found is not None else ""


def _relations(numbers: Sequence[int], told: Sequence[Outcome]) -> Iterator[tuple[int, Diagnostic]]:
    """What is to be said of each of the outcomes that would have one id.

    The largest group that says the same is what the others deviate from; where two are as large,
    each outcome differs from all that say otherwise.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    # The order of the files decides, whatever that of the arguments was.
    for number in sorted(numbers, key=lambda number: told[number].file):
        alike[_content(told[number])].append(number)
    first, *others = sorted(alike.values(), key=len, reverse=True)
    agreed = not others or len(first) > len(others[0])
    if agreed:
        yield from ((number, _agreeing(number, first, told)) for number in first)
    measure = _profile(told[first[0]]) if others else None
    for own in others if agreed else (first, *others):
        beside = others[0] if own is first else first
        here = measure if own is first else _profile(told[own[0]])
        there = _profile(told[beside[0]]) if own is first else measure
        differing = first if agreed else [n for n in sorted(numbers) if n not in own]
        what = f"at {deviation(here, there)}" if here is not None and there is not None else ""
        if what:
            is_all = set(differing) == set(beside)
            what = f", {what}" if is_all else f"; from {told[beside[0]].file} {what}"
        for number in own:
            yield number, _deviating(number, own, differing, told, what)


def _agreeing(number: int, alike: Sequence[int], told: Sequence[Outcome]) -> Diagnostic:
    said = _the_same(number, alike, told)
    return Diagnostic(
        SAYS_THE_SAME, f"{said}; this one got the id {told[number].profile_id}", pointer="/id"
    )


def _deviating(
    number: int,
    alike: Sequence[int],
    differing: Sequence[int],
    told: Sequence[Outcome],
    what: str,
) -> Diagnostic:
    same = _the_same(number, alike, told)
    parts = (
        f"it differs from {_named(differing, told)}, of the same name and version{what}",
        same,
        f"this one got the id {told[number].profile_id}",
    )
    return Diagnostic(SAYS_OTHERWISE, "; ".join(part for part in parts if part), pointer="/id")


def _the_same(number: int, alike: Sequence[int], told: Sequence[Outcome]) -> str:
    """Who says the same as an outcome; empty where nobody does."""
    others = [other for other in alike if other != number]
    if not others:
        return ""
    return f"{_named(others, told)} {'says' if len(others) == 1 else 'say'} the same"


def _named(numbers: Sequence[int], told: Sequence[Outcome]) -> str:
    files = sorted(told[number].file for number in numbers)
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return ", ".join(files[:_NAMED]) + more


def _profile(outcome: Outcome) -> Profile | None:
    """The profile of an outcome; of an earlier run's that is not there as JSON, none."""
    if not outcome.reused:
        return outcome.found.conversion(()).profile if outcome.found is not None else None
    if outcome.stored is None:
        return None
    try:
        return profile_from_plain(json.loads(outcome.stored.read_bytes()))
    except (OSError, ValueError, DecodeError):
        # Whoever changes results during a run is told less.
        return None


def exit_code(outcomes: Iterable[Outcome], strict: bool) -> int:
    """0 clean, 1 where a finding is an error (or, if strict, a warning)."""
    found = any(f.severity in blamed(strict) for outcome in outcomes for f in outcome.findings)
    return int(found)
