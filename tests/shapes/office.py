"""LibreOffice as a producer: Word and HTML files of what it opens; many in one run."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.machine import message_of, office_path

_WORD = "docx:MS Word 2007 XML"
_HTML = "html:HTML (StarWriter)"
# What a Word file is saved as on its way, and the filters that write these.
_BETWEEN = {"doc": "doc:MS Word 97", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}


def word_of(pages: list[bytes]) -> list[bytes]:
    """Word files of pages of HTML."""
    return _converted(pages, "html", _WORD, ["--infilter=HTML (StarWriter)"])


def html_of(files: list[bytes]) -> list[bytes]:
    """Pages of HTML of Word files."""
    return _converted(files, "docx", _HTML, [])


def word_through(ending: str, files: list[bytes]) -> list[bytes]:
    """Word files that were saved in another form, and again as Word files."""
    return _converted(_converted(files, "docx", _BETWEEN[ending], []), ending, _WORD, [])


def _converted(documents: list[bytes], ending: str, target: str, options: list[str]) -> list[bytes]:
    path = office_path()
    if path is None:
        raise RuntimeError(message_of(["libreoffice-writer"]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number:04d}.{ending}" for number in range(len(documents))]
        for file, data in zip(files, documents, strict=True):
            file.write_bytes(data)
        made = folder / "made"
        subprocess.run(
            [
                *(path, f"-env:UserInstallation=file://{folder}/profile", "--headless", *options),
                *("--convert-to", target, "--outdir", str(made), *map(str, files)),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = target.partition(":")[0]
        return [(made / file.with_suffix(f".{end}").name).read_bytes() for file in files]
