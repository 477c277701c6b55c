"""The list of files that the matrix does not read back exactly, and how the matrix holds to it."""

from __future__ import annotations

import pytest

from tests.rendering.comparison import Comparison, Difference
from tests.rendering.engines import ENGINES
from tests.rendering.known_misses import KINDS, known_kind
from tests.rendering.matrix import Job, Outcome, corpus_profiles, falls_short, report
from tests.rendering.style import Style

GENERATED = {f"generated-{n}" for n in range(4)}
DRAWN = 24  # looks an engine prints for `make matrix`
LISTED, OTHER = KINDS[0].files[0], "drawn-0.html.drawn-0"
MISS = Comparison(4, 3, Difference("/name", "Kok", "Bakker"))
EXACT = Comparison(4, 4, None)


def outcome(name: str, comparison: Comparison, *, doubt: tuple[str, ...] = ()) -> Outcome:
    house, engine, profile = name.split(".", 2)
    job = Job(engine, house, profile, {}, Style())
    return Outcome(job, b"", 0.0, comparison, True, doubt=doubt)


def test_each_entry_names_a_file_of_the_matrix_once() -> None:
    names = [name for kind in KINDS for name in kind.files]
    assert len(names) == len(set(names))
    for name in names:
        house, engine, profile = name.split(".", 2)
        if house.startswith("drawn-"):
            most = ENGINES[engine].drawn
            assert int(house[6:]) < (DRAWN if most is None else most), name
            assert profile == house
        else:
            assert house in ENGINES[engine].houses, name
            assert profile in GENERATED | set(corpus_profiles()), name


@pytest.mark.parametrize(
    ("name", "found", "falls"),
    [(LISTED, MISS, False), (LISTED, EXACT, True), (OTHER, MISS, True), (OTHER, EXACT, False)],
)
def test_a_file_is_exact_if_and_only_if_it_is_not_listed(
    name: str, found: Comparison, *, falls: bool
) -> None:
    assert falls_short([outcome(name, found)], None) is falls
    # What the file itself hides is counted nowhere.
    assert not falls_short([outcome(name, found, doubt=("a page end",))], None)


def test_the_report_names_the_kind_of_a_miss_and_what_is_to_be_struck() -> None:
    lines = list(report([outcome(LISTED, MISS), outcome(LISTED, EXACT), outcome(OTHER, EXACT)]))

    assert any(line.startswith(f"{LISTED} (known: {known_kind(LISTED)}): /name") for line in lines)
    assert f"{LISTED}: exact; strike it from known_misses.py" in lines
    assert not any(line.startswith(OTHER) for line in lines)
