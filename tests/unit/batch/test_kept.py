"""What earlier runs, exports and people left in a folder: kept with its reason, removed by name."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from pipeline.cli import main
from pipeline.contract.resources import schema_text
from pipeline.writers.order import order_of
from tests.unit.batch.made_up import DEFAULT, Reader, convert, kept, listed, report
from tests.unit.batch.test_sources import refuse


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with two documents."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "kok.txt").write_text("Kok|3|tekst", "utf-8")
    (folder / "bakker.txt").write_text("Bakker|1|tekst", "utf-8")
    return folder


@pytest.fixture
def output(inputs: Path, tmp_path: Path) -> Path:
    """Their results."""
    convert([inputs], tmp_path / "uit")
    return tmp_path / "uit"


def codes(output: Path) -> dict[str, list[str]]:
    """By document, the codes of its findings."""
    documents = report(output)["documents"]
    return {d["file"]: [finding["code"] for finding in d["findings"]] for d in documents}


KOK = ("json/kok-v3.json", "json/kok-v3.trace.json", "xml/kok-v3.xml")


def because(why: str) -> dict[str, str]:
    """The files of the cook, kept for this reason."""
    return dict.fromkeys(KOK, why)


def test_a_version_that_is_replaced_is_kept(inputs: Path, output: Path) -> None:
    (inputs / "kok.txt").write_text("Kok|4|tekst", "utf-8")

    convert([inputs], output, prune=True)

    assert kept(output) == because("superseded")
    assert (output / "json" / "kok-v4.json").exists()
    convert([inputs], output)
    assert kept(output) == because("superseded")


def test_a_source_that_was_renamed_keeps_its_results(inputs: Path, output: Path) -> None:
    (inputs / "kok.txt").rename(inputs / "chef.txt")

    done = convert([inputs], output, prune=True)

    assert done.pruned == 0
    assert kept(output) == {}
    assert all((output / path).exists() for path in listed(output))


def test_only_what_is_gone_is_pruned(inputs: Path, output: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / "smid.txt").write_text("Smid|1|tekst", "utf-8")

    convert([elsewhere], output, prune=True)
    assert set(kept(output).values()) == {"unseen"}
    assert (output / "json" / "kok-v3.json").exists()

    (inputs / "kok.txt").unlink()
    convert([inputs], output)
    assert kept(output).items() >= because("gone").items()

    done = convert([inputs], output, prune=True)
    assert done.pruned == 3
    assert set(kept(output).values()) == {"unseen"}
    assert not (output / "json" / "kok-v3.json").exists()


def test_what_cannot_be_looked_for_is_not_gone(
    inputs: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deeper = inputs / "dieper"
    deeper.mkdir()
    (inputs / "kok.txt").rename(deeper / "kok.txt")
    convert([inputs], output)
    before = {path: (output / path).read_bytes() for path in listed(output)}
    with monkeypatch.context() as patched:
        refuse(deeper, patched)
        done = convert([inputs], output, prune=True)

    assert [finding.code for one in done.told for finding in one.findings] == ["BCP602"]
    assert report(output)["findings"][0]["code"] == "BCP602"
    assert kept(output) == because("unreadable")
    convert([inputs], output)
    assert {path: (output / path).read_bytes() for path in listed(output)} == before


def test_a_document_that_fails_keeps_its_results(inputs: Path, output: Path) -> None:
    (inputs / "kok.txt").write_text("niets", "utf-8")

    convert([inputs], output, prune=True)

    assert kept(output) == because("failed")


def test_a_format_that_is_not_asked_for_again_is_kept_and_told(inputs: Path, output: Path) -> None:
    convert([inputs], output, ("json", "markdown"))
    assert kept(output)["xml/kok-v3.xml"] == "format"
    assert kept(output)["csv/profiles.csv"] == "format"

    convert([inputs], output)
    assert set(kept(output)) == {"markdown/kok-v3.md", "markdown/bakker-v1.md"}


def test_a_change_by_hand_blocks_its_document_and_no_other(inputs: Path, output: Path) -> None:
    changed = output / "json" / "kok-v3.json"
    changed.write_text("met de hand", "utf-8")
    (inputs / "kok.txt").write_text("Kok|3|nieuw", "utf-8")
    (inputs / "bakker.txt").write_text("Bakker|1|nieuw", "utf-8")

    convert([inputs], output)

    assert codes(output) == {"kok.txt": ["BCP601"], "bakker.txt": []}
    assert changed.read_text("utf-8") == "met de hand"
    assert kept(output) == because("blocked") | {"json/kok-v3.json": "edited"}
    assert b"nieuw" in (output / "json" / "bakker-v1.json").read_bytes()
    assert b"nieuw" not in (output / "xml" / "kok-v3.xml").read_bytes()


@pytest.mark.parametrize("way", ["force", "removed", "reverted"])
def test_ways_out_of_a_change_by_hand(way: str, inputs: Path, output: Path) -> None:
    changed = output / "json" / "kok-v3.json"
    before = changed.read_bytes()
    changed.write_text("met de hand", "utf-8")
    convert([inputs], output)
    if way == "removed":
        changed.unlink()
    if way == "reverted":
        changed.write_bytes(before)

    convert([inputs], output, force=way == "force")

    assert codes(output)["kok.txt"] == []
    assert changed.read_bytes() == before
    assert kept(output) == {}


def test_a_file_that_no_run_wrote_is_not_overwritten(inputs: Path, tmp_path: Path) -> None:
    own = tmp_path / "uit" / "xml" / "kok-v3.xml"
    own.parent.mkdir(parents=True)
    own.write_text("eigen werk", "utf-8")

    convert([inputs], tmp_path / "uit")

    assert codes(tmp_path / "uit")["kok.txt"] == ["BCP601"]
    assert own.read_text("utf-8") == "eigen werk"


def test_tables_that_were_changed_are_kept_and_told(inputs: Path, output: Path) -> None:
    changed = output / "csv" / "roles.csv"
    changed.write_text("met de hand", "utf-8")

    done = convert([inputs], output, ("json", "csv", "sqlite"))

    assert [(one.file, one.findings[0].code) for one in done.others] == [("csv", "BCP601")]
    assert changed.read_text("utf-8") == "met de hand"
    assert kept(output)["csv/roles.csv"] == "edited"
    assert kept(output)["csv/profiles.csv"] == "blocked"
    assert (output / "sqlite" / "profiles.db").exists()


def test_a_pruned_source_leaves_what_was_changed(inputs: Path, output: Path) -> None:
    (output / "xml" / "kok-v3.xml").write_text("met de hand", "utf-8")
    (inputs / "kok.txt").unlink()

    done = convert([inputs], output, prune=True)

    assert done.pruned == 2
    assert kept(output) == {"xml/kok-v3.xml": "edited"}


def test_a_twin_gives_both_another_name_and_leaves_no_third(inputs: Path, output: Path) -> None:
    (inputs / "kok.md").write_text("Kok|3|anders", "utf-8")

    convert([inputs], output)

    names = sorted(path.name for path in (output / "xml").iterdir())
    assert names == ["bakker-v1.xml", "kok-v3-md.xml", "kok-v3-txt.xml"]
    assert kept(output) == {}


def test_a_twin_of_what_was_kept_for_a_while_leaves_no_third_either(
    inputs: Path, output: Path
) -> None:
    """The cook's results are kept, since the cook fails; then there are two of the cook."""
    (inputs / "kok.txt").write_text("niets", "utf-8")
    convert([inputs], output)
    (inputs / "kok.txt").write_text("Kok|3|tekst", "utf-8")
    (inputs / "kok.md").write_text("Kok|3|anders", "utf-8")

    convert([inputs], output)

    assert kept(output) == {}
    assert not (output / "xml" / "kok-v3.xml").exists()


def test_a_report_of_the_first_version_is_gone_on_from(inputs: Path, output: Path) -> None:
    whole = report(output)
    for key in ("kept", "passed_over", "findings"):
        del whole[key]
    for document in whole["documents"]:
        del document["source"]
    whole["schema_version"] = "1.0.0"
    (output / "report.json").write_text(json.dumps(whole), "utf-8")
    (inputs / "kok.txt").unlink()
    (inputs / "bakker.txt").write_text("Bakker|1|nieuw", "utf-8")

    convert([inputs], output)

    assert codes(output) == {"bakker.txt": []}
    # It does not tell where the source was.
    assert kept(output) == because("unseen")


@pytest.mark.parametrize("path", ["../buiten.json", "/etc/buiten.json", "json/../../buiten.json"])
def test_a_report_cannot_make_a_run_touch_what_is_outside(
    path: str, inputs: Path, output: Path, tmp_path: Path
) -> None:
    (tmp_path / "buiten.json").write_text("buiten", "utf-8")
    whole = report(output)
    whole["documents"][0]["files"][0]["path"] = path
    (output / "report.json").write_text(json.dumps(whole), "utf-8")
    (inputs / "bakker.txt").unlink()

    convert([inputs], output, prune=True)

    assert (tmp_path / "buiten.json").read_text("utf-8") == "buiten"


def test_fewer_formats_convert_nothing_anew_and_more_do(inputs: Path, output: Path) -> None:
    reader = Reader(order_of(["json"]))
    convert([inputs], output, ("json",), reader)
    assert reader.read == []

    reader = Reader(order_of(["json", "markdown"]))
    convert([inputs], output, ("json", "markdown"), reader)
    assert sorted(reader.read) == ["bakker.txt", "kok.txt"]


# The commands that list, remove and add.


def test_prune_lists_what_is_kept_and_removes_it_by_name(
    inputs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inputs / "kok.txt").write_text("Kok|4|tekst", "utf-8")
    convert([inputs], output, ("json", "xml"))
    assert main(["prune", str(output)]) == 0
    listing = capsys.readouterr().out.splitlines()
    assert "superseded  xml/kok-v3.xml  of kok.txt" in listing
    assert len(listing) == len(report(output)["kept"])

    assert main(["prune", str(output), "csv"]) == 0
    assert not (output / "csv").exists()
    assert kept(output) == because("superseded")

    (output / "xml" / "kok-v3.xml").write_text("met de hand", "utf-8")
    assert main(["prune", str(output), "kok-v3"]) == 1
    assert "xml/kok-v3.xml: changed by hand" in capsys.readouterr().err
    assert set(kept(output)) == {"xml/kok-v3.xml"}
    assert main(["prune", str(output), "kok.txt", "--force"]) == 0
    assert kept(output) == {}

    assert main(["prune", str(output), "kok-v3"]) == 2
    assert "nothing that is kept" in capsys.readouterr().err
    convert([inputs], output, ("json", "xml"))
    assert kept(output) == {}


@pytest.mark.slow
def test_exports_are_told_and_made_once(
    inputs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for said in ("2 profiles, 2 files written", "2 profiles, 0 files written to"):
        assert main(["export", "markdown", str(output)]) == 0
        assert said in capsys.readouterr().err
    assert kept(output) == {"markdown/bakker-v1.md": "exported", "markdown/kok-v3.md": "exported"}
    convert([inputs], output)
    assert set(kept(output).values()) == {"exported"}

    (inputs / "kok.txt").write_text("Kok|3|nieuw", "utf-8")
    convert([inputs], output)
    assert main(["export", "markdown", str(output)]) == 0
    assert "2 profiles, 1 files written" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["markdown", "sqlite"])
def test_an_export_that_was_changed_is_not_overwritten(
    name: str, inputs: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", name, str(output)]) == 0
    changed = min((output / name).iterdir())
    changed.write_text("met de hand", "utf-8")
    (inputs / "kok.txt").write_text("Kok|3|nieuw", "utf-8")
    convert([inputs], output)

    assert main(["export", name, str(output)]) == 1
    assert "BCP601" in capsys.readouterr().err
    assert changed.read_text("utf-8") == "met de hand"
    assert main(["export", name, str(output), "--force"]) == 0
    assert changed.read_bytes() != b"met de hand"


def test_an_export_over_what_a_run_wrote_is_no_change_by_hand(inputs: Path, output: Path) -> None:
    convert([inputs], output, (*DEFAULT, "case"))
    (inputs / "bakker.txt").unlink()
    command = ["export", "case", str(output), "--base-uri", "https://voorbeeld.nl/"]
    assert main(command) == 0

    convert([inputs], output, (*DEFAULT, "case"))

    assert codes(output) == {"kok.txt": []}


def test_a_report_keeps_to_its_schema_whatever_was_done(inputs: Path, output: Path) -> None:
    (inputs / ".verborgen").touch()
    (output / "csv" / "roles.csv").write_text("met de hand", "utf-8")
    convert([inputs], output)
    main(["export", "markdown", str(output)])

    schema = json.loads(schema_text("bcp-report-1.1.0.schema.json"))
    jsonschema.validate(report(output), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report(output) | {"kept": [{"path": "x"}]}, schema)
