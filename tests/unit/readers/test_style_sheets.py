"""The style sheet in a page says of its elements what a style of their own would."""

from __future__ import annotations

import pytest

from tests.unit.readers.notation import html_blocks


def styled(sheet: str, body: str, media: str = "") -> str:
    """The blocks of a page with a sheet."""
    return html_blocks(f"<head><style {media}>{sheet}</style></head><body>{body}</body>")


@pytest.mark.parametrize(
    "sheet",
    [
        ".label { font-weight: bold }",
        "p.label{font-weight:700;}",
        "div > .label, h9 { FONT-WEIGHT: BOLD !important }",
        "div p:first-child { font: italic bold 12px/1.4 Arial; font-style: normal }",
        "@media screen { .label { font-weight: 600 } }",
        "@media screen and (min-width: 40em) { .label { font-weight: 600 } }",
        "@supports (display: grid) { .label { font-weight: bold } }",
        "/* kop */ #a { font-weight: bold } <!-- -->",
        ".label { font-weight: bold } p { font-weight: normal }",
        "#a { font-weight: normal } #a { font-weight: bold }",
        ".label { font-weight: bold } p::before { content: 'x' } @import 'y'; p:hover { color: x",
    ],
)
def test_emphasis_may_be_said_by_a_sheet(sheet: str) -> None:
    assert styled(sheet, "<div><p class='kop label' id=a>Naam</p><p>Kok</p></div>") == (
        "p:*Naam*; p:Kok"
    )


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print { .label { font-weight: bold } }",
        "@media (max-width: 600px) { .label { font-weight: bold } }",
        "@media (min-width: 2000px) { .label { font-weight: bold } }",
        "@media (prefers-color-scheme: dark) { .label { font-weight: bold } }",
        "p:hover { font-weight: bold }",
        "p::first-line { font-weight: bold }",
        ".label { font-weight: bold } p.label { font-weight: normal }",
        ".label { font-weight: bold",
        ":not(" * 200 + "p" + ")" * 200 + " { font-weight: bold }",
        "p ][ .label { font-weight: bold }",
    ],
)
def test_what_does_not_hold_says_nothing(sheet: str) -> None:
    unclosed = sheet.endswith("bold")

    expected = "p:*Naam*" if unclosed else "p:Naam"
    assert styled(sheet, "<p class=label>Naam</p>") == expected


def test_a_sheet_for_printers_says_nothing() -> None:
    assert styled("p { font-weight: bold }", "<p>Naam</p>", "media=print") == "p:Naam"


def test_a_style_of_its_own_is_stronger_than_a_sheet_unless_that_is_important() -> None:
    body = "<p style='font-weight:normal'>Naam</p>"

    assert styled("p { font-weight: bold }", body) == "p:Naam"
    assert styled("p { font-weight: bold !important }", body) == "p:*Naam*"


def test_cells_have_the_letters_of_their_row() -> None:
    rows = (
        "<table><tr class=kop><td>a<td style='font-weight:400'>b<tr style='font-style:italic'><td>c"
    )

    assert styled(".kop { font-weight: bold }", rows) == "{*a* | b // _c_}"


@pytest.mark.parametrize(
    ("sheet", "blocks"),
    [
        ("ul { list-style-type: decimal }", "+1=a; 2=b"),
        ("li { list-style: square inside }", "+-a; -b"),
        ("ul { list-style: none }", "+-a; -b"),
        ("ul { list-style: upper-roman }", "+1=a; 2=b"),
    ],
)
def test_what_marks_a_list(sheet: str, blocks: str) -> None:
    assert styled(sheet, "<ul><li>a<li>b</ul>") == blocks


def test_blocks_and_lines_are_told_by_their_display() -> None:
    assert styled("span { display: block }", "<span>a</span><span>b</span>") == "p:a; p:b"
    assert styled(".r { display: inline }", "<div class=r>a</div> <p class=r>b") == "a b"


def test_what_a_sheet_hides_is_hidden_text() -> None:
    assert styled(".venster { display: none }", "<div class=venster>x</div>y") == (
        "(hidden text: x); y"
    )


def test_panels_that_a_sheet_hides_are_text_if_there_are_several() -> None:
    body = "<h3>a</h3><div class=paneel>x</div><h3>b</h3><div class=paneel>y</div>"

    assert styled(".paneel { display: none }", body) == "h3:a; p:x; h3:b; p:y"
