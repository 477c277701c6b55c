"""The makers of documents: which program, which forms they may take, how they dress."""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.core_tasks.choices import Choices, Medium, Structure, drawn
from tests.core_tasks.compose import composed
from tests.core_tasks.fopfile import fop_pdf
from tests.core_tasks.markdown import markdown_of
from tests.core_tasks.parts import Document, Dress
from tests.core_tasks.shape import Subject
from tests.core_tasks.tabbed import tabbed_of
from tests.core_tasks.typstfile import typst_pdf
from tests.core_tasks.web import PAPERS, Mode, web_page
from tests.core_tasks.wordfile import docx_of
from tests.machine import message_of, office_path
from tests.rendering.printed.chromium import Chromium
from tests.rendering.printed.office import office_pdfs

Maker = Callable[[list[Document]], list[bytes]]

_ALL: tuple[Structure, ...] = ("tables", "mixed", "headings")
_FONTS = ("Liberation Sans", "Liberation Serif", "Carlito", "Liberation Sans Narrow")


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of file is made. `headings`: real heading styles, none, or either."""

    name: str
    ending: str
    medium: Medium
    structures: tuple[Structure, ...]
    make: Maker
    bullets: tuple[str, ...] = ("•", "-", "–", "▪")
    headings: str = "real"
    hyphenates: bool = False
    missing: Callable[[], str] = lambda: ""

    def choices(self, subject: Subject, seed: int) -> Choices:
        """What the maker decides for a profile."""
        return drawn(subject, self.name, self.medium, self.structures, seed)

    def document(self, subject: Subject, seed: int, nudge: int = 0) -> Document:
        """The document; `nudge` moves its page ends."""
        choices = self.choices(subject, seed)
        return composed(subject, choices, self._dress(subject, seed, nudge))

    def _dress(self, subject: Subject, seed: int, nudge: int) -> Dress:
        draw = random.Random(f"{seed}/{subject.key}/{self.name}/dress")
        justified = draw.random() < 0.3
        return Dress(
            font=draw.choice(_FONTS),
            size=draw.choice([9.5, 10.0, 10.5]) - 0.1 * nudge,
            paper=draw.choice(["a4", "a4", "a4", "a4", "letter", "landscape"]),
            margin=draw.choice([2.0, 2.2, 2.5]),
            rules=draw.choice(["grid", "grid", "grid", "horizontal", "shaded", "none"]),
            bullet=draw.choice(self.bullets),
            heading_styles=self.headings == "real"
            or (self.headings == "either" and draw.random() < 0.5),
            justified=justified,
            hyphenated=self.hyphenates and draw.random() < 0.5,
            padding=draw.choice([2.0, 3.0, 4.0]),
            gap=draw.choice([4.0, 5.0, 6.0]),
        )


def _each(make: Callable[[Document], bytes]) -> Maker:
    return lambda documents: [make(one) for one in documents]


def _page(mode: Mode) -> Maker:
    return _each(lambda document: web_page(document, mode).encode("utf-8"))


def _office_pdf(tagged: bool) -> Maker:
    return lambda documents: office_pdfs([docx_of(one) for one in documents], tagged)


def _office_docx(documents: list[Document]) -> list[bytes]:
    """The same as written by LibreOffice."""
    path = office_path()
    if path is None:
        raise RuntimeError(message_of(["libreoffice-writer"]))
    with tempfile.TemporaryDirectory() as name:
        folder, saved = Path(name), Path(name) / "saved"
        files = [folder / f"{number:03d}.docx" for number in range(len(documents))]
        for file, document in zip(files, documents, strict=True):
            file.write_bytes(docx_of(document))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            [
                *(path, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"),
                *("--outdir", str(saved), *map(str, files)),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return [(saved / file.name).read_bytes() for file in files]


def _chromium(tagged: bool) -> Maker:
    def make(documents: list[Document]) -> list[bytes]:
        with Chromium() as browser:
            return [
                browser.printed(web_page(document, "paper"), _print_options(document, tagged))
                for document in documents
            ]

    return make


def _print_options(document: Document, tagged: bool) -> dict[str, object]:
    width, height = PAPERS[document.dress.paper]
    margin = document.dress.margin / 2.54
    foot = document.foot.replace("{page}", '<span class="pageNumber"></span>')
    foot = foot.replace("{pages}", '<span class="totalPages"></span>')
    box = '<div style="font-size:8pt; width:100%; text-align:center">'
    return {
        "paperWidth": width / 2.54,
        "paperHeight": height / 2.54,
        "marginTop": margin,
        "marginBottom": margin,
        "marginLeft": margin,
        "marginRight": margin,
        "printBackground": True,
        "displayHeaderFooter": bool(document.head or document.foot),
        "headerTemplate": f"{box}{document.head}</div>",
        "footerTemplate": f"{box}{foot}</div>",
        "generateTaggedPDF": tagged,
    }


def _weasyprint(document: Document) -> bytes:
    import weasyprint

    page = weasyprint.HTML(string=web_page(document, "paper", margin_boxes=True))
    written: bytes = page.write_pdf(pdf_tags=len(document.title) % 2 == 0)
    return written


def _fop(documents: list[Document]) -> list[bytes]:
    return [fop_pdf(one, len(one.title) % 2 == 1) for one in documents]


def _no_fop() -> str:
    return message_of(["fop"])


def _no_office() -> str:
    return message_of(["libreoffice-writer"])


def _no_chromium() -> str:
    return message_of(["chromium"])


def _no_pango() -> str:
    return message_of(["pango"])


_SYMBOLS = ("\uf0b7", "\uf0b7", "\uf0a7", "-", "•")

LOOKS: dict[str, Look] = {
    look.name: look
    for look in (
        Look("docx-styles", "docx", "paper", _ALL, _each(docx_of), _SYMBOLS),
        Look("docx-plain", "docx", "paper", ("tables", "mixed"), _each(docx_of), _SYMBOLS, "none"),
        Look("docx-lines", "docx", "paper", ("headings",), _each(docx_of), _SYMBOLS, "none"),
        Look("docx-office", "docx", "paper", _ALL, _office_docx, _SYMBOLS, missing=_no_office),
        Look(
            "pdf-office-tagged",
            "pdf",
            "paper",
            _ALL,
            _office_pdf(True),
            _SYMBOLS,
            missing=_no_office,
        ),
        Look(
            "pdf-office-untagged",
            "pdf",
            "paper",
            _ALL,
            _office_pdf(False),
            _SYMBOLS,
            "either",
            missing=_no_office,
        ),
        Look("pdf-chromium-tagged", "pdf", "paper", _ALL, _chromium(True), missing=_no_chromium),
        Look(
            "pdf-chromium-untagged",
            "pdf",
            "paper",
            _ALL,
            _chromium(False),
            headings="either",
            missing=_no_chromium,
        ),
        Look(
            "pdf-weasyprint",
            "pdf",
            "paper",
            _ALL,
            _each(_weasyprint),
            hyphenates=True,
            missing=_no_pango,
        ),
        Look(
            "pdf-typst",
            "pdf",
            "paper",
            _ALL,
            _each(lambda document: typst_pdf(document, len(document.title) % 2 == 0)),
            headings="either",
            hyphenates=True,
        ),
        Look("pdf-fop", "pdf", "paper", _ALL, _fop, ("•", "-", "–"), missing=_no_fop),
        Look("html-tables", "html", "web", ("tables", "mixed"), _page("tables")),
        Look("html-definitions", "html", "web", ("headings",), _page("definitions")),
        Look("html-divisions", "html", "web", _ALL, _page("divisions"), headings="either"),
        Look("html-cms", "html", "web", _ALL, _page("cms")),
        Look(
            "markdown-tables",
            "md",
            "markdown",
            ("tables", "mixed"),
            _each(lambda document: markdown_of(document).encode("utf-8")),
            ("•", "-", "▪"),
        ),
        Look(
            "markdown-headings",
            "md",
            "markdown",
            ("headings",),
            _each(lambda document: markdown_of(document).encode("utf-8")),
        ),
        Look(
            "text-tabs",
            "txt",
            "text",
            ("tables", "mixed"),
            _each(lambda document: tabbed_of(document, True).encode("utf-8")),
            ("•", "§", "▪"),
        ),
    )
}
