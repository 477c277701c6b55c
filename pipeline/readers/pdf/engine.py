"""The marks of a PDF by playa, which reads content streams and keeps the tag of every glyph.

Chosen over pdfminer.six (twice as slow, no render mode, tags not on a stack) and over
PDFium's text interface (no space at the end of a wrapped line): see the README's table.
"""

from __future__ import annotations

import logging
import math
import re
import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import playa
from playa.content import ImageObject, PathObject, TextObject, XObjectObject
from playa.exceptions import PDFEncryptionError, PDFException
from playa.font import CIDFont, Font
from playa.page import Page as SourcePage
from playa.pdftypes import ObjRef, PSLiteral, resolve1

from pipeline.core import heartbeat
from pipeline.core.errors import DocumentError
from pipeline.core.signs import BULLET, CONTROL, HYPHENS, SOFT_HYPHEN, UNKNOWN, without_ligatures
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engines import guarded
from pipeline.readers.pdf.marks import (
    STRUCK,
    Box,
    Glyphs,
    Marks,
    Page,
    Rule,
    Run,
    Tagged,
    turned_back,
)
from pipeline.readers.pdf.paths import Drawing

# What playa cannot make sense of ends here as an exception of one of these kinds.
READING_FAULTS = (
    PDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# Letters reach this share of their size above and below the baseline; one measure for all
# fonts makes lines of mixed fonts comparable.
ASCENT, DESCENT = 0.75, 0.25
# A jump inside one text operator that is wider than any space: another cell may begin.
_JUMP = 0.8
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,_ ]bd|bd(?:it)?$", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obliq|kursiv|slanted|[-,_ ]it$|bdit$", re.IGNORECASE)
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 600
# Synthetic slant is 10 to 20 degrees; a tenth is well below and above rounding.
_SLANT = 0.1
INVISIBLE, OFF_PAGE = "invisible text", "text off the page"
# Codes without a character in WinAnsiEncoding show a bullet (ISO 32000-1, annex D.2, note 3).
_WIN_ANSI_UNUSED = frozenset((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D))
INVISIBLE_MODES = (3, 7)
_TINY = 1.0
# A line that strikes letters through lies at the height of a hyphen, in sizes above the baseline.
_STRIKE = (0.12, 0.45)
_MAX_FORM_DEPTH = 12
# Real profiles are below 50 pages (contract.md, Limits).
_MAX_TAG_DEPTH = 200
_A4 = (595.0, 842.0)
# A rectangle is written as two corners.
_CORNERS = 4

_LONGEST_COMPLAINT = 100
# What these parts of playa miss in a font it makes up for; signs that stay unknown are found later.
_FONT_PARTS = ("playa.font", "playa.cmap", "playa.encoding")
_LOG = logging.getLogger("playa")
_LOG.setLevel(logging.WARNING)
_LOG.propagate = False
_LOG.addHandler(logging.NullHandler())


class _Complaints(logging.Handler):
    """Listens to what playa complains of while it reads on: objects and data that are lost."""

    def __init__(self) -> None:
        super().__init__()
        self.first = ""
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a complaint; a damaged file may give a million, so only the first is kept."""
        if record.name.startswith(_FONT_PARTS):
            return
        self.count += 1
        if not self.first:
            said = record.getMessage()[:_LONGEST_COMPLAINT]
            self.first = "".join(char if char.isprintable() else " " for char in said)


@guarded
def read_marks(data: bytes) -> Marks:
    """The marks of a PDF.

    Raises DocumentError BCP140 (needs a password), BCP141 (damaged) or BCP142 (no pages).
    """
    complaints = _Complaints()
    _LOG.addHandler(complaints)
    try:
        marks = _marks(data)
    finally:
        _LOG.removeHandler(complaints)
    return replace(marks, complaints=complaints.count, complaint=complaints.first)


def _marks(data: bytes) -> Marks:
    document = _opened(data)
    try:
        source_pages = list(document.pages)
    except READING_FAULTS as error:
        raise DocumentError("BCP141", f"its list of pages cannot be read: {error}") from error
    if not source_pages:
        raise DocumentError("BCP142", "the PDF has no pages")
    reading = _Reading(Glyphs(), _hidden_layers(document))
    pages = tuple(_read_page(reading, page, n) for n, page in enumerate(source_pages, 1))
    by_object = {page.pageid: n for n, page in enumerate(source_pages, 1)}
    try:
        tags = _tag_tree(document, by_object)
    except READING_FAULTS as error:
        # The drawn page has all that is needed; the reader says that the tags were of no use.
        return Marks(pages, reading.glyphs, None, f"its tag tree cannot be read: {error}")
    return Marks(pages, reading.glyphs, tags)


def _opened(data: bytes) -> Any:
    try:
        document = playa.parse(data, space="screen")
        _ = document.catalog
    except PDFEncryptionError as error:
        raise DocumentError(
            "BCP140", "the PDF is encrypted and opens with a password only"
        ) from error
    except READING_FAULTS as error:
        raise DocumentError("BCP141", f"the PDF cannot be opened: {_said(error)}") from error
    return document


def _resolved(value: Any) -> Any:
    """What a reference points to; nobody knows its type beforehand."""
    return resolve1(value)


# Optional content.


def _hidden_layers(document: Any) -> list[dict[str, Any]]:
    """The optional content groups that are off when the document is opened."""
    try:
        properties = _resolved(document.catalog.get("OCProperties")) or {}
        default = _resolved(properties.get("D")) or {}
        hidden = [_resolved(ref) for ref in _resolved(default.get("OFF")) or []]
        if _resolved(default.get("BaseState")) == PSLiteral("OFF"):
            on = [_resolved(ref) for ref in _resolved(default.get("ON")) or []]
            groups = [_resolved(ref) for ref in _resolved(properties.get("OCGs")) or []]
            hidden.extend(group for group in groups if group not in on)
    except READING_FAULTS:
        return []
    return [group for group in hidden if isinstance(group, dict)]


@dataclass(frozen=True, slots=True)
class _Face:
    """What is known of a font: how its codes read, how wide they are, whether it is emphasis."""

    font: Font
    style: int
    table: dict[int, tuple[str, float]] = field(default_factory=dict)
    known: dict[bytes, list[tuple[str, float, bool]]] = field(default_factory=dict)

    def glyphs(self, code: bytes) -> list[tuple[str, float, bool]]:
        """(text, advance in ems, whether word spacing applies) of each glyph of a string."""
        found = self.known.get(code)
        if found is None:
            # Where a font has one glyph for both, a file may call each hyphen a soft one.
            found = self.known[code] = [
                ("-" if text == SOFT_HYPHEN and advance else text, advance, spaces)
                for text, advance, spaces in self._read(code)
            ]
        return found

    def _read(self, code: bytes) -> Iterable[tuple[str, float, bool]]:
        font, table = self.font, self.table
        if isinstance(font, CIDFont):
            for cid, text in font.decode(code):
                entry = table.get(cid)
                if entry is None:
                    entry = table[cid] = (_clean(text, self._is_blind()), font.hdisp(cid))
                yield entry[0], entry[1], False
            return
        for byte in code:
            entry = table.get(byte)
            if entry is None:
                entry = table[byte] = (self._simple(byte), font.hdisp(byte))
            yield entry[0], entry[1], byte == 32

    def _simple(self, byte: int) -> str:
        found = "".join(text for _, text in self.font.decode(bytes((byte,))))
        if not found and byte in _WIN_ANSI_UNUSED:
            return BULLET
        return _clean(found, False)

    def _is_blind(self) -> bool:
        """Whether nothing in the file tells what its codes mean; as numbers they mean nothing."""
        font: Any = self.font
        identity = str(getattr(font, "cmapname", "")).startswith("Identity")
        return identity and font.tounicode is None and font.unicode_map is None


_HYPHENS = HYPHENS + SOFT_HYPHEN


def _clean(text: str, blind: bool) -> str:
    if blind or not text or text == "\0":
        return UNKNOWN
    if text in "\t\n\r":
        return " "
    if CONTROL.search(text):
        # PDFium too takes those that part lines for white space.
        return " " if text.isspace() else UNKNOWN
    if len(text) > 1:
        # Quartz names a sign once for each character that looks like it.
        if text.isspace():
            return " "
        if len(set(text)) > 1 and not text.strip(_HYPHENS):
            return "-"
    return without_ligatures(text)


def style_of_name(name: str) -> int:
    """The emphasis that the name of a font tells of."""
    return (BOLD if _BOLD_NAME.search(name) else 0) | (ITALIC if _ITALIC_NAME.search(name) else 0)


def _style_of(font: Font) -> int:
    descriptor = font.descriptor
    weight = _resolved(descriptor.get("FontWeight"))
    heavy = isinstance(weight, int | float) and weight >= _BOLD_WEIGHT
    bold = heavy or font.flags & _FORCE_BOLD
    italic = font.flags & _ITALIC_FLAG or font.italic_angle
    return style_of_name(font.fontname) | (BOLD if bold else 0) | (ITALIC if italic else 0)


@dataclass(slots=True)
class _Reading:
    """Walks the pages; holds the glyphs and fonts of the whole document."""

    glyphs: Glyphs
    hidden_layers: list[dict[str, Any]]
    faces: dict[int, _Face] = field(default_factory=dict)

    def page(self, source: SourcePage, number: int) -> Page:
        """The marks of one page."""
        width, height = float(source.width), float(source.height)
        runs: list[Run] = []
        drawing = Drawing(width, height)
        shown = _shown_area(source, width, height)
        fault = ""
        try:
            self._objects(iter(source), runs, drawing, "", 0)
        except READING_FAULTS as error:
            fault = _said(error)
        levels = sorted((rule for rule in drawing.rules if rule.level), key=_height)
        return Page(
            number=number,
            width=width,
            height=height,
            runs=tuple(_seen(run, shown, drawing, levels) for run in runs),
            rules=tuple(drawing.rules),
            shades=tuple(drawing.shades),
            dots=tuple(drawing.dots),
            has_images=drawing.has_images,
            size_is_assumed=not _has_size(source),
            fault=fault,
        )

    def _objects(
        self, objects: Iterator[Any], runs: list[Run], drawing: Drawing, hidden: str, depth: int
    ) -> None:
        for item in objects:
            if isinstance(item, TextObject):
                runs.extend(self._text(item, hidden, depth))
            elif isinstance(item, PathObject):
                if not hidden and not self._is_switched_off(item):
                    drawing.path(item)
            elif isinstance(item, ImageObject):
                drawing.image(item.bbox or (0.0, 0.0, 0.0, 0.0))
            elif isinstance(item, XObjectObject) and depth < _MAX_FORM_DEPTH:
                off = hidden or self._hidden_form(item)
                self._objects(iter(item), runs, drawing, off, depth + 1)

    def _hidden_form(self, item: XObjectObject) -> str:
        layer = _resolved(item.stream.get("OC"))
        return "switched-off layer" if layer in self.hidden_layers else ""

    def _is_switched_off(self, item: Any) -> bool:
        return bool(self.hidden_layers) and any(
            mark.tag == "OC" and _is_off(mark.props, self.hidden_layers) for mark in item.mcstack
        )

    def _text(self, item: TextObject, hidden: str, depth: int) -> list[Run]:
        """The runs of one text operator; more than one where it jumps to another column."""
        state = item.gstate
        if state.font is None:
            return []
        face = self.faces.get(id(state.font))
        if face is None:
            face = self.faces[id(state.font)] = _Face(state.font, _style_of(state.font))
        a, b, c, d, e, f = item.matrix
        scale, size = math.hypot(a, b), math.hypot(c, d)
        direction = direction_of(a, b)
        spans = self._spans(item, face, scale)
        if not spans:
            return []
        style = face.style
        if size and scale and abs(a * c + b * d) > _SLANT * size * scale:
            style |= ITALIC
        if state.render_mode == 2:
            style |= BOLD
        hidden = hidden or self._why_hidden(item, size)
        artifact = any(mark.tag == "Artifact" for mark in item.mcstack)
        tag = item.mcid if depth == 0 else None
        along, baseline = turned_back(direction, e, f, item.page.width, item.page.height)
        glyphs = self.glyphs
        runs = []
        for start, end in spans:
            for n in range(start, end):
                glyphs.x0[n] += along
                glyphs.x1[n] += along
            runs.append(
                Run(
                    start=start,
                    end=end,
                    x0=glyphs.x0[start],
                    x1=max(glyphs.x1[end - 1], glyphs.x0[start]),
                    top=baseline - ASCENT * size,
                    bottom=baseline + DESCENT * size,
                    baseline=baseline,
                    size=size,
                    style=style,
                    direction=direction,
                    tag=-1 if tag is None else tag,
                    artifact=artifact,
                    hidden=hidden,
                )
            )
        return runs

    def _spans(self, item: TextObject, face: _Face, scale: float) -> list[tuple[int, int]]:
        """Appends the glyphs, measured from where the operator begins; their stretches."""
        state = item.gstate
        size = state.fontsize or 1.0
        letter, word = state.charspace / size, state.wordspace / size
        chars, lefts, rights = self.glyphs.chars, self.glyphs.x0, self.glyphs.x1
        at = 0.0
        start = len(chars)
        spans = []
        for part in item.args:
            if isinstance(part, int | float):
                at -= part * 0.001
                if abs(part) > 1000 * _JUMP and len(chars) > start:
                    spans.append((start, len(chars)))
                    start = len(chars)
                continue
            for text, advance, spaces in face.glyphs(part):
                chars.append(text)
                lefts.append(at * scale)
                rights.append((at + advance) * scale)
                at += advance + letter + (word if spaces else 0.0)
        if len(chars) > start:
            spans.append((start, len(chars)))
        if state.fontsize and not face.font.vertical:
            # Told where the next text begins, playa need not add up all widths once more.
            x, y = item._glyph_offset
            item._next_glyph_offset = (x + at * size * state.scaling * 0.01, y)
        return spans

    def _why_hidden(self, item: TextObject, size: float) -> str:
        state = item.gstate
        if state.render_mode in INVISIBLE_MODES:
            return INVISIBLE
        if size < _TINY:
            return "text without size"
        if self._is_switched_off(item):
            return "switched-off layer"
        if _is_white(state.ncolor) and state.render_mode in (0, 4):
            return "white text"
        return ""


def _is_off(props: dict[str, Any], hidden: list[dict[str, Any]]) -> bool:
    """Whether a marked content belongs to a hidden layer, itself or by its membership."""
    if props in hidden:
        return True
    groups = _resolved(props.get("OCGs"))
    members = [_resolved(g) for g in groups] if isinstance(groups, list) else [groups]
    members = [member for member in members if isinstance(member, dict)]
    return bool(members) and all(member in hidden for member in members)


def _is_white(color: Any) -> bool:
    """Whether a colour is white paper: all of grey or RGB, nothing of CMYK."""
    values = [value for value in color.values if isinstance(value, int | float)]
    if color.pattern is not None or not values:
        return False
    return not any(values) if len(values) == 4 else all(value >= 0.98 for value in values)


def direction_of(a: float, b: float) -> int:
    """The quarter turns of text whose letters follow each other along (a, b), y downwards."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _shown_area(source: SourcePage, width: float, height: float) -> Box:
    """The part of the page that is shown, in its own measure."""
    mx0, _my0, _mx1, my1 = source.mediabox
    cx0, cy0, cx1, cy1 = source.cropbox
    if source.rotate:
        return (0.0, 0.0, width, height)
    return (cx0 - mx0, my1 - cy1, cx1 - mx0, my1 - cy0)


def _seen(run: Run, shown: Box, drawing: Drawing, levels: list[Rule]) -> Run:
    """The run, with white text on a coloured ground as seen.

    Text off the page is hidden; so is text that is struck through, as deleted text is.
    """
    if not run.hidden and run.direction == 0 and _is_struck(run, levels):
        return replace(run, hidden=STRUCK)
    if run.hidden == "white text" and drawing.is_shaded(run.x0, (run.top + run.bottom) / 2):
        run = replace(run, hidden="")
    if run.direction == 0 and not run.hidden:
        x0, top, x1, bottom = shown
        if run.x1 < x0 or run.x0 > x1 or run.bottom < top or run.top > bottom:
            return replace(run, hidden=OFF_PAGE)
    return run


def _is_struck(run: Run, levels: list[Rule]) -> bool:
    """Whether one of the rules, from top to bottom, runs through the letters from end to end."""
    low, high = run.baseline - _STRIKE[1] * run.size, run.baseline - _STRIKE[0] * run.size
    slack = 0.2 * run.size
    near = levels[bisect_right(levels, low, key=_height) : bisect_left(levels, high, key=_height)]
    return any(rule.start <= run.x0 + slack and rule.end >= run.x1 - slack for rule in near)


def _height(rule: Rule) -> float:
    return rule.at


# The tag tree.


def _has_size(source: SourcePage) -> bool:
    """Whether a page says how large it is; playa takes US Letter where it does not."""
    box = resolve1(source.attrs.get("MediaBox"))
    numbers = [resolve1(value) for value in box] if isinstance(box, list) else []
    return len(numbers) == _CORNERS and all(isinstance(n, int | float) for n in numbers)


def _said(error: Exception) -> str:
    """What an exception says; its kind where it says nothing."""
    return str(error) or type(error).__name__


def _read_page(reading: _Reading, source: Any, number: int) -> Page:
    heartbeat.beat()
    try:
        return reading.page(source, number)
    except READING_FAULTS as error:
        return Page(number, *_A4, (), (), (), (), has_images=False, fault=_said(error))


def _tag_tree(document: Any, pages: dict[int, int]) -> Tagged | None:
    """The tag tree of a tagged document; None where there is none."""
    root = _resolved(document.catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return None
    roles = _resolved(root.get("RoleMap")) or {}
    walk = _TagWalk(roles, pages)
    kids = walk.kids(root.get("K"), None, 0)
    return Tagged("Document", tuple(kids)) if kids else None


@dataclass(slots=True)
class _TagWalk:
    roles: dict[str, Any]
    pages: dict[int, int]
    known_roles: dict[str, str] = field(default_factory=dict)

    def kids(self, value: Any, page: int | None, depth: int) -> list[Tagged | tuple[int, int]]:
        """The children that a K entry names; `page` is that of the parent."""
        if depth > _MAX_TAG_DEPTH:
            return []
        value = _resolved(value)
        found: list[Tagged | tuple[int, int]] = []
        for kid in value if isinstance(value, list) else [value]:
            node = _resolved(kid)
            if isinstance(node, int):
                if page is not None:
                    found.append((page, node))
            elif isinstance(node, dict):
                found.extend(self._kid(node, page, depth))
        return found

    def _kid(
        self, node: dict[str, Any], page: int | None, depth: int
    ) -> Iterator[Tagged | tuple[int, int]]:
        own = node.get("Pg")
        if isinstance(own, ObjRef):
            page = self.pages.get(own.objid, page)
        if "MCID" in node:
            content = _resolved(node["MCID"])
            if page is not None and isinstance(content, int) and "Stm" not in node:
                yield page, content
        elif "S" in node:
            yield Tagged(
                self._role(node), tuple(self.kids(node.get("K"), page, depth + 1)), *_spans(node)
            )

    def _role(self, node: dict[str, Any]) -> str:
        kind = _resolved(node["S"])
        name = kind.name if isinstance(kind, PSLiteral) else str(kind)
        found = self.known_roles.get(name)
        if found is None:
            found = name
            for _ in range(8):
                mapped = _resolved(self.roles.get(found))
                if not isinstance(mapped, PSLiteral) or mapped.name == found:
                    break
                found = mapped.name
            self.known_roles[name] = found
        return found


def _spans(node: dict[str, Any]) -> tuple[int, int]:
    """(columns, rows) that a cell takes, from its table attributes."""
    columns = rows = 1
    attributes = _resolved(node.get("A"))
    for attribute in attributes if isinstance(attributes, list) else [attributes]:
        entry = _resolved(attribute)
        if isinstance(entry, dict):
            columns = max(columns, _count(entry.get("ColSpan")))
            rows = max(rows, _count(entry.get("RowSpan")))
    return columns, rows


def _count(value: Any) -> int:
    found = _resolved(value)
    return found if isinstance(found, int) and 1 <= found <= 1000 else 1
