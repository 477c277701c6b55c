"""What producers write into the tree of tags beside, around and in place of rows and cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.habits.kit import Case, Habit, case, worn
from tests.habits.profiles import Items, Profile, Text
from tests.habits.rules import booktabs, grid, strips
from tests.habits.tags import Node, Tags


def plain_tags() -> Iterator[Case]:
    """Tags as Word and LibreOffice write them, over ruled tables and over tables without rules."""
    for dress in worn("h+c+s+d+n+"):
        yield case(dress)
    for dress in worn("h+c+s+"):
        yield case(dress, "headers", hand={"label_role": "TH"})
        yield case(dress, "no-rules", hand={"rules": None})
    for dress in worn("h+d+"):
        yield case(dress, "per-page", hand={"over_pages": False})
    for dress in worn("c+n+"):
        yield case(dress, "span-words", hand={"tag_word": "Span"})


def stray_beside_cells() -> Iterator[Case]:
    """Acrobat PDFMaker puts a P, a Figure or a Span beside the TD cells of a TR; only cells
    count."""
    for role in ("P", "Figure", "Span"):
        for place, dress in zip((0, 1, 2), worn("h+c+s+"), strict=True):
            hand = {"retag": _stray(role, place)}
            yield case(dress, f"{role}-{place}", hand=hand)
    for dress in worn("d+n+"):
        yield case(dress, "no-rules", hand={"retag": _stray("P", 1), "rules": None})


def _stray(role: str, place: int) -> Callable[[Tags], None]:
    def change(tags: Tags) -> None:
        for number, row in enumerate(tags.root.all("TR")):
            if number % 3 == 0:
                row.kids.insert(min(place, len(row.kids)), Node(role))

    return change


def stray_with_blank() -> Iterator[Case]:
    """The stray element has content: a blank, or a rule of the page."""

    def change(tags: Tags) -> None:
        for number, row in enumerate(tags.root.all("TR")):
            if number % 2 == 0:
                row.kids.append(Node("P", [(0, tags.fresh(0))]))

    for dress in worn("h+c+s+"):
        yield case(dress, hand={"retag": change})


def _bodies(tags: Tags) -> None:
    for table in list(tags.root.all("Table")):
        table.kids = [Node("THead", table.kids[:1]), Node("TBody", table.kids[1:])]


def _around(*roles: str) -> Callable[[Tags], None]:
    def change(tags: Tags) -> None:
        for role in roles:
            tags.root.kids = [Node(role, tags.root.kids)]

    return change


def _inside(role: str) -> Callable[[Tags], None]:
    def change(tags: Tags) -> None:
        for cell in list(tags.root.all("TD")):
            cell.kids = [Node(role, cell.kids)]

    return change


def wrapped_rows() -> Iterator[Case]:
    """Rows in TBody or THead, tables in Sect and Div, the text of cells in Div, Sect, NonStruct."""
    for dress in worn("h+c+"):
        yield case(dress, "bodies", hand={"retag": _bodies})
        yield case(dress, "sections", hand={"retag": _around("Div", "Sect", "Part")})
    for role, dress in zip(("Div", "Sect", "NonStruct"), worn("s+d+n+"), strict=True):
        yield case(dress, role.lower(), hand={"retag": _inside(role)})


def lines_tagged_apart() -> Iterator[Case]:
    """Each line of a cell is a paragraph of its own in the tags (old Quartz, converters)."""

    def change(tags: Tags) -> None:
        for cell in tags.root.all("TD"):
            cell.kids = [
                one for kid in cell.kids
                for one in (_each(kid) if isinstance(kid, Node) and kid.role == "P" else [kid])
            ]  # fmt: skip

    for dress in worn("h+c+s+"):
        yield case(dress, hand={"retag": change})


def _each(node: Node) -> list[Node]:
    return [Node("P", [kid]) for kid in node.kids]


def lists_without_items() -> Iterator[Case]:
    """List items are paragraphs with a typed bullet in the tags, as Word writes them for typed
    lists."""

    def change(tags: Tags) -> None:
        for cell in tags.root.all("TD"):
            kids: list[Node | tuple[int, int]] = []
            for kid in cell.kids:
                if isinstance(kid, Node) and kid.role == "L":
                    for item in kid.all("LI"):
                        marks = [
                            mark for part in item.kids if isinstance(part, Node)
                            for mark in part.kids
                        ]  # fmt: skip
                        kids.append(Node("P", marks))
                else:
                    kids.append(kid)
            cell.kids = kids

    for dress in worn("h+c+s+d+"):
        yield case(dress, hand={"retag": change})


def no_cells_in_tags() -> Iterator[Case]:
    """The tree has paragraphs alone and no table: the page's rules are what shows the rows."""

    def change(tags: Tags) -> None:
        kids: list[Node | tuple[int, int]] = []
        for kid in tags.root.kids:
            if isinstance(kid, Node) and kid.role == "Table":
                for cell in kid.all("TD"):
                    kids += cell.kids
            else:
                kids.append(kid)
        tags.root.kids = kids

    for dress in worn("h+c+s+"):
        yield case(dress, hand={"retag": change, "rules": strips()})


def broken_sentences() -> Iterator[Case]:
    """Paragraphs end without a full stop, go on without a capital: no reason to refuse the tags."""
    for dress in worn("h+c+s+d+"):
        profile = _ragged(dress.profile)
        yield case(dress, profile=profile)
    for dress in worn("c+n+"):
        hand = {"rules": booktabs()}
        yield case(dress, "booktabs", profile=_ragged(dress.profile), hand=hand)
    for dress in worn("hs"):
        yield case(dress, "untagged", profile=_ragged(dress.profile), hand={"rules": grid()})


def _ragged(profile: Profile) -> Profile:
    return replace(
        profile,
        environment=(
            Text("Een loods aan het water, met een vloer waarop een heel zeil kan liggen"),
            Text("Een schip in de haven of op de werf"),
            Text("De winkel aan de kade, waar klanten binnenlopen om iets te laten herstellen"),
            Text("Soms een beurs"),
        ),
        complexity=(
            Text("Elk schip is anders"),
            Text("Het weer zit tegen of werkt juist mee, en dat weet niemand vooraf"),
            Items(("veel verschillende doeken", "weinig tijd")),
            Text("Haast en zorg gaan slecht samen"),
        ),
    )


def table_in_a_figure() -> Iterator[Case]:
    """A table pasted as a picture keeps its text: one Figure in the tags holds all of it."""

    def change(number: int) -> Callable[[Tags], None]:
        def pasted(tags: Tags) -> None:
            table = list(tags.root.all("Table"))[number]
            marks = [
                mark for node in _below(table) for mark in node.kids if isinstance(mark, tuple)
            ]
            table.role, table.kids = "Figure", list(marks)

        return pasted

    for number, dress in zip((0, 1, 2, 4), worn("h+c+s+d+"), strict=True):
        yield case(dress, f"{number}", hand={"retag": change(number)})


def _below(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _below(kid)


ALL: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        plain_tags, stray_beside_cells, stray_with_blank, wrapped_rows, lines_tagged_apart,
        lists_without_items, no_cells_in_tags, broken_sentences, table_in_a_figure,
    )
}  # fmt: skip
