"""What operators do: places, sizes, marked content, forms, layers."""

from __future__ import annotations

import pytest

from pipeline.core.signs import UNKNOWN
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.marks import CLIPPED, INVISIBLE, SWITCHED_OFF, WITHOUT_SIZE, Tagged
from tests.unit.readers.pdf.engine.sheets import (
    HELVETICA,
    Sheet,
    hidden,
    run_of,
    streamed,
    text_of,
    texts,
)


def test_the_streams_of_a_page_are_one_stream_wherever_it_is_cut() -> None:
    whole = "/P <</MCID 4>> BDC BT /F 10 Tf 50 300 Td [(Een) -300 (regel)] TJ ET EMC"
    tokens = whole.replace("<<", "<< ").replace(">>", " >>").replace("[", "[ ").split(" ")
    expected = Sheet(whole).marks()

    for cut in range(1, len(tokens)):
        parts = (" ".join(tokens[:cut]), " ".join(tokens[cut:]))
        marks = Sheet(parts).marks()
        assert (marks.pages, marks.complaints) == (expected.pages, 0), parts


def test_text_stands_where_matrices_and_moves_put_it() -> None:
    page = Sheet(
        "q 2 0 0 2 10 20 cm BT /F 10 Tf 1 0 0 1 5 50 Tm (A) Tj 0 -12 Td (B) Tj ET Q "
        "BT /F 10 Tf 14 TL 30 300 Td (C) Tj T* (D) Tj (E) ' 1 2 (F) \" 5 -20 TD (G) Tj T* (H) Tj ET"
    ).page()

    assert [(run.x0, run.baseline, run.size) for run in page.runs] == [
        (20.0, 280.0, 20.0), (20.0, 304.0, 20.0), (30.0, 100.0, 10.0), (30.0, 114.0, 10.0),
        (30.0, 128.0, 10.0), (30.0, 142.0, 10.0), (35.0, 162.0, 10.0), (35.0, 182.0, 10.0),
    ]  # fmt: skip


def test_letters_words_and_stretch_make_text_wider() -> None:
    plain = run_of("BT /F 10 Tf (a b) Tj ET")
    spaced = run_of("BT /F 10 Tf 2 Tc 5 Tw (a b) Tj ET")
    stretched = run_of("BT /F 10 Tf 150 Tz (a b) Tj ET")

    assert spaced.x1 - plain.x1 == pytest.approx(2 * 2 + 5)
    assert stretched.x1 == pytest.approx(1.5 * plain.x1)


def test_the_next_string_begins_behind_the_spacing_of_the_last_letter() -> None:
    page = Sheet("BT /F 10 Tf 20 Tc (a) Tj (b) Tj ET").page()

    assert [run.x0 for run in page.runs] == [0.0, pytest.approx(25.56)]


def test_a_jump_begins_a_run_and_kerning_does_not() -> None:
    assert texts(Sheet("BT /F 10 Tf [(a) -700 (b) -900 (c) 900 (d)] TJ ET")) == ["ab", "c", "d"]


def test_letters_that_are_shown_one_by_one_are_one_run() -> None:
    one_by_one = "BT /F 10 Tf (a) Tj 5.56 0 Td (b) Tj 6 0 Td (c) Tj 9 0 Td (d) Tj ET"

    assert texts(Sheet(one_by_one)) == ["abc", "d"]


@pytest.mark.parametrize(
    "change",
    ["/F 11 Tf", "2 Tr", "0 5 Td", "EMC", "1 0 0 rg", "-20 0 Td", "20 0 Td", "3 Tr"],
)
def test_a_run_ends_where_its_look_or_its_line_does(change: str) -> None:
    assert texts(Sheet(f"/P <</MCID 0>> BDC BT /F 10 Tf (a) Tj {change} (b) Tj ET")) == ["a", "b"]


def test_a_run_ends_where_something_is_painted() -> None:
    assert texts(Sheet("BT /F 10 Tf (a) Tj 5.56 0 Td 0 0 9 9 re f (b) Tj ET")) == ["a", "b"]


def test_raised_text_stands_higher() -> None:
    assert run_of("BT /F 10 Tf 50 300 Td 3 Ts (a) Tj ET").baseline == pytest.approx(97)


@pytest.mark.parametrize(
    ("matrix", "direction", "askew"),
    [
        ("1 0 0 1", 0, False), ("0 1 -1 0", 3, False), ("0 -1 1 0", 1, False),
        ("-1 0 0 -1", 2, False), (".6 .8 -.8 .6", 3, True), (".8 .6 -.6 .8", 0, True),
        (".9986 .0523 -.0523 .9986", 0, False), (".9945 .1045 -.1045 .9945", 0, True),
    ],
)  # fmt: skip
def test_text_reads_by_quarters_or_is_askew(matrix: str, direction: int, askew: bool) -> None:
    run = run_of(f"BT /F 10 Tf {matrix} 200 200 Tm (Concept) Tj ET")

    assert (run.direction, run.askew, round(run.size)) == (direction, askew, 10)


def test_a_negative_size_turns_letters_that_a_matrix_turned_back() -> None:
    run = run_of("BT /F -10 Tf -1 0 0 -1 200 200 Tm (ab) Tj ET")

    assert (run.direction, run.x0, run.size) == (0, 200.0, 10.0)


def test_sheared_letters_are_italic_and_stroked_ones_bold() -> None:
    assert run_of("BT /F 10 Tf 1 0 .3 1 50 50 Tm (a) Tj ET").style == ITALIC
    assert run_of("BT /F 10 Tf 1 0 .05 1 50 50 Tm 2 Tr (a) Tj ET").style == BOLD


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ("3 Tr", INVISIBLE), ("7 Tr", INVISIBLE), ("/Clear gs", INVISIBLE),
        ("/F .5 Tf", WITHOUT_SIZE), ("0 0 10 10 re W n", CLIPPED), ("0 Tr", ""), ("1 Tr", ""),
    ],
)  # fmt: skip
def test_text_that_an_operator_hides(how: str, kind: str) -> None:
    sheet = Sheet(
        f"BT /F 10 Tf {how} 50 300 Td (a) Tj ET",
        resources="/ExtGState << /Clear << /ca 0 >> >>",
    )

    assert hidden(sheet) == {"a": kind}


def test_what_is_saved_comes_back_and_no_more_than_was_saved() -> None:
    sheet = Sheet("q 3 Tr 0 0 1 1 re W n Q Q Q BT /F 10 Tf 50 50 Td (a) Tj ET")

    assert hidden(sheet) == {"a": ""}


def test_the_font_may_come_from_a_set_of_parameters() -> None:
    sheet = Sheet(
        "BT /State gs 50 50 Td (a) Tj ET",
        fonts={},
        resources="/ExtGState << /State << /Font [20 0 R 12] >> >>",
        others=[HELVETICA],
    )

    assert sheet.page().runs[0].size == 12.0


def test_an_operator_without_what_it_needs_is_passed_over_and_told() -> None:
    marks = Sheet("BT /F 10 Tf 5 Td 50 300 Td 7 7 3 Tr (a) Tj /X Tr (b) Tj ET").marks()

    assert [text_of(run, marks.glyphs) for run in marks.pages[0].runs] == ["ab"]
    assert marks.pages[0].runs[0].hidden == INVISIBLE
    assert (marks.complaints, marks.complaint.split(" fails")[0]) == (2, "Td")


def test_a_font_that_is_not_there_keeps_its_text() -> None:
    assert texts(Sheet("BT /G 10 Tf (ab) Tj ET")) == ["ab"]


def test_marked_content_is_a_stack_and_the_innermost_id_counts() -> None:
    marks = Sheet(
        "BT /F 10 Tf (a) Tj /P <</MCID 1>> BDC (b) Tj /Span <</Lang (nl)>> BDC (c) Tj "
        "/Span /Named BDC (d) Tj EMC EMC (e) Tj EMC EMC /Artifact BMC (f) Tj /P BMC (g) Tj EMC EMC "
        "(h) Tj ET",
        resources="/Properties << /Named << /MCID 7 >> >>",
    ).marks()

    found = [(text_of(run, marks.glyphs), run.tag, run.artifact) for run in marks.pages[0].runs]
    assert found == [
        ("a", -1, False), ("bc", 1, False), ("d", 7, False), ("e", 1, False), ("fg", -1, True),
        ("h", -1, False),
    ]  # fmt: skip


FORM = "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [2 0 0 2 10 10] "
FORMS = "/XObject << /X 20 0 R >>"


def test_a_form_stands_by_its_matrix_in_what_is_marked_around_it() -> None:
    form = streamed("BT /F 10 Tf 5 5 Td (a) Tj ET /P <</MCID 9>> BDC EMC EMC EMC", FORM)
    page = Sheet(
        "/P <</MCID 3>> BDC q 1 0 0 1 100 0 cm /X Do Q EMC /Artifact BMC /X Do EMC",
        resources=FORMS,
        others=[form],
    ).page()

    assert [(run.x0, run.baseline, run.size, run.tag, run.artifact) for run in page.runs] == [
        (120.0, 380.0, 20.0, 3, False), (20.0, 380.0, 20.0, -1, True),
    ]  # fmt: skip


def test_a_form_shows_nothing_outside_its_box() -> None:
    form = streamed("BT /F 10 Tf 5 5 Td (a) Tj 0 200 Td (b) Tj ET", FORM)

    sheet = Sheet("/X Do", resources=FORMS, others=[form])
    assert hidden(sheet) == {"a": "", "b": CLIPPED}


def test_marked_content_inside_a_form_is_found_by_the_form() -> None:
    form = streamed("/P <</MCID 0>> BDC BT /F 10 Tf (a) Tj ET EMC", FORM + "/StructParents 0")
    kid = "<< /Type /MCR /Pg 3 0 R /Stm 20 0 R /MCID 0 >>"
    marks = Sheet(
        "/X Do /P <</MCID 0>> BDC BT /F 10 Tf 50 300 Td (b) Tj ET EMC",
        resources=FORMS,
        others=[form, f"<< /S /P /P 22 0 R /K {kid} >>", "<< /Type /StructTreeRoot /K 21 0 R >>"],
        catalog="/StructTreeRoot 22 0 R",
    ).marks()

    inside, outside = (run.tag for run in marks.pages[0].runs)
    assert marks.tags == Tagged("Document", (Tagged("P", ((1, inside),)),))
    assert outside == 0 != inside


def test_a_form_that_draws_itself_ends() -> None:
    form = streamed("BT /F 10 Tf (a) Tj ET /X Do", "/Subtype /Form /BBox [0 0 9 9]")

    assert len(texts(Sheet("/X Do", resources=FORMS, others=[form]))) == 12


def test_a_form_whose_stream_cannot_be_read_is_a_fault_of_the_page() -> None:
    form = streamed("BT /F 10 Tf (a) Tj ET", FORM + "/Filter /Unknown")
    page = Sheet("/X Do BT /F 10 Tf (b) Tj ET", resources=FORMS, others=[form]).page()

    assert "Unknown" in page.fault
    assert len(page.runs) == 1


LAYERS = "/OCProperties << /OCGs [20 0 R 21 0 R] /D << %s >> >>"


@pytest.mark.parametrize(
    ("setting", "off"),
    [
        ("/OFF [20 0 R]", "a"),
        ("/BaseState /OFF /ON [21 0 R]", "a"),
        ("/BaseState /OFF", "abcd"),
        ("/OFF [20 0 R 21 0 R]", "abcd"),
        ("", ""),
    ],
)
def test_layers_that_are_off_hide_what_stands_on_them(setting: str, off: str) -> None:
    down = "0 -20 Td"
    sheet = Sheet(
        f"BT /F 10 Tf 0 300 Td /OC /One BDC (a) Tj EMC {down} /OC /Two BDC (b) Tj {down} "
        f"/P BMC (c) Tj EMC EMC {down} /OC /Both BDC (d) Tj EMC {down} "
        "/Other /One BDC (e) Tj EMC ET",
        resources="/Properties << /One 20 0 R /Two 21 0 R /Both << /OCGs [20 0 R 21 0 R] >> >>",
        others=["<< /Type /OCG /Name (1) >>", "<< /Type /OCG /Name (2) >>"],
        catalog=LAYERS % setting,
    )

    assert hidden(sheet) == {sign: SWITCHED_OFF if sign in off else "" for sign in "abcde"}


def test_nothing_that_is_painted_on_a_layer_that_is_off_is_there() -> None:
    page = Sheet(
        "/OC /One BDC 0 0 50 50 re f 10 10 m 90 10 l S /X Do EMC",
        resources="/Properties << /One 20 0 R >> /XObject << /X 21 0 R >>",
        others=["<< /Type /OCG /Name (1) >>", streamed("x", "/Subtype /Image /Width 1 /Height 1")],
        catalog=LAYERS % "/OFF [20 0 R]",
    ).page()

    assert (page.rules, page.shades, page.has_images) == ((), (), False)


def test_text_in_a_stream_of_strings_nested_deeply_is_read() -> None:
    assert texts(Sheet("BT /F 10 Tf [(a(b(c(d)))) -2 (e)] TJ (f(g(h(i)))) Tj ET")) == [
        "a(b(c(d)))ef(g(h(i)))"
    ]
    assert UNKNOWN not in "".join(texts(Sheet("BT /F 10 Tf (a(b(c(d)))) Tj ET")))
