"""PDF by LibreOffice from Word documents, or its own, many in one run."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from tests.machine import message_of, office_path


def office_pdfs(documents: list[bytes], tagged: bool, ending: str = "docx") -> list[bytes]:
    """The PDF of each document, of the kind that a file with that ending holds."""
    path = office_path()
    if path is None:
        raise RuntimeError(message_of(["libreoffice-writer"]))
    options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number:04d}.{ending}" for number in range(len(documents))]
        for file, data in zip(files, documents, strict=True):
            file.write_bytes(data)
        subprocess.run(
            [
                path,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                f"pdf:writer_pdf_Export:{options}",
                "--outdir",
                str(folder),
                *map(str, files),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return [file.with_suffix(".pdf").read_bytes() for file in files]
