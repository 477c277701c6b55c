"""The registry of writers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.writers import WRITERS, Writer
from pipeline.writers.edition import Edition
from tests.strategies import hollow_profile, whole_profile

BINARY = (".db", ".xlsx")
each_writer = pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)


def written(writer: Writer) -> Mapping[str, bytes]:
    """The files that a writer makes of the whole profile."""
    edition = Edition(whole_profile())
    return writer.write(edition if writer.scope == "profile" else [edition])


def test_every_format_has_its_own_name() -> None:
    assert len({writer.name for writer in WRITERS}) == len(WRITERS)


@each_writer
def test_a_writer_writes_into_the_folder_of_its_name(writer: Writer) -> None:
    assert {path.partition("/")[0] for path in written(writer)} == {writer.name}


@each_writer
def test_the_same_profile_gives_the_same_bytes(writer: Writer) -> None:
    assert dict(written(writer)) == dict(written(writer))


@each_writer
def test_every_text_file_is_utf8_without_bom_and_ends_with_a_line_end(writer: Writer) -> None:
    texts = [data for path, data in written(writer).items() if not path.endswith(BINARY)]
    for content in texts:
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.decode("utf-8").endswith("\n")


def test_no_two_profiles_share_a_file() -> None:
    for writer in WRITERS:
        if writer.scope == "profile":
            hollow = writer.write(Edition(replace(hollow_profile(), id="x-v1")))
            assert not set(hollow) & set(written(writer))
