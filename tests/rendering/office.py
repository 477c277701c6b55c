"""Word documents as PDF by LibreOffice, many in one go."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_FILTER = 'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{tagged}"}}}}'


def office_pdfs(documents: Mapping[str, bytes], tagged: bool) -> dict[str, bytes]:
    """The PDF of each document, by its name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, data in documents.items():
            (folder / f"{title}.docx").write_bytes(data)
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation={(folder / 'user').as_uri()}",
             "--convert-to", _FILTER.format(tagged=str(tagged).lower()), "--outdir", str(folder),
             *(str(path) for path in sorted(folder.glob("*.docx")))],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        return {title: (folder / f"{title}.pdf").read_bytes() for title in documents}


def has_office() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None
