"""`pipeline.convert` gives each of several threads what it gives one alone, findings included."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline import Conversion, DocumentError, convert, validate_file
from pipeline.core import heartbeat
from tests.profiles import INPUT
from tests.stored_releases import FOLDER, ID

THREADS = 8
SAMPLES = sorted(INPUT.iterdir())
PDF = (INPUT / "werfcoordinator-jachthaven.pdf").read_bytes()
# Each is told something else by its engine, and the last is read from a repaired copy.
DAMAGED = {
    "lengte.pdf": PDF.replace(b"/Length", b"/Lengxh", 1),
    "filter.pdf": PDF.replace(b"/FlateDecode", b"/FlateDecodf", 1),
    "einde.pdf": PDF[:-400],
    "leeg.pdf": b"%PDF-1.7\n",
}


@pytest.fixture
def often() -> Iterator[None]:
    """Threads take turns in the middle of anything."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Documents of all forms, sound and damaged ones mixed."""
    for name, data in DAMAGED.items():
        (tmp_path / name).write_bytes(data)
    return [*SAMPLES, *sorted(tmp_path.iterdir())] * 2


def outcome(path: Path) -> Conversion | tuple[str, str]:
    """What a document gives, or why it gives nothing."""
    try:
        return convert(path)
    except DocumentError as error:
        return error.code, error.message


@pytest.mark.slow
@pytest.mark.usefixtures("often")
def test_eight_threads_give_what_one_does(paths: list[Path]) -> None:
    alone = {path: outcome(path) for path in dict.fromkeys(paths)}
    # Sound ones that are told nothing stand among those that the engine complains of.
    told = {path.name: "BCP154" in str(one) for path, one in alone.items()}
    assert {told[name] for name in DAMAGED} == {True, False}
    assert not any(told[path.name] for path in SAMPLES)

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(outcome, paths))

    for path, one in zip(paths, found, strict=True):
        assert one == alone[path], path.name


@pytest.mark.usefixtures("often")
def test_stored_files_are_checked_by_threads_too(tmp_path: Path) -> None:
    text = (FOLDER / "xml-1.1.0" / "xml" / f"{ID}.xml").read_text("utf-8")
    files = []
    for number in range(24):
        files.append(tmp_path / f"{number}.xml")
        files[-1].write_text(text.replace("<nlqf_level>4", f"<nlqf_level>4{number}"), "utf-8")

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(validate_file, files))

    for number, findings in enumerate(found):
        assert f"'4{number}'" in findings[0].message
        assert findings == validate_file(files[number])


def test_a_sign_of_life_is_heard_in_its_own_thread_alone() -> None:
    heard: dict[str, int] = {"listening": 0, "other": 0}

    def listening() -> None:
        def one_more() -> None:
            heard[threading.current_thread().name] += 1

        heartbeat.listen(one_more)
        heartbeat.beat()
        other = threading.Thread(target=heartbeat.beat, name="other")
        other.start()
        other.join()

    thread = threading.Thread(target=listening, name="listening")
    thread.start()
    thread.join()
    heartbeat.beat()

    assert heard == {"listening": 1, "other": 0}
