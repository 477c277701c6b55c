"""Every tolerance is found with its unit and its evidence."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from pipeline.readers.pdf import areas, line_seams, picture
from pipeline.readers.pdf.settings import Count, Ems, Points, Setting, settings, settings_of


def test_tolerances_are_the_annotated_constants_of_a_module() -> None:
    found = {setting.name: setting for setting in settings_of(line_seams)}

    edge = found["EDGE"]
    assert (edge.value, edge.unit) == (1.6, "pt")
    assert edge.module == "pipeline.readers.pdf.line_seams"
    assert edge.evidence.startswith("A word that misses the edge")
    assert (found["_LONE_MARKER"].value, found["_LONE_MARKER"].unit) == (2, "count")


def test_tolerances_below_each_other_share_their_evidence() -> None:
    found = {setting.name: setting for setting in settings_of(line_seams)}

    assert found["_A_POINT"].evidence == found["_MORE_SPACE"].evidence
    assert found["_A_POINT"].evidence.startswith("Distances are exact to rounding")
    assert found["_MUCH_SPACE"].evidence.startswith("Of the usual distance")


SOURCE = """# The first one,
# in two lines.
_FIRST: Points = 3.0
_BELOW: Points = 4.0
_OTHER: int = 5
# By itself.
_LAST: Ems = 0.5


_ALONE: Count = 2
"""


def test_the_evidence_of_a_tolerance_is_the_comment_above_it(tmp_path: Path) -> None:
    path = tmp_path / "measured.py"
    path.write_text(SOURCE)
    module = ModuleType("measured")
    module.__dict__.update(__file__=str(path), Points=Points, Ems=Ems, Count=Count)
    exec(compile(SOURCE, str(path), "exec"), module.__dict__)

    assert list(settings_of(module)) == [
        Setting("measured", "_FIRST", 3.0, "pt", "The first one, in two lines."),
        Setting("measured", "_BELOW", 4.0, "pt", "The first one, in two lines."),
        Setting("measured", "_LAST", 0.5, "em", "By itself."),
        Setting("measured", "_ALONE", 2, "count", ""),
    ]


def test_all_tolerances_have_evidence() -> None:
    every = list(settings())

    assert len({(setting.module, setting.name) for setting in every}) == len(every) > 50
    assert [setting.name for setting in every if not setting.evidence] == []


def test_what_no_one_chose_is_no_tolerance() -> None:
    assert [setting.name for setting in settings_of(picture)] == ["_SMALLER"]


def test_the_packages_within_are_searched_as_well() -> None:
    modules = {setting.module.removeprefix("pipeline.readers.pdf.") for setting in settings()}

    assert {"engine.paths", "grid", "second_engine", "second_engine.marks"} <= modules


def test_a_module_without_tolerances_has_none() -> None:
    assert list(settings_of(areas)) == []
