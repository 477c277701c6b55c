"""The body of a Word file to blocks, by a table from element name to small function.

An element is handled, ignored by name, or reported: there is no fourth way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.core import heartbeat
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.document.model import (
    Block,
    Cell,
    Furniture,
    Heading,
    PageEnd,
    Paragraph,
    Row,
    Table,
    texts,
)
from pipeline.document.text import Text, join
from pipeline.readers.docx.alternatives import chosen_alternative
from pipeline.readers.docx.controls import is_controlled, why_left_out
from pipeline.readers.docx.fields import Fields
from pipeline.readers.docx.form_fields import shown_choice
from pipeline.readers.docx.grounds import is_white_on_white
from pipeline.readers.docx.lists import Numbered, settled
from pipeline.readers.docx.looks import TableLook, either, toggled
from pipeline.readers.docx.misplaced import is_misplaced
from pipeline.readers.docx.names import Element, child, is_on, name, number, value
from pipeline.readers.docx.numbering import Marker, Numbering
from pipeline.readers.docx.package import Part
from pipeline.readers.docx.pictures import (
    ART,
    DIAGRAM,
    DRAWN_TEXT,
    TEXT_BOX,
    WORD_ART,
    Pictured,
    Placed,
    between_texts,
    boxes_in,
    description,
    drawn_lines,
    fills_page,
    in_place_of_text,
    is_object,
    is_picture,
    without_pictures,
)
from pipeline.readers.docx.stories import Stories
from pipeline.readers.docx.styles import Style, Styles, Toggles, outline_level, style_bits, toggles
from pipeline.readers.docx.tables import TableCell, table_rows
from pipeline.readers.left_out import COVERED, HIDDEN, PLACEHOLDER, WHITE
from pipeline.readers.source import Account
from pipeline.readers.text_builder import TextBuilder

TRACKED, BOXED, FOREIGN, UNKNOWN, COMMENTED = (
    "BCP122",
    "BCP123",
    "BCP124",
    "BCP125",
    "BCP126",
)
FIELD, PICTURED, PICTURE_PAGE = "BCP129", "BCP131", "BCP158"
_UNFILLED = "BCP127"
# XML cannot hold this character, so that no text has it.
_PAGE_BREAK = "\uffff"
# Below these a document has labels, not headings.
_LOWEST_HEADING = 6

# Wrappers that stand for what they hold, wherever they stand.
_TRANSPARENT = frozenset(
    "w:ins w:moveTo w:ruby w:smartTag w:customXml w:hyperlink w:dir w:bdo w:fldSimple w:rubyBase "
    "w:sdtContent mc:Choice m:oMath m:oMathPara m:r m:e m:num m:den m:sub m:sup m:f m:sSup m:sSub "
    "m:sSubSup m:d m:rad m:deg m:nary m:func m:fName m:acc m:bar m:box m:eqArr m:groupChr m:limLow "
    "m:limUpp m:lim m:m m:mr m:phant m:sPre m:borderBox".split()
)
# What shows nothing, or nothing that is text.
_IGNORED = frozenset(
    "w:bookmarkStart w:bookmarkEnd w:proofErr w:permStart w:permEnd w:commentRangeStart "
    "w:commentRangeEnd w:commentReference w:moveFromRangeStart w:moveFromRangeEnd w:pPr w:rPr "
    "w:moveToRangeStart w:moveToRangeEnd w:lastRenderedPageBreak w:sectPr w:annotationRef "
    "w:footnoteRef w:endnoteRef w:footnoteReference w:endnoteReference w:separator w:tblPr "
    "w:continuationSeparator w:softHyphen w:pgNum w:dayShort w:dayLong w:monthShort w:monthLong "
    "w:yearShort w:yearLong w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:tblGrid w:tblPrEx "
    "w:trPr w:tcPr w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart "
    "w:customXmlDelRangeEnd w:rubyPr w:contentPart w:ffData m:rPr m:ctrlPr "
    "m:oMathParaPr m:fPr "
    "m:sSupPr m:sSubPr m:sSubSupPr m:dPr m:radPr m:naryPr m:funcPr m:accPr m:barPr m:boxPr "
    "m:eqArrPr m:groupChrPr m:limLowPr m:limUppPr m:mPr m:phantPr m:sPrePr m:borderBoxPr".split()
)


_NOTE_REFERENCES = ("w:footnoteReference", "w:endnoteReference")
_NEVER_SHOWN = frozenset({"w:delText", "w:instrText", "w:delInstrText"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the text of a stretch: emphasis from outside, and why it is no content."""

    emphasis: Toggles = field(default_factory=Toggles)
    dropped: str = ""


@dataclass(slots=True)
class BodyReader:
    """Reads stories; what is no content is entered in the account or made furniture."""

    stories: Stories
    account: Account
    styles: Styles
    numbering: Numbering
    fields: Fields
    diagrams: Mapping[Element, Part] = field(default_factory=dict)
    in_body: bool = True
    """Whether what is read now is the body, and no header, note or comment."""
    in_lost_lists: int = 0
    """How many of the paragraphs so far are in lists that the file does not describe."""
    _found: dict[str, Diagnostic] = field(default_factory=dict)
    _places: dict[str, set[str]] = field(default_factory=dict)
    _builder: TextBuilder = field(init=False)
    _aside: list[Block] = field(default_factory=list)
    _anchored: list[Block] = field(default_factory=list)
    _pictures: list[Element] = field(default_factory=list)
    _left_out: str = ""
    # The origins of what stands in empty controls without looking like a prompt.
    _doubtful: set[int] = field(default_factory=set)
    _in_contents: bool = False
    _table_depth: int = 0

    def __post_init__(self) -> None:
        self._builder = TextBuilder(self.account)

    def blocks(self, parent: Element, context: _Context | None = None) -> list[Block]:
        """The blocks of an element that holds paragraphs and tables."""
        found: list[Placed] = []
        pending: Element | None = None
        for element in self._block_elements(parent):
            heartbeat.beat()
            if name(element) == "w:tbl":
                found.extend(self._ended(pending))
                pending = None
                found.append(self._table(element))
            else:
                self._inline(element, self._paragraph_context(element, context))
                pending = element
                if not _runs_on(element):
                    found.extend(self._ended(pending))
                    pending = None
            found.extend(self._furniture())
        found.extend(self._ended(pending))
        found.extend(self._furniture())
        if self.in_body:
            self._tell_pictures(found)
        return settled(without_pictures(found), bool(self._table_depth), self._with_number)

    def _tell_pictures(self, found: Sequence[Placed]) -> None:
        """Report the pictures that may say what no text does."""
        for place in in_place_of_text(found, bool(self._table_depth)):
            shown = description(place.picture)
            message = "a picture or a box stands in the place of text; what it says was not read"
            message += f" (it is described as {shown[:60]!r})" if shown else ""
            self.report(PICTURED, message, self.stories.place(place.paragraph))
        for place in between_texts(found):
            if fills_page(place.picture):
                message = "a picture takes most of a page; what it says was not read"
                self.report(PICTURE_PAGE, message, self.stories.place(place.paragraph))

    # Blocks.

    def _ended(self, element: Element | None) -> Iterator[Placed]:
        """The blocks of what was collected, in the form of the paragraph whose mark ends it."""
        if element is not None:
            yield from self._paragraph(element)

    def _furniture(self) -> list[Block]:
        """What stood beside the text; of a table it follows the table, so that cells are clean."""
        if self._table_depth:
            return []
        found, self._aside = self._aside, []
        return found

    def _block_elements(self, parent: Element) -> Iterator[Element]:
        """The paragraphs and tables below an element, wrappers opened."""
        for element in parent:
            kind = name(element)
            if kind in ("w:p", "w:tbl", "m:oMathPara", "m:oMath"):
                yield element
            elif kind == "w:sdt":
                yield from self._controlled(element)
            elif kind in ("w:del", "w:moveFrom"):
                self._drop(element, "deleted text")
            elif kind == "mc:AlternateContent":
                chosen = chosen_alternative(element, self._drop)
                if chosen is not None:
                    yield from self._block_elements(chosen)
            elif kind == "w:altChunk":
                self.report(FOREIGN, "it holds a part in another format (w:altChunk)")
            elif kind in _TRANSPARENT:
                yield from self._block_elements(element)
            else:
                self._other(element, kind)

    def _controlled(self, control: Element) -> Iterator[Element]:
        """The paragraphs and tables of a content control."""
        content = child(control, "w:sdtContent")
        if content is None:
            return
        outer = self._left_out
        self._left_out = why_left_out(control) or outer
        yield from self._block_elements(content)
        self._left_out = outer

    def _paragraph_context(self, element: Element, context: _Context | None) -> _Context:
        found = self._style(element).toggles
        if context is not None:
            found = toggled(found, context.emphasis)
        return _Context(found, context.dropped if context is not None else "")

    def _style(self, paragraph: Element) -> Style:
        identifier = value(child(paragraph, "w:pPr", "w:pStyle"))
        return self.styles.style(identifier or self.styles.default_paragraph)

    def _with_number(self, block: Numbered) -> Text:
        """The text of a numbered paragraph as printed."""
        chars = block.marker.text
        if not chars:
            return block.text
        start = self.stories.printed(block.paragraph, chars)
        printed = Text(chars, tuple(range(start, start + len(chars))), bytes(len(chars)))
        return join((printed, block.text)) if block.text else printed

    def _paragraph(self, element: Element) -> Iterator[Placed]:
        """The blocks of a paragraph whose text is in the builder."""
        style = self._style(element)
        text = self._builder.take()
        in_contents, self._in_contents = self._in_contents or style.contents, False
        properties = child(element, "w:pPr")
        if not self._table_depth and _is_set(properties, "w:pageBreakBefore", style.new_page):
            yield PageEnd()
        if in_contents and text:
            yield Furniture("table of contents", join(filter(None, _at_page_breaks(text))))
        else:
            yield from self._printed(element, style, text)
        if self._ends_page(child(properties, "w:sectPr")):
            yield PageEnd()
        anchored, self._anchored = self._anchored, []
        yield from anchored

    def _ends_page(self, section: Element | None) -> bool:
        """Whether the section after the one that ends here begins on a new page."""
        if section is None:
            return False
        sections = list(section.getroottree().iter(section.tag))
        at = sections.index(section) + 1
        following = sections[at] if at < len(sections) else None
        return value(child(following, "w:type")) != "continuous"

    def _printed(self, element: Element, style: Style, text: Text) -> Iterator[Placed]:
        marker = self._marker(element, style)
        heading = outline_level(child(element, "w:pPr"), style.heading)
        if not text and marker is not None:
            yield Numbered(text, marker, element, 0)
        pictures, self._pictures = self._pictures, []
        if pictures and not text:
            yield Pictured(element, pictures[0], listed=marker is not None)
        for part in _at_page_breaks(text):
            if part is None:
                yield PageEnd()
            elif part:
                yield from self._marked(part, style, heading, marker, element)
                marker = None

    def _marked(
        self, text: Text, style: Style, heading: int, marker: Marker | None, element: Element
    ) -> Iterator[Block | Numbered]:
        numbered = Numbered(text, marker, element, style.list_depth) if marker else None
        self.in_lost_lists += marker is not None and marker.lost
        if heading and not self._table_depth:
            if numbered is not None and numbered.marker.ordered:
                text = self._with_number(numbered)
            yield Heading(min(heading, _LOWEST_HEADING), text)
        elif numbered is None:
            yield from (Paragraph(line, own_block=True) for line in text.lines() if line)
        else:
            yield numbered

    def _marker(self, element: Element, style: Style) -> Marker | None:
        own = child(element, "w:pPr", "w:numPr")
        list_number = number(value(child(own, "w:numId")), style.list_number or 0)
        if not list_number:
            return None
        level = self.numbering.level_of(list_number, style.identifier)
        if level is None:
            level = style.list_level or 0
        return self.numbering.marker(list_number, number(value(child(own, "w:ilvl")), level))

    def _table(self, element: Element) -> Table:
        look = self.styles.style(value(child(element, "w:tblPr", "w:tblStyle")))
        shown = TableLook.of(child(element, "w:tblPr", "w:tblLook"), look)
        self._table_depth += 1
        rows = []
        for number_of_row, row in enumerate(table_rows(element, self._drop)):
            cells = [
                self._cell(cell, shown.toggles(number_of_row, cell.column)) for cell in row.cells
            ]
            rows.append(Row(tuple(replace(c, header=row.is_header) for c in cells)))
        self._table_depth -= 1
        return Table(tuple(rows))

    def _cell(self, cell: TableCell, emphasis: Toggles) -> Cell:
        blocks: list[Block] = []
        if cell.element is not None:
            outer, self._left_out = self._left_out, cell.left_out or self._left_out
            blocks = self.blocks(cell.element, _Context(emphasis))
            self._left_out = outer
        return Cell(tuple(blocks), cell.colspan, cell.rowspan)

    # Text.

    def _inline(self, parent: Element, context: _Context) -> None:
        """Take in what stands inside a paragraph or a wrapper."""
        for element in parent:
            kind = name(element)
            handle = _INLINE_PARTS.get(kind)
            if handle is not None:
                handle(self, element, context)
            elif kind in _TRANSPARENT:
                self._inline(element, context)
            else:
                self._other(element, kind)

    def _control(self, element: Element, context: _Context) -> None:
        """A content control: what it holds."""
        content = child(element, "w:sdtContent")
        if content is not None:
            dropped = context.dropped or why_left_out(element)
            self._inline(content, replace(context, dropped=dropped))

    def _elsewhere(self, _element: Element, _context: _Context) -> None:
        self.report(FOREIGN, "it refers to a part in another file (w:subDoc)")

    def _reading(self, element: Element, _context: _Context) -> None:
        self._drop(element, "readings of signs")

    def _run(self, element: Element, context: _Context) -> None:
        properties = child(element, "w:rPr")
        own = toggles(properties)
        character = self.styles.style(value(child(properties, "w:rStyle")))
        styled = either(toggled(character.toggles, context.emphasis), self.styles.defaults)
        emphasis = own.over(styled)
        if child(properties, "w:del") is not None:
            self._drop(element, "deleted text")
            return
        dropped = context.dropped or (HIDDEN if emphasis.hidden else _note_mark(element))
        if character.placeholder and is_controlled(element):
            # Who fills in a control gets rid of the style, even where the mark of it stays away.
            dropped = dropped or PLACEHOLDER
        if not dropped and is_white_on_white(element, self.styles):
            dropped = WHITE
        here = _Context(emphasis, dropped)
        self._inline(element, here)

    def _has_look_of_prompt(self, element: Element) -> bool:
        """Whether a text has the style of those that Word puts into empty controls."""
        style = value(child(element.getparent(), "w:rPr", "w:rStyle"))
        return self.styles.style(style).placeholder

    def _shown_text(self, element: Element, context: _Context) -> None:
        """A text, a symbol or a no-break hyphen."""
        start = self.stories.offsets.get(element)
        if start is not None:
            chars = self.stories.text[start : start + self.stories.length(element)]
            self._chars(element, chars, start, context)

    def _chars(self, element: Element, chars: str, start: int, context: _Context) -> None:
        dropped = context.dropped or self._left_out
        if element in self.fields.codes:
            self.account.markup(start, start + len(chars), "field codes")
        elif dropped:
            origins = tuple(range(start, start + len(chars)))
            self._aside.append(Furniture(dropped, Text(chars, origins, bytes(len(chars)))))
            if dropped == PLACEHOLDER:
                # It is left out although a reader of the document may see it.
                self.report(_UNFILLED, "a field of the form was not filled in")
                if not self._has_look_of_prompt(element):
                    self._doubtful.update(origins)
        else:
            self._in_contents = self._in_contents or element in self.fields.contents
            self._builder.extend(chars, start, style_bits(context.emphasis))

    def _line_break(self, element: Element, _context: _Context) -> None:
        if value(element, "type") in ("page", "column"):
            self._builder.chars.append(_PAGE_BREAK)
            self._builder.origins.append(-1)
            self._builder.styles.append(0)
        else:
            self._builder.line_end(-1)

    def _tab(self, _element: Element, context: _Context) -> None:
        self._builder.add(" ", -1, style_bits(context.emphasis))

    def _field_mark(self, element: Element, context: _Context) -> None:
        if value(element, "fldCharType") == "begin":
            self._choice(element, context)

    def _choice(self, element: Element, context: _Context) -> None:
        """What a field of a form shows without holding it as text."""
        if chars := shown_choice(child(element, "w:ffData")):
            start = self.stories.printed(self.stories.paragraph(element), chars)
            self._chars(element, chars, start, context)

    def _field_code(self, element: Element, _context: _Context) -> None:
        self._drop(element, "field codes")

    def _deleted(self, element: Element, _context: _Context) -> None:
        self._drop(element, "deleted text")

    def _deleted_text(self, element: Element, _context: _Context) -> None:
        """The text of a deletion; deletions themselves are dropped as a whole."""
        self.report(UNKNOWN, "text that is marked as deleted stands in no deletion: left out")
        self._drop(element, "deleted text")

    def _drawing(self, element: Element, _context: _Context) -> None:
        """A picture or shape; a text box in it is a stamp, unless it holds a table."""
        for box in boxes_in(element):
            self._text_box(box)
        for kind, lines in (
            (WORD_ART, drawn_lines(element, ART)),
            (TEXT_BOX, drawn_lines(element, DRAWN_TEXT)),
            *((DIAGRAM, drawn_lines(part.root, DRAWN_TEXT)) for part in self._diagrams(element)),
        ):
            self._beside(kind, self._drawn(lines))
        if is_object(element):
            if self.in_body:
                message = "an object of another program stands there; what it says was not read"
                self.report(PICTURED, message, self.stories.place(element))
        elif is_picture(element) or next(boxes_in(element), None) is not None:
            self._pictures.append(element)

    def _diagrams(self, drawing: Element) -> Iterator[Part]:
        return (self.diagrams[part] for part in drawing.iter() if part in self.diagrams)

    def _text_box(self, box: Element) -> None:
        outer, self._builder = self._builder, TextBuilder(self.account)
        aside, self._aside = self._aside, []
        anchored, self._anchored = self._anchored, []
        pictures, self._pictures = self._pictures, []
        blocks = self.blocks(box)
        self._builder, self._anchored, self._pictures = outer, anchored, pictures
        self._aside = [*aside, *self._aside]
        if any(isinstance(block, Table) for block in blocks):
            self._anchored.extend(blocks)
        else:
            self._beside(TEXT_BOX, join(texts(blocks), "\n").strip())

    def _drawn(self, lines: Sequence[Sequence[Element]]) -> Text:
        """The text that a drawing holds by itself."""
        builder = TextBuilder(self.account)
        for number_of_line, line in enumerate(lines):
            if number_of_line:
                builder.line_end(-1)
            for element in line:
                start = self.stories.offsets.get(element, 0)
                length = self.stories.length(element)
                builder.extend(self.stories.text[start : start + length], start, 0)
        return builder.take()

    def _beside(self, kind: str, text: Text) -> None:
        """Text that a drawing holds stands beside the text of the document."""
        if text:
            self.report(BOXED, f"a {kind} stands beside the text: {text.chars[:40]!r}")
            self._aside.append(Furniture(kind, text))

    def _alternate(self, element: Element, context: _Context) -> None:
        chosen = chosen_alternative(element, self._drop)
        if chosen is not None:
            self._inline(chosen, context)

    # What is no content.

    def _drop(self, element: Element, kind: str) -> None:
        """Enter all text of an element as markup of a kind; what is only hidden is furniture."""
        if kind in (HIDDEN, COVERED):
            self._hide(element, kind)
        for part in element.iter():
            start = self.stories.offsets.get(part)
            if start is not None:
                self.account.markup(start, start + self.stories.length(part), kind)

    def _hide(self, element: Element, kind: str) -> None:
        lines: dict[Element, list[Element]] = {}
        for part in element.iter():
            if part in self.stories.offsets and name(part) not in _NEVER_SHOWN:
                lines.setdefault(self.stories.paragraph(part), []).append(part)
        if text := self._drawn(list(lines.values())):
            self._aside.append(Furniture(kind, text))

    def _other(self, element: Element, kind: str) -> None:
        if not kind or kind in _IGNORED:
            return
        if any(part in self.stories.offsets for part in element.iter()):
            self.report(UNKNOWN, f"text inside {kind} was not read")
            self._drop(element, "unknown elements")

    def leave_misplaced(self, origins: list[int]) -> None:
        """Report, of text that was not reached, what stands where no text may."""
        for element in self.stories.holding(origins):
            is_stray = element in self.stories.stray
            if is_stray or is_misplaced(element, _IGNORED):
                parent = element if is_stray else element.getparent()
                where = name(parent) if parent is not None else ""
                self.report(UNKNOWN, f"text inside {where} was not read: it may not stand there")
                self._drop(element, "unknown elements")

    def is_prompt(self, block: Block) -> bool:
        """Whether a block is what stands in an empty control, and looks like it."""
        if not isinstance(block, Furniture) or block.kind != PLACEHOLDER:
            return False
        return self._doubtful.isdisjoint(block.text.origins)

    def report(self, code: str, message: str, place: Place | None = None) -> None:
        """One finding of each message, at its first place."""
        self._found.setdefault(message, Diagnostic(code, message, place))
        self._places.setdefault(message, set()).add(str(place))

    def findings(self) -> Iterator[Diagnostic]:
        """What was reported, and at how many places."""
        for message, found in self._found.items():
            more = len(self._places[message]) - 1
            told = f"{message} (and at {more} more places)" if more else message
            yield replace(found, message=told)


# What stands inside a paragraph; wrappers and what is ignored have lists of their own.
_INLINE_PARTS: dict[str, Callable[[BodyReader, Element, _Context], None]] = {
    "w:r": BodyReader._run,
    "w:sdt": BodyReader._control,
    "w:del": BodyReader._deleted,
    "w:moveFrom": BodyReader._deleted,
    "w:rt": BodyReader._reading,
    "w:t": BodyReader._shown_text,
    "m:t": BodyReader._shown_text,
    "a:t": BodyReader._shown_text,
    "w:sym": BodyReader._shown_text,
    "w:noBreakHyphen": BodyReader._shown_text,
    "w:br": BodyReader._line_break,
    "w:cr": BodyReader._line_break,
    "w:tab": BodyReader._tab,
    "w:ptab": BodyReader._tab,
    "w:subDoc": BodyReader._elsewhere,
    "w:fldChar": BodyReader._field_mark,
    "w:instrText": BodyReader._field_code,
    "w:delText": BodyReader._deleted_text,
    "w:delInstrText": BodyReader._deleted_text,
    "w:drawing": BodyReader._drawing,
    "w:pict": BodyReader._drawing,
    "w:object": BodyReader._drawing,
    "mc:AlternateContent": BodyReader._alternate,
}


def _runs_on(paragraph: Element) -> bool:
    """Whether the next paragraph continues it: its mark is deleted or hidden, or it is a drop cap.

    Word sets the first letter of a text as a paragraph of its own, in a frame.
    """
    if value(child(paragraph, "w:pPr", "w:framePr"), "dropCap") in ("drop", "margin"):
        return True
    mark = child(paragraph, "w:pPr", "w:rPr")
    if mark is None:
        return False
    if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
        return True
    # A style separator hides the mark of a heading that stands on the line of its text.
    return bool(is_on(child(mark, "w:vanish"))) and not is_on(child(mark, "w:specVanish"))


def _is_set(properties: Element | None, kind: str, otherwise: bool) -> bool:
    own = is_on(child(properties, kind))
    return otherwise if own is None else own


def _note_mark(run: Element) -> str:
    """The kind of the text after a reference to a note that has a mark of its own."""
    for element in run:
        if name(element) in _NOTE_REFERENCES and _is_custom(element):
            return "note marks"
    return ""


def _is_custom(reference: Element) -> bool:
    return value(reference, "customMarkFollows") in ("1", "true", "on")


def _at_page_breaks(text: Text) -> Iterable[Text | None]:
    """The stretches of a text between page breaks, None for each of these."""
    start = 0
    for n, char in enumerate(text.chars):
        if char == _PAGE_BREAK:
            yield text[start:n].strip()
            yield None
            start = n + 1
    yield text[start:].strip()
