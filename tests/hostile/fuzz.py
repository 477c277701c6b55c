"""Damage without end: `python -m tests.hostile.fuzz [SECONDS] [SEED]`, for each reader in turn.

The seeds are our sample in all its forms and the hostile files. A package whose bytes are damaged
is hardly ever opened, so that half of the Word files are damaged in the structure of their main
part instead. A damaged file must give a conversion or one clear error; what crashes a process, ends
in an internal error or gives a profile whose ledger does not close or whose values are not in the
source is kept.
"""

from __future__ import annotations

import copy
import io
import random
import shutil
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from pipeline.batch.executors import InProcesses, all_cores, preload
from pipeline.core.diagnostics import Severity
from pipeline.isolation.faults import CRASH
from pipeline.isolation.limits import Limits
from pipeline.isolation.work import work_with
from pipeline.writers.order import Order
from tests.hostile.others import pages, parts, texts
from tests.hostile.pdfs import loops, oddities
from tests.hostile.test_damaged_files import (
    cut,
    overwritten,
    with_a_stretch_doubled,
    without_a_stretch,
)
from tests.profiles import INPUT

_DAMAGES = (cut, overwritten, without_a_stretch, with_a_stretch_doubled)
# Larger seeds leave too few rounds.
_LARGEST = 300_000
_ROUND = 100
_SHARE_OF_STRUCTURE = 0.5
_MAIN = "word/document.xml"
LIMITS = Limits(memory=500_000_000, stall=10, total=10)
_FAULTS = {CRASH, "BCP401", "BCP402", "BCP901"}


def seeds() -> dict[str, list[bytes]]:
    """The files to begin with, by reader."""
    samples = {path.suffix[1:]: path.read_bytes() for path in INPUT.glob("werfcoordinator-*")}
    more = {"pdf": (loops, oddities), "docx": (parts,), "html": (pages,), "txt": (texts,)}
    found = {}
    for kind, sample in samples.items():
        others = [data for made in more.get(kind, ()) for _, data in made()]
        found[kind] = [sample, *(data for data in others if len(data) <= _LARGEST)]
    return found


def main(arguments: list[str]) -> int:
    """Damage files for so many seconds a reader; 1 where one gave neither result nor error."""
    seconds = float(arguments[0]) if arguments else 60.0
    chance = random.Random(int(arguments[1]) if len(arguments) > 1 else 1)
    work = work_with(Order(), LIMITS.source_bytes)
    preload()
    faults = 0
    for kind, files in seeds().items():
        seen: Counter[str] = Counter()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with tempfile.TemporaryDirectory() as folder:
                paths = [_damaged(Path(folder), kind, n, files, chance) for n in range(_ROUND)]
                for number, parcel in InProcesses(all_cores(), LIMITS, work).run(paths):
                    codes = {f.code for f in parcel.findings if f.severity is Severity.ERROR}
                    seen.update(codes or {"converted"})
                    if fault := next((f for f in parcel.findings if f.code in _FAULTS), None):
                        faults += 1
                        kept = shutil.copy(paths[number], f"fuzz-{parcel.sha256}.{kind}")
                        print(f"{kept}: {fault.code} {fault.message}")
        print(f"{kind}: {sum(seen.values())} files, {dict(seen.most_common())}", flush=True)
    return int(faults > 0)


def _damaged(
    folder: Path, kind: str, number: int, files: list[bytes], chance: random.Random
) -> Path:
    """One of the files, damaged up to three times."""
    path = folder / f"{number}.{kind}"
    if kind == "docx" and chance.random() < _SHARE_OF_STRUCTURE:
        path.write_bytes(with_another_structure(files[0], chance))
        return path
    data = bytearray(chance.choice(files))
    for _ in range(chance.randrange(1, 4)):
        if data:
            data = chance.choice(_DAMAGES)(data, chance)
    path.write_bytes(data)
    return path


def with_another_structure(data: bytes, chance: random.Random) -> bytes:
    """A Word file with some elements of its main part lost, doubled, renamed or elsewhere."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[_MAIN])
    for _ in range(chance.randrange(1, 6)):
        elements = [element for element in root.iter() if element.getparent() is not None]
        chosen, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0:
                parent_of(chosen).remove(chosen)
            case 1:
                parent_of(chosen).insert(0, copy.deepcopy(chosen))
            case 2:
                chosen.tag = other.tag
            case 3:
                other.append(copy.deepcopy(chosen))
            case _:
                chosen.attrib.clear()
    parts[_MAIN] = etree.tostring(root)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def parent_of(element: etree._Element) -> etree._Element:
    """The element above one that is not the root."""
    parent = element.getparent()
    assert parent is not None
    return parent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
