"""Results of documents that a run was not given, could not convert, or did not come to."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.batch import convert_all, locked, sources_in
from pipeline.batch.executors import InThisProcess
from pipeline.batch.journal import Journal
from pipeline.cli import main
from pipeline.contract.resources import UNFINISHED
from pipeline.core import interrupts
from pipeline.core.errors import OutputError
from pipeline.isolation.parcels import Parcel
from pipeline.writers.order import order_of
from tests.ordinary_user import bcp_as_nobody, give_to_nobody
from tests.profiles import INPUT
from tests.unit.batch.made_up import DEFAULT, Reader, convert, kept, listed, report


def write(path: Path, text: str) -> Path:
    """A made-up document."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def profiles(output: Path) -> list[str]:
    """The profiles that stand in a folder of results."""
    return sorted(path.stem for path in (output / "xml").glob("*"))


def codes(output: Path) -> dict[str, list[str]]:
    """By document, the codes of its findings."""
    documents = report(output)["documents"]
    return {d["file"]: [finding["code"] for finding in d["findings"]] for d in documents}


def test_an_input_of_the_same_name_elsewhere_costs_no_result(tmp_path: Path) -> None:
    first = write(tmp_path / "2024/profielen/kok.txt", "Kok|1|tekst").parent
    second = write(tmp_path / "2025/profielen/smid.txt", "Smid|1|tekst").parent
    convert([first], tmp_path / "uit")

    convert([second], tmp_path / "uit", prune=True)

    assert profiles(tmp_path / "uit") == ["kok-v1", "smid-v1"]
    assert set(kept(tmp_path / "uit").values()) == {"unseen"}


def test_one_input_less_renames_no_source(tmp_path: Path) -> None:
    first = write(tmp_path / "A/x.txt", "Kok|3|tekst")
    write(tmp_path / "B/x.txt", "Bakker|1|tekst")
    inputs = [tmp_path / "A", tmp_path / "B"]
    convert(inputs, tmp_path / "uit")
    first.write_text("Kok|4|tekst", "utf-8")
    convert(inputs, tmp_path / "uit")

    done = convert(inputs[:1], tmp_path / "uit", prune=True)

    assert done.pruned == 0
    assert profiles(tmp_path / "uit") == ["bakker-v1", "kok-v3", "kok-v4"]
    assert kept(tmp_path / "uit")["xml/kok-v3.xml"] == "superseded"


def test_a_version_that_was_replaced_is_removed_by_name_alone(tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|3|tekst")
    convert([source.parent], tmp_path / "uit")
    source.write_text("Kok|4|tekst", "utf-8")
    convert([source.parent], tmp_path / "uit")
    source.rename(source.with_name("chef.txt"))

    convert([source.parent], tmp_path / "uit", prune=True)

    assert kept(tmp_path / "uit")["xml/kok-v3.xml"] == "superseded"
    assert main(["prune", str(tmp_path / "uit"), "kok-v3"]) == 0
    assert profiles(tmp_path / "uit") == ["kok-v4"]


@pytest.mark.parametrize("texts", [("Kok|1|anders",), ("Kok|1|een", "Kok|1|twee")])
def test_results_of_a_source_that_was_not_given_are_not_given_away(
    texts: Sequence[str], tmp_path: Path
) -> None:
    output = tmp_path / "uit"
    convert([write(tmp_path / "in/kok.txt", "Kok|1|tekst").parent], output)
    before = {path: (output / path).read_bytes() for path in listed(output) if "kok" in path}
    for number, text in enumerate(texts):
        write(tmp_path / f"in2/{number}.txt", text)

    convert([tmp_path / "in2"], output)

    assert {path: (output / path).read_bytes() for path in before} == before
    assert len(profiles(output)) == 1 + len(texts)
    if len(texts) == 1:
        assert codes(output) == {"0.txt": ["BCP604"]}
        assert profiles(output) == ["kok-v1", "kok-v1-txt"]

    # Together they are told apart as ever, and nothing is left of the time before.
    convert([tmp_path / "in", tmp_path / "in2"], output)
    assert len(profiles(output)) == 1 + len(texts)
    assert "kok-v1" not in profiles(output)
    assert kept(output) == {}


def test_an_input_that_was_moved_keeps_its_ids(tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    convert([source.parent], tmp_path / "uit")
    source.parent.rename(tmp_path / "in2")

    convert([tmp_path / "in2"], tmp_path / "uit")

    assert profiles(tmp_path / "uit") == ["kok-v1"]
    assert codes(tmp_path / "uit") == {"kok.txt": []}


def test_results_of_a_document_that_fails_are_not_given_away(tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    convert([source.parent], tmp_path / "uit")
    source.write_text("kapot", "utf-8")
    for name in ("a", "b"):
        write(tmp_path / f"in/{name}.txt", f"Kok|1|{name}")

    convert([source.parent], tmp_path / "uit")

    assert kept(tmp_path / "uit")["xml/kok-v1.xml"] == "failed"
    assert len(profiles(tmp_path / "uit")) == 3


class Stopping:
    """An executor that is stopped after so many documents."""

    def __init__(self, after: int) -> None:
        self.after = after

    def run(self, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        """The documents until the stop."""
        for number, parcel in InThisProcess(Reader(order_of(DEFAULT))).run(paths):
            if number == self.after:
                raise KeyboardInterrupt
            yield number, parcel


def test_a_run_that_was_stopped_prunes_nothing(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path / f"in/{name}.txt", f"Beroep {name}|1|tekst")
    inputs, output = [tmp_path / "in"], tmp_path / "uit"
    convert(inputs, output)
    (tmp_path / "in/b.txt").rename(tmp_path / "in/z.txt")
    order = order_of(DEFAULT)
    with locked(output):
        done = convert_all(sources_in(inputs, output), Stopping(0), order, output, prune=True)

    assert done.report.interrupted
    assert done.pruned == 0
    assert len(profiles(output)) == 3


def test_what_is_published_when_a_stop_comes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        write(tmp_path / f"in/{name}.txt", f"Beroep {name}|1|tekst")
    publish = Journal.publish

    def stopped(self: Journal, *arguments: object) -> None:
        publish(self, *arguments)  # type: ignore[arg-type]
        interrupts.stop()

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "publish", stopped)
        inputs, output = [tmp_path / "in"], tmp_path / "uit"
        with locked(output), pytest.raises(KeyboardInterrupt, match="all is written"):
            executor = InThisProcess(Reader(order_of(DEFAULT)))
            convert_all(sources_in(inputs, output), executor, order_of(DEFAULT), output)

    assert [d["file"] for d in report(output)["documents"]] == ["a.txt"]
    assert report(output)["interrupted"]
    write(tmp_path / "in/a.txt", "Beroep a|1|nieuw")
    convert(inputs, output)
    assert codes(output) == {"a.txt": [], "b.txt": []}


def test_exports_go_with_their_profile(tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    write(tmp_path / "in/smid.txt", "Smid|1|tekst")
    inputs, output = [tmp_path / "in"], tmp_path / "uit"
    convert(inputs, output)
    assert main(["export", "markdown", str(output)]) == 0
    source.unlink()
    convert(inputs, output)
    assert kept(output)["markdown/kok-v1.md"] == "gone"

    convert(inputs, output, prune=True)

    assert kept(output) == {"markdown/smid-v1.md": "exported"}
    assert not (output / "markdown/kok-v1.md").exists()


def test_tables_show_what_stands_in_the_profiles(tmp_path: Path) -> None:
    inputs, output = [write(tmp_path / "in/kok.txt", "Kok|1|tekst").parent], tmp_path / "uit"
    convert(inputs, output)
    profile = output / "json/kok-v1.json"
    profile.write_text(profile.read_text("utf-8").replace("tekst", "met de hand"), "utf-8")

    convert(inputs, output, force=False)

    assert b"met de hand" in (output / "csv/profiles.csv").read_bytes()
    profile.write_text("{", "utf-8")
    convert(inputs, output)
    assert b"met de hand" not in (output / "csv/profiles.csv").read_bytes()


def test_tables_of_documents_that_all_fail_now_are_kept_for_that(tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    convert([source.parent], tmp_path / "uit")
    source.write_text("kapot", "utf-8")

    convert([source.parent], tmp_path / "uit")

    assert set(kept(tmp_path / "uit").values()) == {"failed"}


def test_an_export_elsewhere_is_told_there_and_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    convert([source.parent], tmp_path / "uit")
    command = ["export", "markdown", str(tmp_path / "uit"), "--to", str(tmp_path / "site")]
    assert main(command) == 0
    page = tmp_path / "site/markdown/kok-v1.md"
    page.write_text("met de hand", "utf-8")

    assert main(command) == 1
    assert "BCP601" in capsys.readouterr().err
    assert page.read_text("utf-8") == "met de hand"


@pytest.mark.parametrize(
    "line",
    [
        {"files": {"../../kwaad": "1-0"}, "remove": ["../in/kok.txt"]},
        {"files": {"json/a.json": "../../in/kok.txt"}, "remove": []},
        {"files": [], "remove": ["json"]},
        1,
        {},
    ],
)
def test_a_journal_that_no_run_wrote_is_none(line: object, tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    journal = tmp_path / "uit" / UNFINISHED / "journal.jsonl"
    write(journal, json.dumps(line) + "\n")

    convert([source.parent], tmp_path / "uit")

    assert source.read_text("utf-8") == "Kok|1|tekst"
    assert codes(tmp_path / "uit") == {"kok.txt": []}
    assert not journal.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(kept=None),
        lambda plain: plain.update(kept=[5]),
        lambda plain: plain.update(documents=None),
        lambda plain: plain["documents"][0].update(file=["a"]),
        lambda plain: plain["documents"][0].update(ledger=[]),
        lambda plain: plain["documents"][0].update(profile={}),
        lambda plain: plain["documents"][0]["files"][0].update(path="../weg"),
        lambda plain: plain.clear(),
    ],
)
def test_a_report_that_was_changed_by_hand_is_no_ground(
    change: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    output = tmp_path / "uit"
    convert([source.parent], output)
    plain = report(output)
    change(plain)  # type: ignore[operator]
    (output / "report.json").write_text(json.dumps(plain), "utf-8")

    for command in (["prune", str(output)], ["export", "markdown", str(output)]):
        assert main(command) in (0, 2)
    assert "Traceback" not in capsys.readouterr().err
    convert([source.parent], output)
    assert codes(output) == {"kok.txt": []}


def test_an_unfinished_run_is_called_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / UNFINISHED).mkdir()

    assert main(["prune", str(tmp_path)]) == 2
    assert "has not come to its end" in capsys.readouterr().err


# As a person who may not do everything.


@pytest.fixture
def of_nobody() -> Iterator[Path]:
    """A folder of an ordinary user, with documents in it and in a folder below."""
    # A folder of pytest's own is for one user alone.
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        text = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
        write(home / "in/kok.txt", text)
        write(home / "in/onder/smid.txt", text.replace("Werfcoördinator", "Smid"))
        give_to_nobody(home)
        yield home
        for path in (home, *home.rglob("*")):
            path.chmod(0o700)


def test_a_folder_that_may_not_be_read_costs_nothing(of_nobody: Path) -> None:
    inputs, output = of_nobody / "in", of_nobody / "uit"
    assert bcp_as_nobody(of_nobody, "convert", inputs, "--output", output).returncode == 0
    (inputs / "onder").chmod(0o000)

    found = bcp_as_nobody(of_nobody, "convert", inputs, "--output", output, "--prune")

    assert (found.returncode, found.stderr.count("BCP602")) == (1, 1)
    assert "Traceback" not in found.stderr
    assert set(kept(output).values()) == {"unreadable"}
    assert len(profiles(output)) == 2


@pytest.mark.slow
def test_a_folder_of_somebody_else_in_the_results_stops_no_run(of_nobody: Path) -> None:
    output = of_nobody / "uit"
    (output / "lost+found").mkdir(parents=True)
    give_to_nobody(output)
    (output / "lost+found").chmod(0o000)

    found = bcp_as_nobody(of_nobody, "convert", of_nobody / "in", "--output", output)

    assert found.returncode == 0, found.stderr
    assert not (output / UNFINISHED).exists()


@pytest.mark.slow
def test_results_that_may_not_be_read_are_one_line(of_nobody: Path) -> None:
    inputs, output = of_nobody / "in", of_nobody / "uit"
    assert bcp_as_nobody(of_nobody, "convert", inputs, "--output", output).returncode == 0
    (output / "json").chmod(0o000)

    found = bcp_as_nobody(of_nobody, "convert", inputs, "--output", output)

    assert found.returncode == 3
    assert "Traceback" not in found.stderr
    assert "you may not read or write there" in found.stderr


def test_a_folder_where_a_result_should_go_is_one_line(tmp_path: Path) -> None:
    source = write(tmp_path / "in/kok.txt", "Kok|1|tekst")
    (tmp_path / "uit/json/kok-v1.json").mkdir(parents=True)

    with pytest.raises(OutputError, match="a folder stands where a file is needed"):
        convert([source.parent], tmp_path / "uit")
