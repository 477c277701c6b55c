"""The tag tree gives paragraphs, items and cells; what it does not reach is loose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from pipeline.readers.pdf.lines import LineMaker
from pipeline.readers.pdf.marks import Marks, Page, Run, Tagged
from pipeline.readers.pdf.tag_parts import TagLayout, TagParagraph, TagPart, TagTable
from pipeline.readers.pdf.tags import tag_layout, why_unused
from tests.unit.readers.pdf.typed import Typed

Kid = Tagged | tuple[int, int]


@dataclass
class Tree:
    """Tagged text: each text is a marked content of its own."""

    typed: Typed = field(default_factory=Typed)
    pages: dict[int, list[Run]] = field(default_factory=dict)

    def at(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> tuple[int, int]:
        """A text, as the tree names it."""
        runs = self.pages.setdefault(page, [])
        runs.append(replace(self.typed.run(text, x, y), tag=len(runs)))
        return page, len(runs) - 1

    def loose(self, text: str, y: float = 300, **kinds: object) -> None:
        """A text without a tag."""
        run = self.typed.run(text, 50, y)
        self.pages.setdefault(1, []).append(replace(run, **kinds))  # type: ignore[arg-type]

    def marks(self, *kids: Kid) -> Marks:
        pages = tuple(
            Page(n, 600, 800, tuple(runs), (), (), (), has_images=False)
            for n, runs in sorted(self.pages.items())
        )
        return Marks(pages, self.typed.glyphs, Tagged("Document", kids))

    def layout(self, *kids: Kid) -> TagLayout | None:
        marks = self.marks(*kids)
        found = tag_layout(Tagged("Document", kids), marks.pages, LineMaker.of(marks))
        return None if why_unused(found, marks.pages) else found

    def parts(self, *kids: Kid) -> Sequence[TagPart]:
        """The parts before a table that makes the tree one to be believed."""
        found = self.layout(*kids, *self.table())
        assert found is not None
        return found.parts[:-1]

    def table(self) -> list[Tagged]:
        cells = [tag("TD", self.at("Rol", x, 700)) for x in (50, 150)]
        return [tag("Table", tag("TR", *cells))]


def tag(kind: str, *kids: Kid, colspan: int = 1, rowspan: int = 1) -> Tagged:
    return Tagged(kind, kids, colspan, rowspan)


def paragraphs(parts: Sequence[TagPart]) -> list[str]:
    assert all(isinstance(part, TagParagraph) for part in parts)
    return [
        " / ".join(line.chars for line in p.lines) for p in parts if isinstance(p, TagParagraph)
    ]


def only(parts: Sequence[TagPart]) -> TagParagraph:
    (part,) = parts
    assert isinstance(part, TagParagraph)
    return part


def cells(part: TagPart) -> list[list[str]]:
    assert isinstance(part, TagTable)
    return [[" / ".join(paragraphs(cell.parts)) for cell in row] for row in part.rows]


def test_tags_without_a_table_of_two_columns_are_not_believed() -> None:
    tree = Tree()
    assert tree.layout(tag("P", tree.at("De dijkwachter"))) is None
    tree = Tree()
    assert tree.layout(tag("Table", tag("TR", tag("TD", tree.at("Rol"))))) is None


@pytest.mark.parametrize(("letters", "is_believed"), [(2, True), (3, False)])
def test_hardly_any_text_may_stand_outside_the_tree(letters: int, is_believed: bool) -> None:
    tree = Tree()
    text = tag("P", tree.at("De dijkwachter " * 8))  # 120 letters, and six of the table.
    tree.loose("x" * letters)

    assert (tree.layout(text, *tree.table()) is not None) is is_believed


def test_what_is_hidden_or_an_artifact_does_not_count_against_the_tree() -> None:
    tree = Tree()
    tree.loose("Profiel sluiswachter", artifact=True)
    tree.loose("Weg ermee", hidden="white text")
    layout = tree.layout(tag("P", tree.at("De dijk")), *tree.table())

    assert layout is not None
    assert [run.baseline for run in layout.artifacts[1]] == [300]
    assert layout.loose == {}


def test_marked_content_that_the_tree_does_not_name_is_loose() -> None:
    tree = Tree()
    text = tag("P", tree.at("De dijkwachter loopt zijn ronde. " * 6))
    tree.at("k", y=200)
    layout = tree.layout(text, *tree.table())

    assert layout is not None
    assert [run.baseline for run in layout.loose[1]] == [200]


def test_a_paragraph_has_its_lines_and_spans() -> None:
    tree = Tree()
    spans = tag("Span", tree.at("en de sluis", y=112)), tag("Link", tree.at("aan de post", y=124))

    assert paragraphs(tree.parts(tag("P", tree.at("De dijk"), *spans))) == [
        "De dijk / en de sluis / aan de post"
    ]


def test_an_inline_element_that_holds_a_paragraph_is_a_block() -> None:
    tree = Tree()
    span = tag("Span", tag("P", tree.at("en dan", y=112)))

    assert paragraphs(tree.parts(tag("Div", tree.at("De dijk"), span))) == ["De dijk", "en dan"]
    tree = Tree()
    deep = tag("Span", tag("Span", tag("P", tree.at("diep", y=112))))
    assert paragraphs(tree.parts(tag("Div", tree.at("De dijk"), deep))) == ["De dijk", "diep"]


@pytest.mark.parametrize(
    ("kind", "level"), [("H", 1), ("Title", 1), ("H1", 1), ("H6", 6), ("P", 0)]
)
def test_headings_have_their_levels(kind: str, level: int) -> None:
    tree = Tree()

    assert only(tree.parts(tag(kind, tree.at("Het beroep")))).heading == level


def test_what_stands_in_a_heading_is_one() -> None:
    tree = Tree()

    assert only(tree.parts(tag("H2", tag("P", tree.at("Het beroep"))))).heading == 2


@pytest.mark.parametrize(("kind", "name"), [
    ("TOC", "table of contents"), ("Note", "notes"), ("FENote", "notes"), ("Div", ""),
])  # fmt: skip
def test_tables_of_contents_and_notes_are_furniture(kind: str, name: str) -> None:
    for wrapped in (False, True):
        tree = Tree()
        text = tag("P", tree.at("Zie de wet"))
        found = tree.parts(tag(kind, tag("Div", text) if wrapped else text))
        assert only(found).furniture == name


def test_a_paragraph_on_the_line_of_another_goes_on_with_it() -> None:
    tree = Tree()
    two = tag("P", tree.at("De dijk")), tag("P", tree.at("en meer", x=95))

    assert paragraphs(tree.parts(*two)) == ["De dijk en meer"]


def test_a_paragraph_goes_on_behind_the_note_that_stands_amid_it() -> None:
    tree = Tree()
    note = tag("FENote", tree.at("1 Van 2020.", y=360))
    found = tree.parts(tag("P", tree.at("De dijk"), note, tree.at("en meer", x=95)))

    assert paragraphs(found) == ["De dijk en meer", "1 Van 2020."]
    # What begins a line of its own is another paragraph.
    tree = Tree()
    note = tag("FENote", tree.at("1 Van 2020.", y=360))
    found = tree.parts(tag("P", tree.at("De dijk"), note, tree.at("en meer", y=112)))
    assert paragraphs(found) == ["De dijk", "1 Van 2020.", "en meer"]


@pytest.mark.parametrize(("y", "count"), [(104.9, 1), (105.1, 2)])
def test_on_one_line_is_what_overlaps_by_half(y: float, count: int) -> None:
    tree = Tree()
    two = tag("P", tree.at("De dijk")), tag("P", tree.at("en meer", x=95, y=y))

    assert len(tree.parts(*two)) == count


@pytest.mark.parametrize(("x", "count"), [(83.1, 1), (82.9, 2)])
def test_letters_may_jut_out_over_the_end_of_a_paragraph(x: float, count: int) -> None:
    tree = Tree()
    # `De dijk` ends at 85.
    assert len(tree.parts(tag("P", tree.at("De dijk")), tag("P", tree.at("en", x=x)))) == count


def test_a_heading_or_a_note_does_not_go_on_with_text_beside_it() -> None:
    for kind in ("H1", "Note"):
        tree = Tree()
        two = tag(kind, tree.at("De dijk")), tag("P", tree.at("en meer", x=95))
        assert len(tree.parts(*two)) == 2


def test_what_stands_at_one_height_on_two_pages_is_two() -> None:
    tree = Tree()
    two = tag("P", tree.at("De dijk")), tag("P", tree.at("en meer", x=95, page=2))

    assert len(tree.parts(*two)) == 2


def test_a_table_after_a_paragraph_is_no_part_of_it() -> None:
    tree = Tree()
    inner = tag("Table", tag("TR", tag("TD", tree.at("Rol", x=95))))

    assert [type(part) for part in tree.parts(tag("P", tree.at("De dijk")), inner)] == [
        TagParagraph, TagTable,
    ]  # fmt: skip


def item(label: Kid | None, *body: Kid) -> Tagged:
    return tag("LI", *([tag("Lbl", label)] if label else []), tag("LBody", *body))


def test_the_label_of_an_item_and_its_first_paragraph_are_one() -> None:
    tree = Tree()
    found = only(tree.parts(tag("L", item(tree.at("1.", 30), tag("P", tree.at("De dijk"))))))

    assert paragraphs([found]) == ["1. De dijk"]
    assert (found.lines[0].x0, found.level, found.is_item) == (30, 1, False)


def test_an_item_without_a_label_is_one() -> None:
    tree = Tree()
    first, second = tree.parts(
        tag("L", item(None, tag("P", tree.at("De dijk")), tag("P", tree.at("Dan", y=120))))
    )

    assert isinstance(first, TagParagraph)
    assert isinstance(second, TagParagraph)
    assert (first.is_item, second.is_item) == (True, False)


def test_a_label_without_a_body_is_a_paragraph() -> None:
    tree = Tree()

    assert paragraphs(tree.parts(tag("L", item(tree.at("1.", 30))))) == ["1."]


def test_a_label_before_a_table_is_a_paragraph() -> None:
    tree = Tree()
    inner = tag("Table", tag("TR", tag("TD", tree.at("Rol"))))
    first, second = tree.parts(tag("L", item(tree.at("1.", 30, 80), inner)))

    assert paragraphs([first]) == ["1."]
    assert isinstance(second, TagTable)


def test_the_text_of_an_item_may_stand_in_it_without_a_body() -> None:
    tree = Tree()

    assert paragraphs(tree.parts(tag("L", tag("LI", tree.at("De dijk"))))) == ["De dijk"]


def test_lists_in_lists_count_their_levels() -> None:
    tree = Tree()
    inner = tag("L", item(tree.at("-", 60, 112), tag("P", tree.at("De sluis", 70, 112))))
    parts = tree.parts(
        tag("L", item(tree.at("1.", 30), tag("P", tree.at("De dijk")), inner)),
        tag("P", tree.at("Slot", y=140)),
    )

    assert [part.level for part in parts if isinstance(part, TagParagraph)] == [1, 2, 0]


def test_a_list_that_stands_in_an_item_beside_its_body_counts_as_well() -> None:
    tree = Tree()
    inner = tag("L", item(None, tag("P", tree.at("De sluis", 70, 112))))
    body = tag("LBody", tag("P", tree.at("De dijk")))

    parts = tree.parts(tag("L", tag("LI", tag("Lbl", tree.at("1.", 30)), body, inner)))

    assert [part.level for part in parts if isinstance(part, TagParagraph)] == [1, 2]


def test_a_table_inside_a_list_is_in_none() -> None:
    tree = Tree()
    inner = tag("Table", tag("TR", tag("TD", tree.at("Rol", y=112))))
    (found,) = tree.parts(tag("L", tag("LI", tag("LBody", inner))))

    assert isinstance(found, TagTable)
    assert only(found.rows[0][0].parts).level == 0


def test_items_of_two_lists_on_one_line_are_two() -> None:
    tree = Tree()
    lists = [
        tag("L", item(tree.at("-", x), tag("P", tree.at("De dijk", x + 10)))) for x in (50, 200)
    ]

    assert paragraphs(tree.parts(*lists)) == ["- De dijk", "- De dijk"]


def test_what_is_no_item_goes_on_with_the_text_on_its_line() -> None:
    tree = Tree()
    bare = [
        tag("L", item(None, tag("P", tree.at(text, x))))
        for x, text in ((50, "- dijk"), (95, "sluis"))
    ]
    assert paragraphs(tree.parts(*bare)) == ["- dijk sluis"]
    # Dashes outside lists are no markers, and one of them is none of two.
    for second in (tag("P"), tag("L")):
        tree = Tree()
        texts = tag("P", tree.at("- dijk")), tree.at("- sluis", 95)
        last = item(None, tag("P", texts[1])) if second.kind == "L" else texts[1]
        assert paragraphs(tree.parts(texts[0], replace(second, kids=(last,)))) == ["- dijk - sluis"]


def test_an_inline_element_that_holds_a_table_is_a_block() -> None:
    tree = Tree()
    inner = tag("Table", tag("TR", tag("TD", tree.at("Rol", y=112))))

    text, found = tree.parts(tag("Div", tree.at("De dijk"), tag("Span", inner)))

    assert (type(text), type(found)) == (TagParagraph, TagTable)


def test_a_table_has_the_rows_of_its_groups_and_its_caption() -> None:
    tree = Tree()
    head = tag("THead", tag("TR", tag("TH", tree.at("Taak")), tag("TH", tree.at("Rol", 150))))
    body = tag("TBody", tag("TR", tag("TD", tree.at("Dijk", y=120), colspan=2, rowspan=3)))
    (table,) = tree.parts(tag("Table", tag("Caption", tree.at("Tabel 1", y=80)), head, body))

    assert cells(table) == [["Tabel 1"], ["Taak", "Rol"], ["Dijk"]]
    assert isinstance(table, TagTable)
    assert [cell.header for row in table.rows for cell in row] == [False, True, True, False]
    assert (table.rows[2][0].colspan, table.rows[2][0].rowspan) == (2, 3)


def test_a_table_of_two_columns_inside_a_cell_is_one_to_be_believed() -> None:
    tree = Tree()

    assert tree.layout(tag("Table", tag("TR", tag("TD", *tree.table())))) is not None


def test_what_is_dropped_of_a_line_counts_once_though_two_paragraphs_stand_on_it() -> None:
    tree = Tree()
    # Soft hyphens are kept here, joiners of no width are not.
    two = tag("P", tree.at("De\u200bdijk")), tag("P", tree.at("en\u200bmeer", x=105))
    marks = tree.marks(*two)
    maker = LineMaker.of(marks)
    found = tag_layout(Tagged("Document", two), marks.pages, maker)

    assert paragraphs(found.parts[:1]) == ["Dedijk enmeer"]
    assert sum(maker.dropped.values()) == 2


def test_what_stands_beside_the_cells_of_a_row_is_of_the_one_before_it() -> None:
    tree = Tree()
    row = tag(
        "TR", tag("P", tree.at("Eerst")), tag("TD", tree.at("Taak", y=112)),
        tag("P", tree.at("Meer", y=124)), tag("TD", tree.at("Rol", 150)),
    )  # fmt: skip
    (table,) = tree.parts(tag("Table", row))

    assert cells(table) == [["Eerst / Taak / Meer", "Rol"]]


def test_text_that_hangs_in_a_table_itself_is_in_none_of_its_rows() -> None:
    tree = Tree()
    # Short enough to be left out of tags that are believed.
    layout = tree.layout(
        tag("P", tree.at("De dijkwachter " * 8)),
        tag("Table", tree.at("x", y=80), *tree.table()[0].kids),
    )

    assert layout is not None
    assert cells(layout.parts[1]) == [["Rol", "Rol"]]
    assert [len(runs) for runs in layout.loose.values()] == [1]


def test_a_row_without_cells_has_one_for_each_of_its_elements() -> None:
    tree = Tree()
    row = tag("TR", tag("P", tree.at("Taak")), tag("P", tree.at("Rol", 150)))

    assert cells(tree.parts(tag("Table", row))[0]) == [["Taak", "Rol"]]


def test_heads_that_are_printed_again_on_each_page_count_once() -> None:
    tree = Tree()
    again = tag("P", tree.at("Taak"), tree.at("Taak", page=2))
    layout = tree.layout(again, *tree.table())

    assert layout is not None
    assert paragraphs(layout.parts[:1]) == ["Taak"]
    assert [run.baseline for run in layout.artifacts[2]] == [100]
    assert 1 not in layout.artifacts


def test_other_text_on_the_next_page_is_kept() -> None:
    tree = Tree()

    assert paragraphs(tree.parts(tag("P", tree.at("Taak"), tree.at("Rol", page=2)))) == [
        "Taak / Rol"
    ]
