"""The tag tree, element by element: which of them are text, rows and items, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from pipeline.readers.pdf.marks import Page, Run, Tagged
from pipeline.readers.pdf.tag_parts import TagLayout, TagParagraph, TagPart, TagTable
from pipeline.readers.pdf.tags import tag_layout, why_unused
from tests.unit.readers.pdf.typed import Typed

Kid = Tagged | tuple[int, int]


@dataclass
class Written:
    """A page of texts, each a marked content of its own."""

    typed: Typed = field(default_factory=Typed)
    runs: list[Run] = field(default_factory=list)

    def at(self, text: str, x: float = 50, y: float = 100) -> tuple[int, int]:
        """A text, as the tree names it."""
        self.runs.append(replace(self.typed.run(text, x, y), tag=len(self.runs)))
        return 1, len(self.runs) - 1

    def untagged(self, text: str, changes: Mapping[str, object]) -> None:
        self.runs.append(replace(self.typed.run(text, 50, 300), **changes))  # type: ignore[arg-type]

    @property
    def pages(self) -> Sequence[Page]:
        return [Page(1, 600, 800, tuple(self.runs), (), (), (), has_images=False)]

    def layout(self, *kids: Kid) -> TagLayout:
        return tag_layout(tag("Document", *kids), self.pages, self.typed.maker)

    def why(self, *kids: Kid) -> str:
        return why_unused(self.layout(*kids), self.pages)

    def texts(self, *kids: Kid) -> list[object]:
        return told(self.layout(*kids).parts)


def tag(kind: str, *kids: Kid) -> Tagged:
    return Tagged(kind, kids)


def told(parts: Sequence[TagPart]) -> list[object]:
    """The text of a paragraph; the rows of a table, in each its cells, in each what it holds."""
    return [
        " / ".join(line.chars for line in part.lines)
        if isinstance(part, TagParagraph)
        else [[told(cell.parts) for cell in row] for row in part.rows]
        for part in parts
    ]


# Whether the tree is believed.


@pytest.mark.parametrize("change", [{"hidden": "white text"}, {"artifact": True}])
def test_what_is_hidden_or_an_artifact_counts_not_for_the_tree_either(
    change: Mapping[str, object],
) -> None:
    page = Written()
    row = tag("TR", tag("TD", page.at("x" * 47)), tag("TD", page.at("x" * 48, 300)))
    page.untagged("x" * 5, {})
    page.untagged("x" * 400, change)

    assert page.why(tag("Table", row)) == "5% of the text hangs in none"


def test_tags_are_believed_with_all_text_of_a_table_and_not_without_one() -> None:
    page = Written()
    cells = [tag("TD", page.at("Rol")), tag("TD", page.at("Kok", 300))]

    assert page.why(tag("Table", tag("TR", *cells))) == ""
    assert page.why(tag("P", page.at("Rol"))) == "they hold no table"


# Paragraphs.


@pytest.mark.parametrize(("kind", "level"), [("H6", 6), ("H7", 0), ("H0", 0)])
def test_headings_have_six_levels(kind: str, level: int) -> None:
    page = Written()
    (part,) = page.layout(tag(kind, page.at("Het beroep"))).parts

    assert isinstance(part, TagParagraph)
    assert part.heading == level


def test_inline_elements_in_each_other_hold_text_of_one_paragraph() -> None:
    page = Written()
    span = tag("Span", tag("Link", tag("Em", page.at("langs", y=112))), page.at("de dijk", y=124))

    assert page.texts(tag("P", page.at("Hij loopt"), span)) == ["Hij loopt / langs / de dijk"]


@pytest.mark.parametrize("kind", ["P", "L", "Caption"])
def test_an_inline_element_that_holds_text_of_its_own_is_a_block(kind: str) -> None:
    page = Written()
    span = tag("Span", tag(kind, tag("LI", page.at("langs", y=112))))

    assert page.texts(tag("Div", page.at("Hij loopt"), span)) == ["Hij loopt", "langs"]


def test_a_paragraph_goes_on_with_the_last_one_before_it() -> None:
    page = Written()
    texts = page.at("Vooraf."), page.at("Hij loopt", y=130), page.at("langs", 100, 130)

    assert page.texts(*(tag("P", text) for text in texts)) == ["Vooraf.", "Hij loopt langs"]


def test_a_paragraph_behind_a_table_is_one_by_itself() -> None:
    page = Written()
    table = tag("Table", tag("TR", tag("TD", page.at("Rol", 100))))
    texts = tag("P", page.at("Hij loopt", 20)), table, tag("P", page.at("langs", 200))

    assert page.texts(*texts) == ["Hij loopt", [[["Rol"]]], "langs"]


def test_a_text_behind_notes_alone_is_one_by_itself() -> None:
    page = Written()
    notes = tag("Note", page.at("1 Van 2020.", y=300)), tag("Note", page.at("2 Van 2021.", y=312))

    assert page.texts(*notes, tag("P", page.at("Hij loopt"))) == [
        "1 Van 2020.", "2 Van 2021.", "Hij loopt",
    ]  # fmt: skip


# Rows and items.


def test_what_stands_beside_cells_is_of_the_last_one_before_it() -> None:
    page = Written()
    cells = [tag("TD", page.at(text, x)) for text, x in (("Rol", 50), ("Eis", 150), ("Taak", 250))]
    extra = [tag("P", page.at(text, x, 112)) for text, x in (("een", 150), ("twee", 250))]

    assert page.texts(tag("Table", tag("TR", *cells[:2], extra[0], cells[2], extra[1]))) == [
        [[["Rol"], ["Eis", "een"], ["Taak", "twee"]]]
    ]


def test_an_item_in_a_heading_is_none() -> None:
    page = Written()
    item = tag("LI", tag("Lbl", page.at("1.", 30)), tag("LBody", page.at("De dijk")))
    (part,) = page.layout(tag("H1", tag("L", item))).parts

    assert isinstance(part, TagParagraph)
    assert (part.heading, part.level) == (0, 1)


def test_an_item_without_a_body_is_one_though_its_words_are_elements() -> None:
    page = Written()
    marker = tag("Lbl", page.at("•", 30))
    texts = [page.at("Loopt langs"), page.at("de dijk", y=112), page.at(" en kijkt.", 85, 112)]
    item = tag("LI", marker, *(tag("NonStruct", text) for text in texts))

    assert page.texts(tag("L", item)) == ["• Loopt langs / de dijk en kijkt."]


@pytest.mark.parametrize("label", ["", "1."])
def test_what_follows_a_table_in_an_item_stands_there_once(label: str) -> None:
    page = Written()
    table = tag("Table", tag("TR", tag("TD", page.at("Rol", y=130))))
    marker = [tag("Lbl", page.at(label, 30))] if label else []
    body = tag("LBody", table, tag("P", page.at("Na", y=160)), tag("P", page.at("Slot", y=190)))

    parts = page.layout(tag("L", tag("LI", *marker, body))).parts
    assert told(parts) == [*([label] if label else []), [[["Rol"]]], "Na", "Slot"]
    assert isinstance(parts[-3], TagTable)
