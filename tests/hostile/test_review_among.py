"""A review of fifty profiles, one with a page that cannot be drawn within any limit.

Slow: `make slow`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.pdfs import stream
from tests.profiles import INPUT

pytestmark = pytest.mark.slow

PROFILES = 50
MOST_MEMORY = 1_000_000_000
# A colour of each point by a program, twenty thousand times one over the other.
_PAINTING = b"q " + b"/S sh " * 20_000 + b"Q"
_SHADING = (
    b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] /Matrix [595 0 0 842 0 0] "
    b"/Function 1503 0 R >>"
)
_FUNCTION = stream(
    b"{ dup sin exch cos 2 copy mul }",
    b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]",
)


def painted_over(data: bytes) -> bytes:
    """A PDF whose first page has a painting below its text, as a later version of the file."""
    first = re.search(rb"(\d+) 0 obj\s*<<(/Type/Page/.*?)>>\s*endobj", data, re.S)
    assert first is not None
    number, entries = int(first[1]), first[2]
    contents = re.search(rb"/Contents (\d+ 0 R)", entries)
    resources = re.search(rb"/Resources (\d+) 0 R", entries)
    assert contents is not None
    assert resources is not None
    shared = re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % resources[1], data, re.S)
    assert shared is not None
    page = entries.replace(contents[0], b"/Contents [1501 0 R %s]" % contents[1])
    page = page.replace(resources[0], b"/Resources << %s /Shading << /S 1502 0 R >> >>" % shared[1])
    objects = {
        number: b"<< %s >>" % page,
        1501: stream(_PAINTING),
        1502: _SHADING,
        1503: _FUNCTION,
    }
    return appended(data, objects)


def appended(data: bytes, objects: dict[int, bytes]) -> bytes:
    """A PDF with some objects in place of its own, appended as an update."""
    out = bytearray(data)
    table = b"xref\n"
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    before = re.findall(rb"startxref\s+(\d+)", data)[-1]
    root = re.findall(rb"/Root \d+ 0 R", data)[-1]
    trailer = b"trailer\n<< /Size 2000 %s /Prev %s >>\n" % (root, before)
    return bytes(out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty profiles; that of the PDF cannot be drawn."""
    folder = tmp_path_factory.mktemp("in")
    text = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
    for number in range(PROFILES - 1):
        named = text.replace("Werfcoördinator", f"Werfcoördinator{number}")
        (folder / f"{number:02}.txt").write_text(named, "utf-8")
    pdf = (INPUT / "werfcoordinator-jachthaven.pdf").read_bytes()
    (folder / "kwaad.pdf").write_bytes(painted_over(pdf))
    return folder


def run(*arguments: object) -> tuple[int, str, int]:
    """Exit code, standard error, and the memory of the largest process of a command, in bytes."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, said, usage.ru_maxrss * 1024


def test_one_page_that_cannot_be_drawn_costs_itself_alone(inputs: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert run("convert", inputs, "--output", output, "--format", "json")[0] == 0
    review = ("review", output, "--sources", inputs, "--timeout", "5")

    code, said, memory = run(*review)

    (hostile,) = [
        document["profile"]
        for document in json.loads((output / "report.json").read_bytes())["documents"]
        if document["file"] == "kwaad.pdf"
    ]
    pages = {path.stem for path in (output / "review").glob("*.html")}
    assert code == 1
    assert re.findall(r"BCP\d+", said) == ["BCP160"]
    assert f"{hostile}: error BCP160: " in said
    assert len(pages - {"index"}) == PROFILES - 1
    assert hostile not in pages
    assert memory < MOST_MEMORY

    code, again, _ = run(*review)

    assert code == 1
    assert "BCP160" in again
    assert f"({PROFILES - 1} unchanged)" in again


def test_nothing_is_left_of_a_page_that_can_be_drawn_no_more(inputs: Path, tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    shutil.copy(INPUT / "werfcoordinator-jachthaven.pdf", folder / "p.pdf")
    for source in (None, inputs / "kwaad.pdf"):
        if source is not None:
            shutil.copy(source, folder / "p.pdf")
        assert run("convert", folder, "--output", output, "--format", "json")[0] == 0
        run("review", output, "--sources", folder, "--timeout", "3")
        found = len(list((output / "review").glob("*.html")))
        assert found == (2 if source is None else 1)
