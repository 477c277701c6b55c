"""The Excel files: what people read and filter, and what itslearning imports."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest

from pipeline.contract.table_descriptions import all_tables
from pipeline.contract.tables import to_tables
from pipeline.profile.model import Paragraph, Profile
from pipeline.writers import itslearning, spreadsheet
from pipeline.writers.edition import Edition
from pipeline.writers.reading import reading_of
from pipeline.writers.workbook import LONGEST
from tests.machine import needs
from tests.unit.writers.test_reading import shown
from tests.unit.writers.tricky import samples, statements, tricky_profile

PROFILES = samples()
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
PARENTS: dict[str, set[str | None]] = {
    "Folder": {None},
    "Subject": {"Folder"},
    "Category": {"Subject", "Category"},
    "LO": {"Subject", "Category"},
    "Criterion": {"LO"},
    "Descriptor": {"Criterion"},
}


def data_of(writer: Any, profile: Profile) -> bytes:
    """The file that a writer makes of a profile."""
    (data,) = writer.write(Edition(profile)).values()
    assert isinstance(data, bytes)
    return data


def opened(data: bytes) -> Any:
    """The workbook."""
    return openpyxl.load_workbook(io.BytesIO(data))


def cells(sheet: Any) -> list[list[Any]]:
    """The values of a sheet by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def imported(data: bytes) -> dict[str, dict[str, str]]:
    """The rows of itslearning's sheet by id; ValueError where its contract is broken."""
    (sheet,) = opened(data).worksheets
    header, *rows = cells(sheet)
    if header != ["ID", "ParentID", "Title", "Description", "Type"]:
        raise ValueError(f"header {header}")
    found: dict[str, dict[str, str]] = {}
    for values in rows:
        row = dict(zip(header, values, strict=True))
        parent = found.get(row["ParentID"], {}).get("Type")
        if row["ID"] in found or not row["Title"] or parent not in PARENTS[row["Type"]]:
            raise ValueError(f"row {row}")
        found[row["ID"]] = row
    return found


@each_profile
def test_itslearning_gets_every_statement_below_its_parent(profile: Profile) -> None:
    found = imported(data_of(itslearning, profile))
    expected = statements(profile)
    (subject,) = [key for key, row in found.items() if row["Type"] == "Subject"]

    assert set(found) - set(expected) == {subject, found[subject]["ParentID"]}
    for key, statement in expected.items():
        assert found[key]["ParentID"] == (statement.parent or subject)
        assert found[key]["Description"].split("\n")[0] == " ".join(statement.text.split())


@pytest.mark.parametrize(
    ("column", "value"), [("A1", "id"), ("E4", "Criterion"), ("B4", "nergens"), ("C5", None)]
)
def test_what_itslearning_refuses_is_refused(column: str, value: str | None) -> None:
    book = opened(data_of(itslearning, tricky_profile()))
    book.active[column] = value
    stream = io.BytesIO()
    book.save(stream)

    with pytest.raises(ValueError, match=r"header|row"):
        imported(stream.getvalue())


@each_profile
def test_the_same_profile_gives_the_same_bytes(profile: Profile) -> None:
    for writer in (spreadsheet, itslearning):
        assert data_of(writer, profile) == data_of(writer, profile)


@each_profile
def test_the_profile_can_be_read_in_its_sheet(profile: Profile) -> None:
    sheet = opened(data_of(spreadsheet, profile))["Profiel"]
    seen = "".join("".join(str(value) for row in cells(sheet) for value in row if value).split())

    at = 0
    for part in reading_of(profile):
        for text in shown(part):
            glued = "".join(text.split())
            at = seen.index(glued, at) + len(glued)


@each_profile
def test_every_table_has_a_sheet_with_all_its_rows(profile: Profile) -> None:
    book = opened(data_of(spreadsheet, profile))
    rows = to_tables([profile])
    tables = [table for table in all_tables() if rows[table.name]]
    sheets = book.worksheets[2:]

    assert len(sheets) == len(tables)
    for table, sheet in zip(tables, sheets, strict=True):
        header, *found = cells(sheet)
        expected = [
            [_as_shown(row[column.name]) for column in table.columns] for row in rows[table.name]
        ]

        assert header == [column.title for column in table.columns]
        assert found == expected
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def _as_shown(value: str | int | bool | None) -> str | int | None:
    return ("ja" if value else "nee") if isinstance(value, bool) else value


def test_texts_are_texts_and_nothing_is_a_formula_or_a_link() -> None:
    data = data_of(spreadsheet, tricky_profile())
    book = opened(data)
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    links = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]

    assert types <= {"s", "n"}
    assert links == []
    assert any("=SOM(A1:A9)" in row for row in cells(book["Gedragsindicatoren"]))
    names = ZipFile(io.BytesIO(data)).namelist()
    assert not any("external" in name or "vba" in name.lower() for name in names)


def test_the_level_and_the_ids_are_texts() -> None:
    book = opened(data_of(spreadsheet, replace(tricky_profile(), nlqf_level="4", version="04")))
    sheet = book.worksheets[2]
    titles = [cell.value for cell in sheet[1]]

    for title, value in (("NLQF-niveau", "4"), ("Versie", "04")):
        cell = sheet.cell(2, titles.index(title) + 1)
        assert (cell.value, cell.data_type) == (value, "s")


def test_names_of_sheets_are_short_and_told_apart() -> None:
    names = opened(data_of(spreadsheet, PROFILES[1])).sheetnames

    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_a_text_that_no_cell_can_hold_goes_on_in_a_sheet_of_its_own() -> None:
    text = " ".join(f"woord{number}" for number in range(10_000))
    profile = replace(tricky_profile(), career_prospects=(Paragraph(text=text),))
    book = opened(data_of(spreadsheet, profile))
    rest = [value for _, value in cells(book["Vervolg"])[1:]]
    heads = [
        value
        for sheet in (book["Profiel"], book["Tekstblokken"])
        for row in cells(sheet)
        for value in row
        if isinstance(value, str) and value.endswith(" [vervolg in blad Vervolg]")
    ]

    assert len(heads) == 2
    assert all(len(value) <= LONGEST for value in (*heads, *rest))
    head = heads[0].removesuffix(" [vervolg in blad Vervolg]")
    assert head + "".join(rest[: len(rest) // 2]) == text


def test_no_row_is_higher_than_excel_allows_and_long_texts_get_room() -> None:
    sheet = opened(data_of(spreadsheet, tricky_profile()))["Profiel"]
    heights = [dimension.height for dimension in sheet.row_dimensions.values()]

    assert max(heights) <= 409
    assert max(heights) > 2 * min(heights)


@needs("libreoffice-calc")
@pytest.mark.parametrize(
    "writer",
    [spreadsheet, itslearning],
    ids=["xlsx", "itslearning"],
)
@pytest.mark.slow
def test_libreoffice_reads_the_same_cells(writer: Any, tmp_path: Path) -> None:
    data = data_of(writer, tricky_profile())
    path = tmp_path / "boek.xlsx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), path],
        check=True,
        capture_output=True,
    )
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    root = ElementTree.parse(tmp_path / "boek.fods").getroot()
    seen = {
        "\n".join("".join(paragraph.itertext()) for paragraph in cell)
        for cell in root.iter(f"{table}table-cell")
    }
    formulas = [cell for cell in root.iter(f"{table}table-cell") if cell.get(f"{table}formula")]
    assert root.tag == f"{office}document"
    assert formulas == []
    for sheet in opened(data):
        for row in cells(sheet):
            for value in row:
                if isinstance(value, str):
                    assert " ".join(value.split()) in {" ".join(text.split()) for text in seen}
