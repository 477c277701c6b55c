"""The committed schemas are those that the model gives, and the program finds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.contract import resources
from pipeline.contract.__main__ import generated_files, main
from pipeline.contract.resources import schema_text
from pipeline.contract.shapes import classes_below, model_fields
from pipeline.core.versions import XML
from pipeline.profile.model import Profile


@pytest.mark.parametrize("name", generated_files())
def test_the_committed_file_is_current(name: str) -> None:
    committed = (resources.CHECKOUT_FOLDER / name).read_bytes().decode()

    assert committed == generated_files()[name], "run `python -m pipeline.contract`"


def test_the_command_writes_every_file_with_line_feeds_into_the_folder_that_is_named(
    tmp_path: Path,
) -> None:
    main([str(tmp_path / "new")])

    written = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert written == {name: text.encode() for name, text in generated_files().items()}
    assert not any(b"\r" in content for content in written.values())


def test_a_schema_is_read_from_the_checkout() -> None:
    assert schema_text(XML.file) == generated_files()[XML.file]


def test_a_schema_is_read_from_the_installed_package_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "x.xsd").write_text("<packaged/>", encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)

    assert schema_text("x.xsd") == "<packaged/>"


def test_the_dictionary_names_every_field_of_every_class_and_its_dutch_title() -> None:
    dictionary = generated_files()[resources.DICTIONARY]

    for cls in classes_below(Profile):
        for field in model_fields(cls):
            assert f"{field.name}`" in dictionary
            assert f"| {field.title} |" in dictionary
