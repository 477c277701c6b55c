"""Apache FOP run: a program of formatting objects to the bytes of a PDF."""

from __future__ import annotations

import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.machine import fop_path, message_of

_CONFIG = """<fop version="1.0"><hyphenation-base>.</hyphenation-base><renderers>
<renderer mime="application/pdf"><fonts><auto-detect/></fonts></renderer></renderers></fop>"""
# What is run for seconds is not worth compiling well.
_SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# What FOP wants of a language: which characters are letters, and the patterns of TeX.
_PATTERNS = """<?xml version="1.0" encoding="utf-8"?>
<hyphenation-info><hyphen-char value="-"/><hyphen-min before="2" after="2"/>
<classes>{classes}</classes><patterns>
{patterns}
</patterns></hyphenation-info>"""
_LETTERS = "abcdefghijklmnopqrstuvwxyzàáâäçèéêëìíîïñòóôöùúûü"


def printed_by_fop(source: str, tagged: bool) -> bytes:
    """The PDF of a program, whose language may be hyphenated as Dutch (`nl`)."""
    program = fop_path()
    if program is None:
        raise RuntimeError(message_of(["fop"]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fop.xconf").write_text(_CONFIG, "utf-8")
        (folder / "a.fo").write_text(source, "utf-8")
        if 'hyphenate="true"' in source:
            (folder / "nl.xml").write_text(_dutch_hyphenation(), "utf-8")
        command = [program, "-q", "-c", "fop.xconf", *(["-a"] if tagged else [])]
        subprocess.run(
            [*command, "-fo", "a.fo", "-pdf", "a.pdf"],
            cwd=folder,
            env={**os.environ, "JAVA_ARGS": _SHORT_LIVED},
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return (folder / "a.pdf").read_bytes()


@cache
def _dutch_hyphenation() -> str:
    """The patterns of pyphen, which FOP does not bring."""
    import pyphen

    charset, *lines = Path(pyphen.LANGUAGES["nl_NL"]).read_bytes().splitlines()
    # Settings in capitals, comments, and patterns that change letters are no patterns of TeX.
    texts = (line.decode(charset.decode("ascii")) for line in lines)
    plain = [text for text in texts if text == text.lower() and not set(text) & set("%#/= ")]
    classes = " ".join(f"{letter}{letter.upper()}" for letter in _LETTERS)
    return _PATTERNS.format(classes=classes, patterns="\n".join(plain))
