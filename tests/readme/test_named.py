"""What texts for users name is there: commands, options, headings, files."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest

from pipeline.cli.main import parser
from pipeline.contract.dictionary import dictionary_text
from pipeline.core.catalogue import CATALOGUE
from tests.profiles import ROOT

DOCUMENTS = (
    "README.md",
    "CHANGELOG.md",
    "pipeline/README.md",
    "pipeline/families/README.md",
    "schemas/README.md",
)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
# `bcp` and what follows it, in code; a line that begins with blanks goes on with the one before.
CALL = re.compile(r"\bbcp ([a-z]+)\b([^`\n]*(?:\n {8,}\[[^`\n]*)*)")
HEADING = re.compile(r"^#+ (.+)$", re.M)
# The options of other programs that our texts show.
OTHERS = {"--csv": "sqlite3"}


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parsers of all commands by name."""
    (found,) = [
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(found.choices)


OPTIONS = {
    name: {option for action in command._actions for option in action.option_strings}
    for name, command in commands().items()
}
ALL_OPTIONS = {"--version"}.union(*OPTIONS.values())


def texts() -> Iterator[tuple[str, str]]:
    """Where a text for users stands, and the text."""
    for name in DOCUMENTS:
        yield name, (ROOT / name).read_text("utf-8")
    yield "the data dictionary", dictionary_text()
    for code, entry in CATALOGUE.items():
        yield code, f"{entry.title} {entry.remedy}"
    yield "bcp --help", parser().format_help()
    for name, command in commands().items():
        yield f"bcp {name} --help", command.format_help()


TEXTS = dict(texts())


def wrong_options(text: str) -> set[str]:
    """The options in a text that no command has, and those that the named command has not."""
    found = {option for option in OPTION.findall(text) if option not in ALL_OPTIONS | set(OTHERS)}
    for name, rest in CALL.findall(text):
        if name in OPTIONS:
            found |= {f"bcp {name} {o}" for o in OPTION.findall(rest) if o not in OPTIONS[name]}
    return found


@pytest.mark.parametrize("where", TEXTS)
def test_each_option_that_is_named_exists(where: str) -> None:
    assert wrong_options(TEXTS[where]) == set()


def test_an_option_of_another_command_is_seen() -> None:
    assert wrong_options("what `bcp diff --report-format json` prints") == {
        "bcp diff --report-format"
    }
    assert wrong_options("give --nooit") == {"--nooit"}


def test_the_usage_in_the_readme_names_every_command_and_option() -> None:
    shown = {name: set(OPTION.findall(rest)) for name, rest in _usage()}

    assert set(shown) == set(OPTIONS)
    for name, options in OPTIONS.items():
        assert shown[name] >= {o for o in options if o.startswith("--")} - _SHARED - _LIMITS, name
    (sentence,) = re.findall(r"All commands that read files take .*?\.\n", TEXTS["README.md"], re.S)
    assert set(OPTION.findall(sentence)) == _LIMITS


# Options that a usage need not repeat: the help, and how much is printed.
_SHARED = {"--help", "--verbose", "--report-format", "--strict"}
# Those of all commands that read files, which a sentence names.
_LIMITS = {"--jobs", "--timeout", "--memory", "--max-bytes"}


def _usage() -> Iterator[tuple[str, str]]:
    text = TEXTS["README.md"]
    (block,) = re.findall(r"## The command\n+```\n(.*?)```", text, re.S)
    merged: dict[str, str] = {}
    for name, rest in CALL.findall(block):
        merged[name] = merged.get(name, "") + rest
    yield from merged.items()


@pytest.mark.parametrize("where", TEXTS)
def test_each_command_in_code_exists(where: str) -> None:
    named = set(re.findall(r"`bcp ([a-z]+)", TEXTS[where]))

    assert named <= set(OPTIONS)


@pytest.mark.parametrize("where", TEXTS)
def test_each_heading_that_is_named_exists(where: str) -> None:
    headings = set(HEADING.findall(TEXTS["README.md"]))
    text = TEXTS[where]
    named = set(re.findall(r"README,? \(?['\"`“]([^'\"`”]+)", text))
    named |= set(re.findall(r"\bsee (?:\*|')?([A-Z][a-z]+(?: [a-z]+)+)", text))
    anchors = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in HEADING.findall(text)}

    assert named <= headings
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_the_readme_names_a_heading_of_its_own_and_the_catalogue_one_of_the_readme() -> None:
    assert "see Feeding other systems" in TEXTS["README.md"]
    assert "README, 'Adding to it'" in TEXTS["BCP201"]


@pytest.mark.parametrize("where", DOCUMENTS)
def test_each_file_that_is_linked_exists(where: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", TEXTS[where]):
        assert ((ROOT / where).parent / link).exists(), link
