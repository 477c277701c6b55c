"""pandoc as a producer, of the pages of HTML or of Word files, and of PDF by way of TeX."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

# Markers that the fonts of TeX have under other names; space between rows, and between paragraphs
# of a cell, without which no reader could tell them.
_HEADER = (
    r"\usepackage{amssymb,pifont}"
    r"\DeclareUnicodeCharacter{25AA}{\ensuremath{\blacksquare}}"
    r"\DeclareUnicodeCharacter{27A2}{\ding{226}}"
    r"\renewcommand\arraystretch{1.4}"
    r"\makeatletter\g@addto@macro\@arrayparboxrestore{\parskip=5pt\relax}\makeatother"
)


def by_pandoc(data: bytes, target: str, source: str = "html") -> bytes:
    """A document in another form."""
    command = ["pandoc", f"--from={source}", f"--to={target}", "--wrap=none", "--output=-"]
    if target == "html":
        # The title of a Word file is in the head of a page, and nowhere in a part of one.
        command.append("--standalone")
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def latex_pdf(page: bytes) -> bytes:
    """A page as pdfLaTeX prints what pandoc makes of it; signs stay what they are (`-smart`)."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "document.tex"
        subprocess.run(
            [
                *("pandoc", "--from=html", "--to=latex-smart", "--standalone"),
                *("--variable=papersize:a4", "--variable=geometry:margin=2cm"),
                *("--variable=lang:nl", f"--variable=header-includes:{_HEADER}"),
                f"--output={file}",
            ],
            input=page,
            capture_output=True,
            check=True,
        )
        head, begin, body = file.read_text("utf-8").partition(r"\begin{document}")
        file.write_text(head + begin + body.replace("'", r"\textquotesingle{}"), "utf-8")
        # The second run knows the widths of the first.
        for _ in range(2):
            subprocess.run(
                ["pdflatex", "-interaction=batchmode", file.name],
                cwd=name,
                capture_output=True,
                check=True,
            )
        return file.with_suffix(".pdf").read_bytes()
