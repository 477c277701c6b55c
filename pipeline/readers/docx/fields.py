"""The complex fields of Word files: which text is their code, and which never end.

Marks pair as they are nested, within a cell or a story, and whether or not they are deleted: Word
keeps the structure of a deletion until it is accepted. A field that nothing ends is none, as Word
has it: what follows it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.readers.docx.names import Element, name, nearest, value

# A field begins and ends in the same of these; a fall-back repeats the marks of a choice.
_HOLDERS = frozenset(
    "w:tc w:body w:hdr w:ftr w:footnote w:endnote w:comment w:txbxContent mc:Fallback".split()
)
_CODES = frozenset({"w:instrText", "w:delInstrText"})
_MARK = "w:fldChar"
_PARTS = frozenset({"w:t", "w:sym", "w:noBreakHyphen", "m:t", "a:t", _MARK}) | _CODES


@dataclass(slots=True)
class _Field:
    """A field while its marks are paired; places count the parts of fields in document order.

    `result` is where its result begins, None while its code goes on; `loose` is the text in that
    code which no field inside it shows.
    """

    begin: int
    code: str = ""
    result: int | None = None
    loose: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """What the fields of all stories hide.

    `codes` holds the elements that stand in a code, `contents` those in a table of contents.
    """

    codes: set[Element] = field(default_factory=set)
    contents: set[Element] = field(default_factory=set)

    def read(self, root: Element) -> list[str]:
        """Take in the fields of a part; what is amiss with them.

        That is fields that never end, and text in codes and codes in text, where no program
        writes any.
        """
        faults: list[str] = []
        if next(root.iter("{*}fldChar", "{*}instrText"), None) is None:
            return faults
        parts = [element for element in root.iter() if name(element) in _PARTS]
        open_fields: defaultdict[Element, list[_Field]] = defaultdict(list)
        for at, part in enumerate(parts):
            opened = open_fields[nearest(part, _HOLDERS)]
            kind = name(part)
            if kind == _MARK:
                faults.extend(self._mark(parts, at, opened))
            elif kind in _CODES:
                faults.extend(_code(part, opened))
            elif opened and opened[-1].result is None:
                opened[-1].loose.append(part)
        for opened in open_fields.values():
            faults.extend(map(_never_ends, opened))
        return faults

    def _mark(self, parts: list[Element], at: int, opened: list[_Field]) -> Iterator[str]:
        kind = value(parts[at], "fldCharType")
        if kind == "begin":
            opened.append(_Field(at))
        elif kind == "separate" and opened and opened[-1].result is None:
            opened[-1].result = at
        elif kind == "end":
            yield from map(_never_ends, _cut_short(opened, parts))
            if opened:
                yield from self._ended(opened.pop(), parts, at)

    def _ended(self, found: _Field, parts: list[Element], end: int) -> Iterator[str]:
        """Enter what a field hides that ends."""
        result = end if found.result is None else found.result
        self.codes.update(parts[found.begin + 1 : result])
        if found.code.split()[:1] == ["TOC"]:
            self.contents.update(parts[result:end])
        if chars := "".join(part.text or "" for part in found.loose).strip():
            yield f"text in the code of a field is not shown: `{_short(chars)}`"


def _cut_short(opened: list[_Field], parts: list[Element]) -> Iterator[_Field]:
    """The innermost fields whose code would hide text of another paragraph: none of them ends."""
    while opened and opened[-1].result is None:
        own = _paragraph(parts[opened[-1].begin])
        if all(_paragraph(part) is own for part in opened[-1].loose):
            return
        yield opened.pop()


def _code(part: Element, opened: list[_Field]) -> Iterator[str]:
    """Enter a piece of a code in its field; one that stands in none is told.

    What a field inside a code results in is code as well.
    """
    chars = part.text or ""
    if opened and opened[-1].result is None:
        opened[-1].code += chars
    elif chars.strip() and all(outer.result is not None for outer in opened):
        yield f"a code that is in no field is not shown: `{_short(chars)}`"


def _never_ends(found: _Field) -> str:
    code = f" (`{_short(found.code)}`)" if found.code.strip() else ""
    return f"a field{code} never ends; what follows it was read as text"


def _short(chars: str) -> str:
    return " ".join(chars.split())[:40]


def _paragraph(element: Element) -> Element:
    return nearest(element, ("w:p",))
