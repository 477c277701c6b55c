"""What of a page is content whatever its element, class or state says; fields of forms."""

from __future__ import annotations

import pytest

from pipeline.readers import html
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import html_blocks as blocks
from tests.unit.readers.notation import places_of

LONG = "De kok bereidt elke dag warme maaltijden voor de gasten van het restaurant. " * 8


@pytest.mark.parametrize(
    "wrapper",
    [
        "<form id=aspnetForm>{}</form>",
        "<div class='content-sidebar-wrap'>{}</div>",
        "<div style='visibility:hidden'>{}</div>",
        "<aside><div>{}</div></aside>",
    ],
)
def test_what_holds_most_of_the_text_is_the_page(wrapper: str) -> None:
    source = wrapper.format(f"<p>{LONG}</p>")

    assert blocks(f"<nav>Menu</nav>{source}").startswith("(navigation: Menu); p:De kok")
    assert "p:De kok" not in blocks(f"{source}<p>{LONG}{LONG}</p>").partition("p:De kok")[0]


def test_a_small_part_is_what_it_says() -> None:
    assert blocks(f"<p>{LONG}</p><form>Zoek</form>").endswith("; (navigation: Zoek)")


@pytest.mark.parametrize(
    "source",
    [
        "<button aria-controls='a b'>Open</button><p id=b hidden>x</p>",
        "<a role=tab href='#b'>Open</a><p id=b style='display:none'>x</p>",
        "<a data-toggle=collapse href='#b'>Open</a><p id=b hidden>x</p>",
        "<button data-bs-target='#b'>Open</button><p id=b hidden>x</p>",
        "<p role=tabpanel hidden>x</p>",
        "<p hidden='until-found'>x</p>",
        "<details><summary>Open</summary><p>x</p></details>",
    ],
)
def test_what_a_tab_or_a_button_unfolds_is_text(source: str) -> None:
    assert blocks(source).endswith("p:x")


@pytest.mark.parametrize(
    "source",
    [
        "<button>Titel</button><div role=tabpanel hidden>x</div>",
        "<h3><button aria-controls=b>Titel</button></h3><div id=b hidden>x</div>",
    ],
)
def test_the_button_above_what_it_unfolds_is_its_title(source: str) -> None:
    assert blocks(source) in ("p:Titel; p:x", "h3:Titel; p:x")


# Fields of forms.


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<input value='Kok &amp; co'>", "p:Kok & co"),
        ('<input type="text" id=a value = "Kok" >', "p:Kok"),
        ("<INPUT TYPE=Date VALUE=2026-03-02>", "p:2026-03-02"),
        ("<input type=hidden value=x>", ""),
        ("<input type=submit value=Verstuur>", ""),
        ("<input>", ""),
        ("<input value>", ""),
        ("<input hidden value=x>", "(hidden text: x)"),
        ("<textarea rows=2>Kok\nen &lt;bakker&gt;</textarea>", "p:Kok/en <bakker>"),
        (
            "<select><option>a<option selected>b<option>c</select>",
            "(options that were not chosen: a); (options that were not chosen: c); p:b",
        ),
        ("<datalist><option>a</datalist>", "(navigation: a)"),
        ("<input type=checkbox checked> ja <input type=radio> nee", "p:☒ ja ☐ nee"),
    ],
)
def test_what_a_field_shows_is_text(source: str, read: str) -> None:
    assert blocks(f"<p>{source}</p>") == read


def test_a_value_knows_its_place_and_is_counted_once() -> None:
    document = html.read(SourceText("<p>\n<input id=x value='de kok'></p>", "utf-8"))

    assert places_of(document, "de kok") == ["2:20-2:26"]
    assert document.source_chars == sum(document.markup.values()) + len("dekok")
