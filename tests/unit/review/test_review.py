"""The pages of a review: every value is there, with its history and its places in the source."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from pipeline.cli import main
from pipeline.core.errors import UsageError
from pipeline.isolation.limits import MEGABYTE, Limits
from pipeline.readers.pdf.picture import Picture
from pipeline.review import Entry, entries_of, review, review_limits
from pipeline.review.charts import occupations_by_competency, occupations_by_indicator
from pipeline.review.sources import NO_SOURCE
from pipeline.review.values import values_of
from tests.profiles import INPUT, ROOT
from tests.unit.writers.test_web_page import HOSTILE

FORMS = sorted(path.suffix[1:] for path in INPUT.glob("werfcoordinator-jachthaven.*"))
MOST_BYTES_OF_A_PAGE = 3_000_000 / 14


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, converted."""
    folder = tmp_path_factory.mktemp("results")
    main(["convert", str(INPUT), "--output", str(folder), "--format", "json"])
    return folder


@pytest.fixture(scope="module")
def pages(results: Path) -> dict[str, bytes]:
    """The files of their review."""
    return made(entries_of(results, [INPUT]))


def made(entries: list[Entry]) -> dict[str, bytes]:
    """The files of the review of some profiles."""
    files: dict[str, bytes | None] = {}
    found = review(entries, Path("/nowhere"), files.__setitem__, 2, review_limits())
    assert found.findings == {}
    return {name: data for name, data in files.items() if data is not None}


def pdf_of(results: Path) -> list[Entry]:
    """The sample as PDF, to be made alone."""
    return [entry for entry in entries_of(results, [INPUT]) if entry.id.endswith("-pdf")]


def tree_of(pages: dict[str, bytes], form: str) -> Any:
    """The page of a form of the sample."""
    (name,) = [name for name in pages if name.endswith(f"-{form}.html")]
    return lxml.html.document_fromstring(pages[name])


@pytest.mark.parametrize("form", FORMS)
def test_every_value_is_listed_with_its_text(
    form: str, pages: dict[str, bytes], results: Path
) -> None:
    (trace,) = results.glob(f"json/*-{form}.trace.json")
    leaves = json.loads(trace.read_bytes())["leaves"]
    (one,) = [e.reviewed() for e in entries_of(results, []) if e.id.endswith(form)]
    shown = ["".join(b.itertext()) for b in tree_of(pages, form).xpath("//button[@id]")]

    assert len(shown) == len(leaves) - 1  # the type of the document is the same for all
    for value, text in zip(values_of(one), shown, strict=True):
        assert text.endswith(value.text)
        assert value.title in text


@pytest.mark.parametrize("form", FORMS)
def test_every_value_with_a_place_lights_up_marks_of_the_source(
    form: str, pages: dict[str, bytes], results: Path
) -> None:
    tree = tree_of(pages, form)
    (one,) = [e.reviewed() for e in entries_of(results, []) if e.id.endswith(form)]
    ids = set(tree.xpath("//*[contains(@class, 'mark')]/@id"))

    for value, button in zip(values_of(one), tree.xpath("//button[@id]"), strict=True):
        marks = button.get("data-marks").split()
        assert set(marks) <= ids
        assert bool(marks) == bool(value.places), value.pointer
        if form == "pdf":
            assert len(marks) == len({(p["page"], tuple(p["box"])) for p in value.places})


@pytest.mark.parametrize("form", FORMS)
def test_marks_and_values_name_one_another(form: str, pages: dict[str, bytes]) -> None:
    tree = tree_of(pages, form)
    there = {
        (value.get("id"), mark)
        for value in tree.xpath("//button[@id]")
        for mark in value.get("data-marks").split()
    }
    back = {
        (value, mark.get("id"))
        for mark in tree.xpath("//*[@data-values]")
        for value in mark.get("data-values").split()
    }

    assert there == back != set()


@pytest.mark.parametrize("form", ["docx", "html", "txt"])
def test_a_mark_holds_the_text_of_its_values(form: str, pages: dict[str, bytes]) -> None:
    tree = tree_of(pages, form)
    texts = {m.get("id"): "".join(m.itertext()) for m in tree.xpath("//p[@data-values]")}
    wrong = []
    for row in tree.xpath("//div[@data-text]"):
        button = row.find("button")
        seen = "".join(texts[mark] for mark in button.get("data-marks").split())
        said = button.xpath("string(span/following-sibling::text())")
        if seen and "stap" not in "".join(row.itertext()) and said.split()[0] not in seen:
            wrong.append((said, seen))

    assert wrong == []


def test_values_are_called_what_they_are(pages: dict[str, bytes]) -> None:
    called = {
        button.xpath("string(span/following-sibling::text())"): button.xpath("string(span)").strip()
        for button in tree_of(pages, "pdf").xpath("//button[@id]")
    }

    assert called["Werfcoördinator jachthaven"] == "Naam BCP"
    assert called["Veilig werken"] == "Competentie"
    assert called["Legt het werk stil bij direct gevaar"] == "Gedragsindicator"
    assert called["De werfcoördinator als planner"] == "Kop"
    assert {"Tekst", "Attitude", "Afbreukrisico", "Brondocument"} <= set(called.values())


@pytest.mark.parametrize(("form", "kind"), [("pdf", "page furniture"), ("docx", "running footers")])
def test_what_is_left_out_is_marked_with_its_kind(
    form: str, kind: str, pages: dict[str, bytes]
) -> None:
    kinds = tree_of(pages, form).xpath("//*[@data-kind != '']/@data-kind")

    assert kind in kinds


def test_a_page_of_a_pdf_is_small(pages: dict[str, bytes]) -> None:
    (name,) = [name for name in pages if name.endswith("-pdf.html")]
    count = len(tree_of(pages, "pdf").xpath("//img"))

    assert count > 5
    assert len(pages[name]) < count * MOST_BYTES_OF_A_PAGE


def test_the_ledger_and_the_findings_are_all_there(pages: dict[str, bytes], results: Path) -> None:
    report = json.loads((results / "report.json").read_bytes())
    for document in report["documents"]:
        tree: Any = lxml.html.document_fromstring(pages[f"{document['profile']}.html"])
        text = tree.xpath("string(//header)")
        for finding in document["findings"]:
            assert finding["message"] in text
        for account, count in document["ledger"]["accounts"].items():
            assert f"{account}{count}" in text


def test_recovered_and_derived_values_are_tagged(pages: dict[str, bytes]) -> None:
    tree = tree_of(pages, "txt")
    tags = {tag for row in tree.xpath("//div[@data-tags]") for tag in row.get("data-tags").split()}

    assert tags >= {"derived", "recovered"}


def test_the_index_counts_and_links(pages: dict[str, bytes]) -> None:
    tree: Any = lxml.html.document_fromstring(pages["index.html"])
    rows = tree.xpath("//tr[@data-text]")

    assert {row.xpath("string(th/a/@href)") for row in rows} == set(pages) - {"index.html"}
    for row in rows:
        assert [cell.text for cell in row.xpath("td")] == [
            "2.1", "2025-04-07", "4", "3", "17", "50", "38", "opmerking", "sluit",
        ]  # fmt: skip


def test_a_pdf_that_cannot_be_drawn_shows_its_blocks(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: bytes) -> None:
        raise ValueError("PDFium cannot draw it")

    monkeypatch.setattr("pipeline.readers.pdf.picture.page_pictures", refuse)
    tree = tree_of(made(pdf_of(results)), "pdf")
    values = tree.xpath("//button[@id]")

    assert not tree.xpath("//img")
    assert sum(bool(value.get("data-marks")) for value in values) > 0.9 * len(values)


def test_a_page_that_cannot_be_drawn_says_why_in_its_place(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Picture(b"", (10, 10), (0, 0, 595, 842))
    drawn = ["page 1 cannot be drawn: it is <0> points wide", picture]
    monkeypatch.setattr("pipeline.readers.pdf.picture.page_pictures", lambda _: iter(drawn))
    tree = tree_of(made(pdf_of(results)), "pdf")

    assert f"Pagina 1 kan niet worden getoond: {drawn[0]}" in tree.xpath("//p/text()")
    assert tree.xpath("//figcaption/text()") == ["Pagina 2"]


def test_without_the_source_the_page_says_so(results: Path) -> None:
    pages = made(entries_of(results, []))

    assert all(NO_SOURCE.encode() in data for name, data in pages.items() if name != "index.html")


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "report.json").unlink(),
        lambda folder: (folder / "report.json").write_text("{"),
    ],
)
def test_a_damaged_report_is_told(damage: Any, results: Path, tmp_path: Path) -> None:
    copy = tmp_path / "results"
    shutil.copytree(results, copy)
    damage(copy)

    with pytest.raises(UsageError, match=r"missing|damaged"):
        entries_of(copy, [])


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: next((folder / "json").glob("*pdf.json")).write_text("{}"),
        lambda folder: next((folder / "json").glob("*pdf.json")).write_text("{"),
        lambda folder: next((folder / "json").glob("*pdf.trace.json")).unlink(),
    ],
)
def test_a_damaged_profile_costs_its_own_page(damage: Any, results: Path, tmp_path: Path) -> None:
    copy = tmp_path / "results"
    shutil.copytree(results, copy)
    damage(copy)
    target = tmp_path / "review"
    found = run(copy, target)
    index: Any = lxml.html.parse(target / "index.html").getroot()

    assert [finding.code for finding in found.findings.values()] == ["BCP603"]
    assert len(found.files) == len(list(target.iterdir())) == len(FORMS)
    assert len(index.xpath("//tr[@data-text]")) == len(FORMS)
    assert "Geen pagina: BCP603" in index.xpath("string()")


def run(results: Path, target: Path, limits: Limits | None = None) -> Any:
    """A review into a folder."""

    def publish(name: str, data: bytes | None) -> None:
        if data is None:
            (target / name).unlink(missing_ok=True)
        else:
            (target / name).write_bytes(data)

    target.mkdir(exist_ok=True)
    entries = entries_of(results, [INPUT])
    return review(entries, target, publish, 2, limits or review_limits())


def test_only_what_changed_is_made_anew(results: Path, tmp_path: Path) -> None:
    copy, target = tmp_path / "results", tmp_path / "review"
    shutil.copytree(results, copy)

    assert len(run(copy, target).files) == len(FORMS) + 1
    again = run(copy, target)
    assert (again.files, again.unchanged) == ([], len(FORMS))

    (changed,) = copy.glob("json/*-txt.json")
    changed.write_text(changed.read_text("utf-8").replace("Kalm", "Rustig"), "utf-8")
    assert run(copy, target).files == [f"{changed.stem}.html", "index.html"]

    (target / "index.html").unlink()
    assert run(copy, target).files == ["index.html"]


def test_a_page_that_takes_too_much_costs_itself_alone(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hungry(_: bytes) -> Any:
        return bytearray(10_000 * MEGABYTE)

    monkeypatch.setattr("pipeline.readers.pdf.picture.page_pictures", hungry)
    found = run(results, tmp_path / "review")

    assert {name[-4:]: f.code for name, f in found.findings.items()} == {"-pdf": "BCP161"}
    assert len(found.files) == len(FORMS)

    monkeypatch.setattr("pipeline.review.making.in_processes", _no_work)
    again = run(results, tmp_path / "review")
    assert (again.findings, again.files) == (found.findings, [])


def _no_work(tasks: Any, *_: object) -> Any:
    assert not tasks
    return ()


@pytest.mark.slow
def test_a_page_that_was_too_much_is_tried_again_under_other_limits(
    results: Path, tmp_path: Path
) -> None:
    target = tmp_path / "review"
    found = run(results, target, replace(review_limits(), result_bytes=700_000))
    assert {name[-4:]: f.code for name, f in found.findings.items()} == {"-pdf": "BCP163"}
    assert not list(target.glob("*-pdf.html"))

    again = run(results, target)
    assert (again.findings, again.unchanged) == ({}, len(FORMS) - 1)
    assert run(results, target, replace(review_limits(), result_bytes=700_000)).findings == {}


def test_texts_and_names_are_never_markup(results: Path, tmp_path: Path) -> None:
    copy = tmp_path / "results"
    shutil.copytree(results, copy)
    for path in copy.rglob("*.json"):
        text = path.read_text("utf-8")
        text = re.sub("Werfcoördinator jachthaven|opmerking|Brondocument", _escaped, text)
        text = text.replace("werfcoordinator-jachthaven.txt", _escaped(None))
        path.write_text(text.replace("split from", _escaped(None)), "utf-8")

    pages = made(entries_of(copy, [INPUT]))

    for data in pages.values():
        tree: Any = lxml.html.document_fromstring(data)
        assert len(tree.xpath("//script")) == 1
        assert not tree.xpath("//@onerror | //img[not(starts-with(@src, 'data:image/webp'))]")
        assert HOSTILE in tree.xpath("string()")


def _escaped(_: object) -> str:
    return json.dumps(HOSTILE)[1:-1]


def test_charts_count_occupations_and_not_files(results: Path) -> None:
    profiles = [entry.reviewed().profile for entry in entries_of(results, [])]

    assert set(map(len, occupations_by_competency(profiles).values())) == {1}
    assert occupations_by_indicator(profiles) == {}


@pytest.mark.slow
def test_charts_name_what_recurs(tmp_path: Path) -> None:
    text = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.txt").write_text(text.replace("Werfcoördinator", "Havenmeester"), "utf-8")
    main(["convert", str(tmp_path), "--output", str(tmp_path / "out"), "--format", "json"])
    entries = entries_of(tmp_path / "out", [])
    profiles = [entry.reviewed().profile for entry in entries]
    tree: Any = lxml.html.document_fromstring(made(entries)["index.html"])

    assert set(map(len, occupations_by_competency(profiles).values())) == {2}
    assert len(occupations_by_indicator(profiles)) > 40
    first, second = tree.xpath("//svg[@role='img']")
    tables = tree.xpath("//details//table")
    assert len(first.xpath(".//rect")) == min(15, len(tables[0].xpath(".//tbody/tr")))
    assert len(second.xpath(".//rect")) == 15


def test_the_assets_ship_with_the_program() -> None:
    for name in ("review.css", "review.js"):
        assert (ROOT / "pipeline" / "review" / name).is_file()
