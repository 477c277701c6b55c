"""Whatever people do between runs: nothing that the report lists is missing, no change of theirs
is overwritten, and the results of what is there now are those of a clean run."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.unit.batch.made_up import convert, listed, report

FILES = st.sampled_from(["a.txt", "b.txt", "c.html", "deeper/a.txt", "deeper/d.md"])
NAMES = st.sampled_from(["Kok", "Bakker"])
VERSIONS = st.sampled_from(["1", "2"])
TEXTS = st.sampled_from(["een", "twee"])
FORMATS = st.sampled_from(
    [("json", "xml", "csv"), ("json",), ("json", "markdown"), ("json", "csv", "sqlite")]
)
BY_HAND = b"changed by hand"


class History(RuleBasedStateMachine):
    """A folder of sources and one of results, changed and converted in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.input, self.output = self.home / "input", self.home / "output"
        self.input.mkdir()
        self.changed: dict[str, bytes] = {}
        self.count = 0
        # No power is cut here; without the disk each history takes milliseconds.
        self.disk = mock.patch("os.fsync")
        self.disk.start()

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.disk.stop()
        shutil.rmtree(self.home)

    @property
    def sources(self) -> list[Path]:
        """The sources that there are."""
        return sorted(path for path in self.input.rglob("*") if path.is_file())

    @property
    def results(self) -> list[Path]:
        """The results that there are, without the report."""
        found = self.output.rglob("*") if self.output.exists() else ()
        return sorted(path for path in found if path.is_file() and path.name != "report.json")

    def chosen(self, paths: list[Path], data: st.DataObject) -> Path:
        """One of some paths."""
        return paths[data.draw(st.integers(0, len(paths) - 1))]

    @rule(file=FILES, name=NAMES, version=VERSIONS, text=TEXTS)
    def write_a_source(self, file: str, name: str, version: str, text: str) -> None:
        """A new source, a new version, another text, a twin."""
        path = self.input / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}|{version}|{text}", "utf-8")

    @rule(file=FILES)
    def damage_a_source(self, file: str) -> None:
        """A source that is no profile."""
        path = self.input / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("niets", "utf-8")

    @precondition(lambda self: self.sources)
    @rule(data=st.data(), to=FILES)
    def rename_a_source(self, data: st.DataObject, to: str) -> None:
        """The same bytes under another name."""
        (self.input / to).parent.mkdir(exist_ok=True)
        self.chosen(self.sources, data).replace(self.input / to)

    @precondition(lambda self: self.sources)
    @rule(data=st.data())
    def remove_a_source(self, data: st.DataObject) -> None:
        """A source that is gone."""
        self.chosen(self.sources, data).unlink()

    @precondition(lambda self: self.results)
    @rule(data=st.data())
    def change_a_result(self, data: st.DataObject) -> None:
        """A person changes what was written."""
        path = self.chosen(self.results, data)
        self.count += 1
        path.write_bytes(BY_HAND + str(self.count).encode())
        self.changed[path.relative_to(self.output).as_posix()] = path.read_bytes()

    @precondition(lambda self: self.results)
    @rule(data=st.data())
    def remove_a_result(self, data: st.DataObject) -> None:
        """A person deletes what was written."""
        path = self.chosen(self.results, data)
        path.unlink()
        self.changed.pop(path.relative_to(self.output).as_posix(), None)

    @precondition(lambda self: self.sources)
    @rule(formats=FORMATS, prune=st.booleans())
    def convert_all(self, formats: tuple[str, ...], prune: bool) -> None:
        """A run over all sources."""
        convert([self.input], self.output, formats, prune=prune)
        self.check_the_last_run()
        self.compare_with_a_clean_run(formats)

    @precondition(lambda self: self.sources)
    @rule(data=st.data(), prune=st.booleans())
    def convert_one(self, data: st.DataObject, prune: bool) -> None:
        """A run over one of the sources."""
        convert([self.chosen(self.sources, data)], self.output, prune=prune)
        self.check_the_last_run()

    @precondition(lambda self: self.sources)
    @rule(formats=FORMATS)
    def convert_by_force(self, formats: tuple[str, ...]) -> None:
        """A run that may write over what a person changed."""
        convert([self.input], self.output, formats, force=True)
        mine = {file["path"] for file in report(self.output)["files"]}
        # A document may stand for a while under the id that another one turns out to share.
        ids = tuple(d["base_id"] for d in report(self.output)["documents"] if d["base_id"])
        for path, data in list(self.changed.items()):
            whole = self.output / path
            if not whole.exists() or whole.read_bytes() != data:
                assert path in mine or path.partition("/")[2].startswith(ids), path
                del self.changed[path]
        self.check_the_last_run()

    def check_the_last_run(self) -> None:
        """All that the report lists is there, as it says but for what a person changed."""
        for path, sha256 in listed(self.output).items():
            data = (self.output / path).read_bytes()
            if path not in self.changed:
                assert hashlib.sha256(data).hexdigest() == sha256, path
        there = {path.relative_to(self.output).as_posix() for path in self.results}
        assert there - set(self.changed) <= set(listed(self.output))
        assert not (self.output / ".unfinished").exists()

    def compare_with_a_clean_run(self, formats: tuple[str, ...]) -> None:
        """The documents have the same files as in an empty folder, but for what is blocked."""
        clean = self.home / f"clean-{self.count}"
        convert([self.input], clean, formats)
        blocked = {"BCP601"} & {
            finding["code"]
            for document in report(self.output)["documents"]
            for finding in document["findings"]
        }
        for ours, other in zip(
            report(self.output)["documents"], report(clean)["documents"], strict=True
        ):
            if not any(finding["code"] == "BCP601" for finding in ours["findings"]):
                assert ours == other
        if not blocked and not report(self.output)["findings"]:
            assert report(self.output)["files"] == report(clean)["files"]
        shutil.rmtree(clean)

    @invariant()
    def what_a_person_changed_is_as_they_left_it(self) -> None:
        """No run wrote over it, and none removed it."""
        for path, data in self.changed.items():
            assert (self.output / path).read_bytes() == data, path


TestAnyHistory = History.TestCase
TestAnyHistory.settings = settings(
    max_examples=25, stateful_step_count=15, deadline=None, derandomize=True
)


@pytest.mark.slow
def test_any_of_many_longer_histories() -> None:
    run_state_machine_as_test(
        History,
        settings=settings(max_examples=400, stateful_step_count=30, deadline=None, database=None),
    )
