"""The pieces of a cell as HTML, in the dress of a form: what text, CMS and Word pages share."""

from __future__ import annotations

import html
import itertools
from dataclasses import dataclass

from tests.rendering.sheet import Piece
from tests.rendering.style import Style

_NAMED = {"é": "&eacute;", "ë": "&euml;", "ï": "&iuml;", "ö": "&ouml;", "è": "&egrave;"}
_BREAK = {"text": "<br>", "cms": "<br>\n", "word": "<br>\n", "definitions": "<br/>"}


def escaped(text: str, style: Style) -> str:
    """The text with its markup characters, and where the style says so others, as references."""
    found = html.escape(text, quote=False) if style.form != "text" or style.entities else text
    if style.entities:
        for char, entity in _NAMED.items():
            found = found.replace(char, entity)
        found = "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in found)
        found = found.replace("&#8217;", "&rsquo;").replace("&#8211;", "&ndash;")
    return with_nbsp(found, style)


def with_nbsp(text: str, style: Style) -> str:
    """The text with no-break spaces after its short words."""
    if style.nbsp == "none":
        return text
    space = "\u00a0" if style.nbsp == "character" else "&nbsp;"
    words = text.split(" ")
    found = words[0]
    for before, word in itertools.pairwise(words):
        short = len(before) <= 2 and before.isalnum() and word.isalnum()
        found += (space if short else " ") + word
    return found


@dataclass(frozen=True, slots=True)
class Dress:
    """How one form writes paragraphs and lists."""

    style: Style

    def cell(self, pieces: tuple[Piece, ...]) -> str:
        """The inside of a cell."""
        found: list[str] = []
        groups = itertools.groupby(pieces, lambda p: (p.kind == "item", p.form, p.goes_on))
        for (is_item, form, goes_on), group in groups:
            members = list(group)
            if not is_item:
                found.extend(self._piece(piece) for piece in members)
            elif goes_on:
                found.extend(self._rest(piece) for piece in members)
            else:
                found.append(self._items(members, form))
        return self._glue().join(found)

    def _glue(self) -> str:
        return " " if self.style.form == "text" else "\n"

    def _text(self, text: str) -> str:
        return escaped(text, self.style)

    def emphasised(self, text: str) -> str:
        """The text, already escaped, in the style's emphasis."""
        tag = self.style.emphasis
        return f"<{tag}>{text}</{tag}>"

    def paragraph(self, inner: str) -> str:
        """A paragraph of its own."""
        if self.style.form == "word":
            return f"<p class=MsoNormal style='margin-bottom:0cm'><span lang=NL>{inner}</span></p>"
        return f"<p>{inner}</p>"

    def _piece(self, piece: Piece) -> str:
        text = self._text(piece.text)
        if piece.kind == "emph":
            return self.paragraph(self.emphasised(text))
        if piece.head:
            return self.paragraph(f"{self.emphasised(self._text(piece.head))} {text}")
        if piece.goes_on:
            return self._rest(piece)
        if piece.form == "bare" and self.style.form == "text":
            return text
        return self.paragraph(text)

    def _rest(self, piece: Piece) -> str:
        text = self._text(piece.text)
        return self.paragraph(text) if self.style.cut_reopens else text

    def _items(self, items: list[Piece], form: str) -> str:
        texts = [self._text(item.text) for item in items]
        ordered = items[0].ordered
        markers = [f"{i.number}." if ordered else self.style.bullet for i in items]
        marked = [f"{m} {t}" for m, t in zip(markers, texts, strict=True)]
        match form:
            case "li":
                return self._marked_list(texts, ordered, items[0].number)
            case "unclosed" if self.style.form == "text":
                return self._unclosed(marked, ordered)
            case "typed" | "unclosed":
                return self._typed(marked, texts, ordered)
            case "br":
                return self.paragraph(_BREAK[self.style.form].join(marked))
            case "lines":
                return self.paragraph(_BREAK[self.style.form].join(texts))
            case "flat":
                return self.paragraph(" ".join(texts))
            case _:
                return self._glue().join(self.paragraph(text) for text in texts)

    def _marked_list(self, texts: list[str], ordered: bool, start: int) -> str:
        tag = "ol" if ordered else "ul"
        begin = f' start="{start}"' if ordered and start > 1 else ""
        inner = "".join(f"<li>{text}</li>" for text in texts)
        return f"<{tag}{begin}>{inner}</{tag}>"

    def _unclosed(self, marked: list[str], ordered: bool) -> str:
        tag = '<ol style="list-style-type: none;">' if ordered else "<ul>"
        return tag + " ".join(marked)

    def _typed(self, marked: list[str], texts: list[str], ordered: bool) -> str:
        if self.style.form != "word" or ordered:
            return self._glue().join(self.paragraph(line) for line in marked)
        return "\n".join(
            "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 "
            "lfo1'><![if !supportLists]><span style='font-family:Symbol'><span "
            "style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;"
            f"&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}</p>"
            for text in texts
        )
