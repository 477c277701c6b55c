"""PDF written anew by Ghostscript: streams, fonts and names are its own, and tags are gone."""

from __future__ import annotations

import subprocess

from tests.machine import ghostscript_path, message_of


def rewritten(pdf: bytes) -> bytes:
    """The same pages as `gs -sDEVICE=pdfwrite` writes them."""
    program = ghostscript_path()
    if program is None:
        raise RuntimeError(message_of(["ghostscript"]))
    options = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-sOutputFile=-"]
    done = subprocess.run([program, *options, "-"], input=pdf, capture_output=True, check=True)
    return done.stdout
