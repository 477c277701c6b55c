"""pandoc as a producer, of the pages of HTML."""

from __future__ import annotations

import subprocess


def by_pandoc(page: bytes, target: str) -> bytes:
    """A page in another form."""
    command = ["pandoc", "--from=html", f"--to={target}", "--wrap=none", "--output=-"]
    return subprocess.run(command, input=page, capture_output=True, check=True).stdout
