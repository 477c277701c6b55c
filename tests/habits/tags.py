"""The tree of tags: which lines make a paragraph, cells a row, rows a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.habits.file import File
from tests.habits.setting import Line, Piece

Path = tuple[tuple[str, object], ...]


@dataclass(slots=True)
class Node:
    """An element: its type, and below it elements and content (page, number) in order."""

    role: str
    kids: list[Node | tuple[int, int]] = field(default_factory=list)
    entries: str = ""

    def all(self, role: str) -> Iterator[Node]:
        """The elements of a type at or below this one."""
        if self.role == role:
            yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all(role)


class Tags:
    """Elements by their path from the root, content by page."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self._found: dict[Path, Node] = {(): self.root}
        self._counts: dict[int, int] = {}

    def mark(self, page: int, path: Path) -> int:
        """A new piece of content of the element at a path: its number on the page."""
        number = self.fresh(page)
        self._node(path).kids.append((page, number))
        return number

    def cell(self, path: Path) -> None:
        """An element that is there although it has no content."""
        self._node(path)

    def fresh(self, page: int) -> int:
        """The next free number of a page's content."""
        number = self._counts.get(page, 0)
        self._counts[page] = number + 1
        return number

    def _node(self, path: Path) -> Node:
        if path not in self._found:
            node = Node(path[-1][0])
            if node.role == "TH":
                node.entries = "/A << /O /Table /Scope /Row >>"
            if path[-1][1] == "across":
                node.entries = "/A << /O /Table /ColSpan 2 >>"
            above = self._node(path[:-1])
            # The cell of the label stands before that of the value, whichever is drawn first.
            first = above.role == "TR" and path[-1][1] == 0
            above.kids.insert(0 if first else len(above.kids), node)
            self._found[path] = node
        return self._found[path]

    def written(self, file: File, pages: list[int]) -> int:
        """The number of the root of the tree in the file."""
        root = file.reserve()
        parents: dict[int, dict[int, int]] = {}

        def write(node: Node, above: int) -> int:
            own = file.reserve()
            kids = []
            for kid in node.kids:
                if isinstance(kid, Node):
                    kids.append(f"{write(kid, own)} 0 R")
                    continue
                page, number = kid
                parents.setdefault(page, {})[number] = own
                kids.append(f"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {number} >>")
            file.fill(
                own,
                f"<< /Type /StructElem /S /{node.role} /P {above} 0 R"
                f" {node.entries} /K [{' '.join(kids)}] >>",
            )
            return own

        top = write(self.root, root)
        lists = []
        for page, known in sorted(parents.items()):
            of = [f"{known[n]} 0 R" if n in known else "null" for n in range(max(known) + 1)]
            lists.append(f"{page} [{' '.join(of)}]")
        tree = file.add(f"<< /Nums [{' '.join(lists)}] >>")
        file.fill(
            root,
            f"<< /Type /StructTreeRoot /K [{top} 0 R] /ParentTree {tree} 0 R"
            f" /ParentTreeNextKey {len(pages)} >>",
        )
        return root


def tag_path(line: Line, piece: Piece | None, page: int, part: str, label_role: str,
             over_pages: bool) -> Path:  # fmt: skip
    """Where a line stands in the tree; rows begin anew on each page unless they go `over_pages`."""
    if piece is None:
        role = "H1" if line.part == "title" else "H2"
        return ((role, line.block),)
    turn = 0 if over_pages else page
    table: Path = (("Table", (piece.table, turn)), ("TR", (piece.row, turn)))
    if piece.heading:
        return (*table, (label_role, "across"), ("P", 0))
    if line.part == "label":
        return (*table, (label_role, 0), ("P", 0))
    cell: Path = (*table, ("TD", 1))
    if line.item < 0:
        return (*cell, ("P", line.block))
    item: Path = (*cell, ("L", line.block), ("LI", line.item))
    return (*item, (part or "LBody", 0))


def label_path(piece: Piece, page: int, label_role: str) -> Path:
    """The cell of the label of a row that began on the page before: it is there and empty."""
    return (("Table", (piece.table, page)), ("TR", (piece.row, page)), (label_role, 0))
