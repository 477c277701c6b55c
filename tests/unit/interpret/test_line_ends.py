"""Line ends that are meant and line ends that wrap; hyphens at a line end."""

from __future__ import annotations

import pytest

from pipeline.document.line_ends import LineEnds
from pipeline.document.model import Paragraph
from pipeline.document.sentences import is_finished, is_open
from pipeline.interpret.claims import Claims
from pipeline.interpret.passage_maker import PassageMaker
from pipeline.interpret.passages import ValueCell
from tests.unit.interpret.specimens import located, passages, shown_passages

WRAPPED = [
    "Havenmeesters houden toezicht op de haven en\nspreken gasten aan die zich niet aan de regels\n"
    "houden. Zij werken buiten en in een kantoor\naan het water, ook in het weekend als er\n"
    "wedstrijden zijn.",
    "Zij plannen onderhoud en begeleiden de\nuitvoering daarvan.",
]
BROKEN = ["Begroet gasten\nWijst ligplaatsen toe\nInt havengeld", "Kennis van knopen\nKan varen"]


def line_ends(*texts: str) -> LineEnds:
    return LineEnds.of(located(text) for text in texts)


def test_text_that_breaks_before_lower_case_again_and_again_is_wrapped() -> None:
    found = line_ends(*WRAPPED)

    assert found.wrapped
    assert found.width == len("spreken gasten aan die zich niet aan de regels")


def test_lines_that_open_with_a_capital_are_meant() -> None:
    assert not line_ends(*BROKEN).wrapped


def test_few_line_ends_prove_nothing() -> None:
    assert not line_ends("Een\ntwee\ndrie").wrapped


def test_lower_case_after_the_end_of_a_sentence_is_no_wrapping() -> None:
    assert not line_ends("a;\nb;\nc;\nd;\ne.").wrapped


def meant(line: str, following: str, found: LineEnds) -> bool:
    return not found.goes_on(located(line), located(following))


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("Havenmeesters houden toezicht op de haven en", "spreken gasten aan", False),
        ("Zij werken in het gebied van", "Rijkswaterstaat", False),
        ("Zij werken aan het water.", "Rust past bij hen", True),
        ("Havenmeesters houden veel toezicht op de vele", "Friezen", False),
    ],
)
def test_in_wrapped_text_a_line_end_is_meant_after_a_short_line(
    line: str, following: str, expected: bool
) -> None:
    assert meant(line, following, line_ends(*WRAPPED)) is expected


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("Begroet gasten", "Wijst plaatsen toe", True),
        ("begroet gasten", "wijst plaatsen toe", True),
        ("kok,", "bakker", True),
        ("Zij werken met de", "haven", False),
        ("Kennis van (veilig", "varen)", False),
        ("Zij werken.", "de rest", True),
    ],
)
def test_elsewhere_a_line_end_is_meant_unless_the_line_cannot_end_there(
    line: str, following: str, expected: bool
) -> None:
    assert meant(line, following, line_ends(*BROKEN)) is expected


def test_a_line_that_is_wholly_emphasised_ends_where_plain_text_begins() -> None:
    assert shown_passages(passages("<i>Samenwerken met de</i><br>haven luistert")) == [
        "*Samenwerken met de",
        "haven luistert",
    ]


def test_a_stressed_word_at_a_line_end_ends_nothing() -> None:
    found = passages("Zij werken <b>altijd</b><br>met de <i>haven</i> samen", line_ends=line_ends(*WRAPPED))  # fmt: skip  # noqa: E501

    assert shown_passages(found) == ["Zij werken altijd met de haven samen"]


@pytest.mark.parametrize(
    "chars", ["Klaar.", "Klaar!", "Zij:", "een;", "(klaar.)", "“Klaar.”", "en zo…"]
)
def test_a_sentence_ends_with_its_sign(chars: str) -> None:
    assert is_finished(chars)


@pytest.mark.parametrize("chars", ["bijv.", "knopen, touwen enz.", "de heer dr.", "o.a.", "Klaar"])
def test_an_abbreviation_ends_no_sentence(chars: str) -> None:
    assert not is_finished(chars)


@pytest.mark.parametrize("chars", ["touwen e.d.", "regels m.b.t.", "i.v.m.", "(d.w.z."])
def test_an_abbreviation_of_letters_ends_no_sentence(chars: str) -> None:
    assert not is_finished(chars)


@pytest.mark.parametrize(
    "chars", ["met de", "kok,", "haven- en", "in-", "in —", "(veilig", "A &", "en/"]
)
def test_some_text_cannot_end_here(chars: str) -> None:
    assert is_open(chars)


@pytest.mark.parametrize("chars", ["de haven", "", "(veilig)", "Klaar."])
def test_other_text_can_end_here(chars: str) -> None:
    assert not is_open(chars)


# Hyphens.


def joined(line: str, following: str, *words: str) -> str:
    found = line_ends(" ".join(words))
    return found.joined(located(line), located(following, 100))[0].chars


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("de vaardig-", "heden van", "de vaardigheden van"),
        ("Vaardig-", "heden", "Vaardigheden"),
        ("vaardig\u2010", "heden", "vaardigheden"),
        ("e-", "commerce", "e-commerce"),
        ("ICT-", "apparatuur", "ICT-apparatuur"),
        ("in-", "en uitgaande", "in- en uitgaande"),
        ("leer-", "of ontwikkelvaardigheden", "leer- of ontwikkelvaardigheden"),
        ("binnen-", "/buitenland", "binnen- /buitenland"),
        ("werken", "samen", "werken samen"),
        ("1-", "op-1 gesprek", "1-op-1 gesprek"),
    ],
)
def test_a_divided_word_is_joined_and_a_hyphen_of_the_word_stays(
    line: str, following: str, expected: str
) -> None:
    assert joined(line, following) == expected


def test_a_word_that_the_document_writes_with_a_hyphen_keeps_it() -> None:
    assert joined("privaat-", "publiek", "privaat-publiek", "samenwerken") == "privaat-publiek"
    assert joined("privaat-", "publiek", "privaatpubliek", "privaat-publiek") == "privaatpubliek"


def test_the_hyphen_that_goes_is_told() -> None:
    text, dropped = line_ends().joined(located("vaardig-"), located("heden", 20))

    assert text.origins == (*range(7), *range(20, 25))
    assert dropped.origins == (7,)


def test_the_hyphen_that_goes_is_claimed() -> None:
    claims = Claims()
    maker = PassageMaker(LineEnds(True, 20, frozenset()), claims)

    (passage,) = maker.make([ValueCell((Paragraph(located("Kennis van vaardig-\nheden")),))])

    assert passage.chars == "Kennis van vaardigheden"
    assert claims.totals() == {"line-end hyphens": 1}


def test_the_space_that_joins_lines_stands_nowhere() -> None:
    text, _ = line_ends().joined(located("een"), located("twee", 20))

    assert text.origins[3] == -1


def test_a_dash_between_spaces_is_no_hyphen() -> None:
    assert joined("de haven -", "aan het water") == "de haven - aan het water"


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("Noord-", "Holland", "Noord-Holland"),
        ("HBO-", "ICT", "HBO-ICT"),
        ("Zuid-", "Ede", "Zuid-Ede"),
    ],
)
def test_a_hyphen_before_a_capital_belongs_to_the_word(
    line: str, following: str, expected: str
) -> None:
    assert joined(line, following) == expected


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("zzp-", "er", "zzp-er"),
        ("mbo-", "opleiding", "mbo-opleiding"),
        ("btw-", "tarief", "btw-tarief"),
        ("auto-", "onderdelen", "auto-onderdelen"),
    ],
)
def test_an_abbreviation_or_a_clash_of_vowels_keeps_its_hyphen(
    line: str, following: str, expected: str
) -> None:
    assert joined(line, following) == expected
