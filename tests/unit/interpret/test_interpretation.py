"""Whole documents: shape inference, what stays unplaced, empty and repeated labels, the ledger."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.core.errors import DocumentError
from pipeline.interpret import filling
from pipeline.interpret.interpret import Interpretation
from pipeline.interpret.tree import Leaf, Node
from pipeline.interpret.values import facts
from pipeline.interpret.values.blocks import text_blocks
from tests.unit.interpret.specimens import (
    GENERAL,
    codes,
    content,
    finding,
    interpreted,
    interpreted_page,
)

SECTION = {
    "description": "2. Beschrijving van het beroep\n\n",
    "trends": "3. Trends en innovaties\n\n",
    "role": "4. Rollen en competenties\n\n1. De havenmeester als gastheer\t\n",
}


def paragraphs(*texts: str) -> list[dict[str, Any]]:
    return [{"type": "paragraph", "text": text} for text in texts]


# The general part.


def test_the_title_gives_document_type_and_sector() -> None:
    found = content("Attitude\tOpen\n")

    assert found["document_type"] == "beroepscompetentieprofiel"
    assert found["sector"] == "Watersportsector"
    assert found["language"] == "nl"


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("Beroepscompetentieprofiel Watersport - Havenmeester", "Watersport"),
        ("Beroepscompetentieprofiel Watersport – Havenmeester", "Watersport"),
        ("Beroepscompetentieprofiel Branche water: hoofd haven", "Branche water"),
        ("Beroepscompetentieprofiel Havenmeester", None),
        ("Beroepscompetentieprofiel - Havenmeester", None),
        ("BCP Havenmeester - versie 3", None),
        ("Havenmeester - Beroepscompetentieprofiel", None),
        ("Beroepscompetentieprofiel Watersportsector Havenmeester", "Watersportsector"),
        ("Beroepscompetentieprofiel Watersportsector", "Watersportsector"),
        ("Beroepscompetentieprofiel Havenmeester watersportsector", "watersportsector"),
        ("Beroepscompetentieprofiel Havenmeester - Watersport", "Watersport"),
        ("Beroepscompetentieprofiel Watersport, Havenmeester", "Watersport"),
        ("Beroepscompetentieprofiel Watersport - Havenmeesters", "Watersport"),
        (
            "Beroepscompetentieprofiel Water- en oevergebied - Havenmeester niveau 3",
            "Water- en oevergebied",
        ),
        ("Watersport - Beroepscompetentieprofiel Havenmeester", "Watersport"),
        ("Beroepscompetentieprofiel Havenmeester - mei 2026", None),
        ("Beroepscompetentieprofiel Havenmeester - concept", None),
    ],
)
def test_the_sector_is_what_the_title_names_besides_type_and_occupation(
    title: str, sector: str | None
) -> None:
    assert content("Attitude\tOpen\n", title=title).get("sector") == sector


@pytest.mark.parametrize(
    "title",
    ["Beroepscompetentieprofiel Havenmeester", "BCP Watersportsector – Havenmeester",
     "Havenmeester - Beroepscompetentieprofiel"],
)  # fmt: skip
def test_without_a_label_the_title_gives_the_name(title: str) -> None:
    general = GENERAL.replace("Naam BCP:\tHavenmeester\n", "")

    assert content("Attitude\tOpen\n", general, title)["name"] == "Havenmeester"


def test_the_sector_of_a_label_wins_over_that_of_the_title() -> None:
    assert content("Sector\tRecreatie\nAttitude\tOpen\n")["sector"] == "Recreatie"


def test_a_part_of_the_name_behind_a_dash_is_no_sector() -> None:
    general = GENERAL.replace("\tHavenmeester", "\tHavenmeester zeilhavens")

    found = interpreted("Attitude\tOpen\n", general, "BCP Havenmeester - zeilhavens")

    assert found.content.get("sector") is None
    assert "BCP318" not in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("BCP Watersport - Recreatie - Havenmeester", ["Watersport", "Recreatie"]),
        ("BCP Watersport - Havenmeester - Stichting Kade", ["Watersport"]),
        ("BCP Watersport - Sluiswachter", ["Watersport", "Sluiswachter"]),
        ("BCP van de Havenmeester", []),
        ("BCP Watersport - Havenmeester", []),
    ],
)
def test_words_of_the_title_that_no_field_takes_are_told(title: str, says: list[str]) -> None:
    general = f"{GENERAL}Ontwikkeld door\tStichting Kade\n"

    found = interpreted("Attitude\tOpen\n", general, title)

    told = [finding.message for finding in found.findings if finding.code == "BCP318"]
    assert told == [f"the title says {part!r}, which is in no field" for part in says]


def test_a_profile_without_a_name_is_refused() -> None:
    with pytest.raises(DocumentError) as refusal:
        interpreted("Attitude\tOpen\n", GENERAL.replace("Havenmeester", ""), "BCP")

    assert refusal.value.code == "BCP403"


def test_the_keys_stand_in_the_order_of_the_model() -> None:
    keys = list(content("Complexiteit\tHoog\nAttitude\tOpen\nSector\tWater\n"))

    assert keys == [
        "document_type", "name", "sector", "language", "version", "date", "developed_by",
        "description", "roles",
    ]  # fmt: skip


def test_a_date_that_cannot_be_read_is_kept_unplaced_and_reported() -> None:
    found = interpreted("Attitude\tOpen\n", GENERAL.replace("2 maart 2026", "(datum invullen)"))

    assert "date" not in found.content
    assert found.content["unplaced"] == [{"label": "Datum", "text": paragraphs("(datum invullen)")}]
    assert finding(found, "BCP304").pointer == "/date"
    assert str(finding(found, "BCP304").place) == "line 4, column 8"


def test_a_level_that_cannot_be_read_is_kept_unplaced_and_reported() -> None:
    found = interpreted("Niveau\tD\nAttitude\tOpen\n")

    assert "nlqf_level" not in found.content
    assert found.content["unplaced"] == [{"label": "Niveau", "text": paragraphs("D")}]
    assert finding(found, "BCP305").pointer == "/nlqf_level"


def test_the_source_of_the_labour_market_is_no_part_of_its_text() -> None:
    rows = SECTION["trends"] + "Arbeidsmarktinformatie\tEr is vraag. Bron: NKV 2025\n"

    assert content(rows)["trends"]["labour_market"] == {
        "text": paragraphs("Er is vraag."),
        "source": "NKV 2025",
    }


def test_descriptors_stand_under_their_sub_headings() -> None:
    rows = (
        "Kennis en vaardigheden\t<p><i>Kennis</i></p><p>Weet veel.</p>"
        "<p><i>Probleemoplossende vaardigheden</i> Lost op.</p>\n"
    )

    assert content(SECTION["description"] + rows)["description"]["knowledge_and_skills"] == {
        "knowledge": paragraphs("Weet veel."),
        "problem_solving_skills": paragraphs("Lost op."),
    }


@pytest.mark.parametrize("is_first", [True, False])
def test_a_descriptor_with_a_row_and_a_sub_heading_has_the_text_of_both(is_first: bool) -> None:
    rows = [
        "Kennis en vaardigheden\t<p><i>Communicatievaardigheden</i></p><p>Zij luisteren.</p>\n",
        "Communicatievaardigheden\t<p>Zij schrijven.</p>\n",
    ]

    found = interpreted(SECTION["description"] + "".join(rows if is_first else reversed(rows)))

    skills = found.content["description"]["knowledge_and_skills"]["communication_skills"]
    assert sorted(block["text"] for block in skills) == ["Zij luisteren.", "Zij schrijven."]
    assert "BCP401" not in codes(found)


def test_trends_have_number_dimension_title_and_text() -> None:
    rows = (
        "Trends en ontwikkelingen\t<p>1. Demografische ontwikkelingen</p><p>Ouder.</p>"
        "<p>2. Technologie</p><p>Slimmer.</p>\n"
    )

    assert content(SECTION["trends"] + rows)["trends"]["developments"] == [
        {
            "number": 1,
            "dimension": "demographic",
            "title": "Demografische ontwikkelingen",
            "text": paragraphs("Ouder."),
        },
        {
            "number": 2,
            "dimension": "technological",
            "title": "Technologie",
            "text": paragraphs("Slimmer."),
        },
    ]


def test_a_short_sentence_about_a_trend_is_no_title() -> None:
    rows = "Trends en ontwikkelingen\t<p>1. Ecologie</p><p>Het klimaat verandert snel.</p>\n"

    assert content(SECTION["trends"] + rows)["trends"]["developments"] == [
        {
            "number": 1,
            "dimension": "ecological",
            "title": "Ecologie",
            "text": paragraphs("Het klimaat verandert snel."),
        }
    ]


def test_trends_may_be_items_that_open_with_their_title() -> None:
    items = "<li>Demografisch: ouder.</li><li>Economische ontwikkelingen: duurder.</li>"
    rows = SECTION["trends"] + "Trends en ontwikkelingen\t<ul>{}</ul>\n"

    found = content(rows.format(items))["trends"]["developments"]
    assert [(trend["dimension"], trend["title"], trend["text"]) for trend in found] == [
        ("demographic", "Demografisch", paragraphs("ouder.")),
        ("economic", "Economische ontwikkelingen", paragraphs("duurder.")),
    ]
    # Where one item has no title, all are items of one text.
    (found,) = content(rows.format(items + "<li>Wat nog komt.</li>"))["trends"]["developments"]
    assert len(found["text"][0]["items"]) == 3


def test_typed_bullets_stand_before_titles_of_trends_that_nobody_lists_as_well() -> None:
    found = interpreted_page(
        "<h2>Trends en innovaties</h2><h3>Trends en ontwikkelingen</h3>"
        "<p>• Economische trends: Touw wordt duurder.</p><p>• Vlas uit de polder: Het groeit.</p>"
    ).content["trends"]["developments"]

    assert [trend["title"] for trend in found] == ["Economische trends", "Vlas uit de polder"]


def test_trends_may_have_rows_of_their_own() -> None:
    rows = SECTION["trends"] + "1. Demografisch\tOuder.\n2. Ecologie:\tWarmer.\n"

    assert [
        (t["number"], t["dimension"], t["title"]) for t in content(rows)["trends"]["developments"]
    ] == [(1, "demographic", "Demografisch"), (2, "ecological", "Ecologie")]


# Shape inference.


@pytest.mark.parametrize(
    ("section", "value", "pointer"),
    [
        ("role", "<p>Kennis van knopen</p><p>Kan varen</p>", "/roles/0/knowledge_and_skills"),
        (
            "role",
            "<p><i>Samenwerken</i></p><p>Luistert goed</p><p>Vraagt door</p><p><i>Plannen</i></p>"
            "<p>Stelt doelen</p>",
            "/roles/0/competencies",
        ),
        (
            "trends",
            "<p>1. Demografische ontwikkelingen</p><p>Ouder.</p><p>2. Ecologie</p><p>Warm.</p>",
            "/trends/developments",
        ),
        (
            "description",
            "<p><i>Kennis</i></p><p>Veel.</p><p><i>Communicatievaardigheden</i></p><p>Praat.</p>",
            "/description/knowledge_and_skills",
        ),
    ],
)
def test_an_unknown_label_is_placed_by_the_form_of_its_value(
    section: str, value: str, pointer: str
) -> None:
    found = interpreted(f"{SECTION[section]}Xyzzy\t{value}\n")

    assert any(key.startswith(pointer) for key in found.trace)
    assert "unplaced" not in found.content
    assert finding(found, "BCP302").message.startswith("'Xyzzy' taken for ")


@pytest.mark.parametrize(
    ("section", "label", "value"),
    [
        ("role", "Xyzzy", "<p>Kennis van knopen</p>"),
        ("role", "Xyzzy", "<p>Kan gebeuren</p><p>Zij varen</p><p>Zij zeilen</p>"),
        ("description", "Xyzzy", "<p>Kennis van knopen</p><p>Kan varen</p>"),
        ("role", "Werktijden", "<p>Kennis van knopen</p><p>Kan varen</p>"),
    ],
    ids=["one item", "not most of them", "another section", "a label known to be foreign"],
)
def test_a_value_whose_form_is_not_unmistakable_stays_unplaced(
    section: str, label: str, value: str
) -> None:
    found = interpreted(f"{SECTION[section]}{label}\t{value}\n")

    assert [row["label"] for row in found.content["unplaced"]] == [label]
    assert finding(found, "BCP301").pointer == "/unplaced/0"


def test_a_field_that_is_taken_is_not_inferred_again() -> None:
    items = "<p>Kennis van knopen</p><p>Kan varen</p>"
    found = interpreted(
        f"{SECTION['role']}Benodigde kennis en vaardigheden\t{items}\nXyzzy\t{items}\n"
    )

    assert [row["label"] for row in found.content["unplaced"]] == ["Xyzzy"]


def test_a_misspelt_label_is_taken_and_reported() -> None:
    found = interpreted("Atitude\tOpen\n")

    assert found.content["description"] == {"attitude": paragraphs("Open")}
    assert finding(found, "BCP302").message == "'Atitude' taken for 'Attitude' by its spelling"


# Unplaced.


def test_a_row_that_no_layout_knows_is_kept_and_reported_with_its_place() -> None:
    found = interpreted("Rijbewijs:\t<p>B</p>• C\n")

    assert found.content["unplaced"] == [
        {
            "label": "Rijbewijs",
            "text": [*paragraphs("B"), {"type": "list", "ordered": False, "items": ["C"]}],
        }
    ]
    assert finding(found, "BCP301").message == "the label 'Rijbewijs:' is in no layout"
    assert str(finding(found, "BCP301").place) == "line 8, column 1"


def test_text_outside_every_label_is_kept_and_reported() -> None:
    found = interpreted("Attitude\tOpen\n\nDit is een losse zin van de redactie.\n")

    assert found.content["unplaced"] == [
        {"label": "", "text": paragraphs("Dit is een losse zin van de redactie.")}
    ]
    assert finding(found, "BCP307").pointer == "/unplaced/0"


def test_the_same_unknown_label_twice_is_kept_twice() -> None:
    assert len(content("Rijbewijs\tB\nHelm\tja\nRijbewijs\tC\n")["unplaced"]) == 3


# Empty values and labels that stand again.


@pytest.mark.parametrize(
    ("label", "pointer", "value"),
    [
        ("Sector", "/sector", ""),
        ("Niveau", "/nlqf_level", ""),
        ("Brondocumenten", "/source_documents", []),
        ("Legitimering", "/legitimations", []),
        ("Mogelijke functiebenamingen", "/job_titles", []),
        ("Loopbaanperspectief", "/career_prospects", []),
        ("Attitude", "/description/attitude", []),
        ("Arbeidsmarktinformatie", "/trends/labour_market", {"text": []}),
        ("Trends en ontwikkelingen", "/trends/developments", []),
    ],
)
def test_a_label_without_a_value_is_there_but_empty_and_reported(
    label: str, pointer: str, value: object
) -> None:
    found = interpreted(f"Complexiteit\tHoog\n{label}\t\nVerwante beroepen\tSluiswachter\n")

    target: Any = found.content
    for key in pointer.split("/")[1:]:
        target = target[key]
    assert target == value
    assert finding(found, "BCP308").pointer == pointer
    assert finding(found, "BCP308").message == f"the label {label!r} has no value"


def test_a_label_that_the_document_lacks_has_no_key() -> None:
    assert {"sector", "legitimations", "trends"}.isdisjoint(
        content("Attitude\tOpen\n", title="Beroepscompetentieprofiel")
    )


def test_a_label_that_occurs_again_adds_to_its_value_and_is_reported() -> None:
    found = interpreted("Attitude\tOpen\nComplexiteit\tHoog\nAttitude\tEerlijk\n")

    assert found.content["description"]["attitude"] == paragraphs("Open", "Eerlijk")
    assert finding(found, "BCP306").message == "the label 'Attitude' occurs again"
    assert str(finding(found, "BCP306").place) == "line 10, column 1"


def test_a_label_that_occurs_again_without_a_value_changes_nothing() -> None:
    found = interpreted("Attitude\tOpen\nComplexiteit\tHoog\nAttitude\t\n")

    assert found.content["description"]["attitude"] == paragraphs("Open")
    assert found.ledger.closed


def test_a_date_that_is_printed_twice_alike_is_a_date() -> None:
    assert content("Attitude\tOpen\nDatum\t2 maart 2026\n")["date"] == "2026-03-02"


# The trace.


def test_every_leaf_has_its_place_label_and_raw_text() -> None:
    found = interpreted("Attitude\t<p>Open en</p>\n")

    entry = found.trace["/description/attitude/0/text"]
    assert [str(place) for place in entry.places] == ["line 8, column 13"]
    assert (entry.raw, entry.label, entry.derived) == ("Open en", "Attitude", False)


def test_a_conclusion_is_marked_as_derived() -> None:
    found = interpreted("Niveau\t4+\nAttitude\tOpen\n")

    assert found.content["derived"] == {"eqf_level": 4}
    assert found.trace["/derived/eqf_level"].derived
    assert not found.trace["/nlqf_level"].derived


@pytest.mark.parametrize(
    ("level", "eqf"), [("1", 1), ("4", 4), ("4+", 4), ("8", 8), ("Instroom", None)]
)
def test_the_eqf_level_follows_from_the_nlqf_level(level: str, eqf: int | None) -> None:
    derived = content(f"Niveau\t{level}\nAttitude\tOpen\n").get("derived", {})

    assert derived.get("eqf_level") == eqf


def test_the_latest_legitimation_is_derived() -> None:
    rows = "Legitimering\t<p>Bestuur A op 1 mei 2024</p><p>Bestuur B op 3 juni 2024</p>\nAttitude\tOpen\n"  # noqa: E501

    assert content(rows)["derived"] == {"legitimated_on": "2024-06-03"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Zij bezitten een rijbewijs van klasse B.", "licence"),
        ("Een geldig VCA is nodig.", "certificate"),
        ("Een VAARBEWIJS is vereist.", "licence"),
        ("Zij moeten een brevet hebben.", "licence"),
        ("Zij dienen een certificaat te hebben.", "certificate"),
        ("Zij zijn gecertificeerd, wat nodig is.", "certificate"),
        ("Een diploma is vereist.", "certificate"),
        ("Een getuigschrift is nodig.", "certificate"),
        ("Registratie is nodig.", "certificate"),
        ("Een verklaring omtrent het gedrag is nodig.", "certificate"),
        ("Een VOG is nodig.", "certificate"),
        ("TCVT moet geldig zijn.", "certificate"),
        ("Een aanwijzing als opzichter is nodig.", "certificate"),
        ("Het dragen van een vest is wettelijk verplicht.", "statutory"),
        ("Zij zijn zeevarend in de zin van de Zeevaartwet.", "statutory"),
        ("Volgens de wet werken zij met twee man.", "statutory"),
        ("Handschoenen zijn verplicht krachtens het reglement.", "statutory"),
        ("Zij zijn aangewezen als toezichthouder.", "statutory"),
    ],
)
def test_a_demand_in_prose_is_derived_with_its_pointer(sentence: str, kind: str) -> None:
    rows = f"Attitude\tZij zijn open. {sentence} Zij werken samen.\n"

    assert content(rows)["derived"]["requirements"] == [
        {"kind": kind, "text": sentence, "pointer": "/description/attitude/0/text"}
    ]


def test_a_licence_that_is_only_mentioned_is_no_demand() -> None:
    assert "derived" not in content("Attitude\tKennis van rijbewijzen.\n")


# The ledger.

WHOLE = (
    "Sector\tWatersport\nNiveau\t4\nBrondocument(en)\t• Rapport - 2024 • Gesprekken\n"
    "Legitimering\tBestuur op 1 mei 2026\nMogelijke functiebenamingen\tmeester, beheerder.\n"
    "Rijbewijs\tB\n\n2. Beschrijving van het beroep\n\nAttitude\t<p>Zijn vaardig-<br>heden, en:</p>"
    "• open • eerlijk\n--------\t---\n\n\tof rustig\nKennis en vaardigheden\t<p><i>Kennis</i> Veel.</p>\n\n"  # noqa: E501
    "3. Trends en innovaties\n\nArbeidsmarktinformatie\tVraag. Bron: NKV\n"
    "Trends en ontwikkelingen\t<p>1. Ecologie</p><p>Warm.</p>\n\n4. Rollen en competenties\n\n"
    "Overzicht rollen\t1. Gastheer 2. Planner\n\n1. De havenmeester als gastheer\t\n"
    "Beschrijving van de rol\t<p><i>Is verantwoordelijk voor veel.</i></p><p>Werkt.</p>\n"
    "Competenties -\t<p><i>Samenwerken</i></p><p>Luistert goed Vraagt door</p>\n"
    "Benodigde kennis en vaardigheden\t<p>Nodig:</p><p>Kennis van knopen Kan varen</p>\n"
    "Afbreukrisico\tSchade.\n\nPagina 2 van 3\n\fLosse zin zonder label die hier staat.\n"
)


def sums(found: Interpretation) -> int:
    return sum(found.ledger.accounts.values()) + sum(found.ledger.markup.values())


def test_the_ledger_of_a_whole_profile_closes() -> None:
    found = interpreted(WHOLE)

    assert found.ledger.closed
    assert sums(found) == found.ledger.source
    assert set(found.ledger.accounts) == {
        "fields", "headings", "labels", "line-end hyphens", "link words", "list markers",
        "numbering", "overview of roles", "page furniture", "separators", "title", "unplaced",
    }  # fmt: skip


@pytest.mark.parametrize(
    "row", [row for row in WHOLE.splitlines() if "\t" in row and "--" not in row]
)
def test_the_ledger_of_every_row_closes(row: str) -> None:
    found = interpreted(row + "\n")

    assert found.ledger.closed, found.ledger
    assert "BCP401" not in codes(found)


def test_the_ledger_of_a_page_closes() -> None:
    found = interpreted_page(
        "<nav>Menu</nav><h2>Beschrijving van het beroep</h2><h3>Attitude</h3><p>Zijn <del>nooit</del>"  # noqa: E501
        "<ins>altijd</ins> open.</p><script>x</script><h3>Rijbewijs</h3><p>B</p>"
    )

    assert found.ledger.closed
    assert found.ledger.accounts["navigation"] == 4
    assert found.ledger.accounts["deleted text"] == 5


def dropping_the_last(passages: Any) -> list[Node]:
    """Text blocks as a faulty maker would make them."""
    return text_blocks(list(passages)[:-1])


def test_a_maker_that_drops_text_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "text_blocks", dropping_the_last)

    found = interpreted("Attitude\t<p>Open</p><p>Eerlijk</p>\nOverzicht rollen\tGastheer\n")

    assert found.content["description"]["attitude"] == paragraphs("Open")
    assert found.ledger.missing == len("Eerlijk")
    assert not found.ledger.closed
    assert finding(found, "BCP401").message == "7 characters are in no account"
    assert str(finding(found, "BCP401").place) == "line 8, column 24"


def test_a_single_character_that_is_dropped_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_the_last(text: Any, *_: Any) -> facts.NameCell:
        kept = text.collapse()[:-1]
        return facts.NameCell({"name": Leaf(kept.chars, kept)}, kept[:0])

    monkeypatch.setattr(facts, "name_cell", without_the_last)

    found = interpreted("Attitude\tOpen\n", title="Beroepscompetentieprofiel Watersport")

    assert found.content["name"] == "Havenmeeste"
    assert found.ledger.missing == 1
    assert finding(found, "BCP401").message == "1 characters are in no account"


def test_text_that_a_role_loses_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "text_blocks", dropping_the_last)

    found = interpreted(SECTION["role"] + "Afbreukrisico\tSchade.\n")

    assert found.ledger.missing == len("Schade.")
    assert not found.ledger.closed


def test_characters_that_stand_nowhere_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def invented(text: Any, *_: Any) -> Leaf:
        return Leaf(f"{text.collapse().chars}.0", text.collapse())

    monkeypatch.setattr(facts, "version", invented)

    found = interpreted("Attitude\tOpen\n")

    assert found.content["version"] == "3.0"
    assert finding(found, "BCP402").pointer == "/version"
    assert (found.ledger.missing, found.ledger.invented) == (0, 2)
    assert not found.ledger.closed


def test_letters_that_changed_places_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def reversed_version(text: Any, *_: Any) -> Leaf:
        return Leaf(text.chars[::-1], text)

    monkeypatch.setattr(facts, "version", reversed_version)
    found = interpreted("Attitude\tOpen\n", GENERAL.replace("\t3\n", "\t1.2.3\n"))

    assert finding(found, "BCP402").pointer == "/version"


def test_a_value_that_was_read_from_its_text_is_not_invented() -> None:
    found = interpreted("Niveau\tInstroomniveau\nAttitude\tOpen\n")

    assert found.content["nlqf_level"] == "Instroom"
    assert found.ledger.invented == 0


def test_an_unsure_join_over_a_page_end_is_reported() -> None:
    found = interpreted("Attitude\tZij zijn open.\f\tZij zijn eerlijk.\n")

    assert found.content["description"]["attitude"] == paragraphs(
        "Zij zijn open. Zij zijn eerlijk."
    )
    assert finding(found, "BCP311").message == (
        "one paragraph over a page end: 'Zij zijn open. Zij zijn eerlijk.'"
    )


def test_recovered_items_are_reported_with_their_pointer() -> None:
    found = interpreted(
        SECTION["role"]
        + "Competenties\t<p><i>Samenwerken</i></p><p>Luistert goed Vraagt door</p>\n"
    )

    assert finding(found, "BCP303").message == "2 items recovered from running text"
    assert finding(found, "BCP303").pointer == "/roles/0/competencies/0/indicators"
    assert found.trace["/roles/0/competencies/0/indicators/1/text"].steps == (
        "split from running text, item 2 of 2",
    )


def test_names_and_indicators_on_one_line_are_told_apart_by_colon_and_semicolon() -> None:
    found = interpreted(
        "Overzicht rollen\t1. Gast\n1. De havenmeester als gast\t\n"
        "Competenties\tSamenwerken: Luistert goed; Vraagt door\n"
    )
    (competency,) = found.content["roles"][0]["competencies"]
    assert competency["name"] == "Samenwerken"
    assert [item["text"] for item in competency["indicators"]] == ["Luistert goed", "Vraagt door"]


def test_a_descriptor_may_begin_in_the_middle_of_a_paragraph() -> None:
    found = interpreted(
        "Kennis en vaardigheden\t<b>Kennis:</b> Zij kennen water. <b>Informatievaardigheden:</b> "
        "Zij lezen kaarten.\n"
    )
    skills = found.content["description"]["knowledge_and_skills"]
    assert skills["knowledge"][0]["text"] == "Zij kennen water."
    assert skills["information_skills"][0]["text"] == "Zij lezen kaarten."


def test_an_unreadable_level_is_reported_and_kept() -> None:
    found = interpreted(
        "Attitude\tOpen\n", GENERAL.replace("Havenmeester", "Havenmeester (niveau D)")
    )

    assert found.content["name"] == "Havenmeester"
    assert "nlqf_level" not in found.content
    assert finding(found, "BCP305").pointer == "/nlqf_level"
    assert found.content["unplaced"][0]["text"][0]["text"] == "(niveau D)"


TRENDS_IN_A_RUN = [
    "<i>1. Demografische ontwikkelingen</i> Er komen ouderen. <i>2. Economische ontwikkelingen</i> "
    "Geld is schaars.",
    "1. <i>Demografische ontwikkelingen</i> Er komen ouderen. 2. <i>Economische ontwikkelingen</i> "
    "Geld is schaars.",
    "1. Demografische ontwikkelingen\nEr komen ouderen.\n2. Economische ontwikkelingen\n"
    "Geld is schaars.",
]


@pytest.mark.parametrize("written", TRENDS_IN_A_RUN)
def test_numbered_trends_in_one_run_are_told_apart(written: str) -> None:
    found = interpreted(SECTION["trends"] + f"Trends en ontwikkelingen\t{written}\n")
    developments = found.content["trends"]["developments"]

    assert [(d["number"], d["dimension"], d["title"]) for d in developments] == [
        (1, "demographic", "Demografische ontwikkelingen"),
        (2, "economic", "Economische ontwikkelingen"),
    ]
    assert [d["text"][0]["text"] for d in developments] == ["Er komen ouderen.", "Geld is schaars."]


def test_a_trend_a_line_with_its_dimension_before_a_colon_is_one_each() -> None:
    found = interpreted(
        SECTION["trends"] + "Trends en ontwikkelingen\tDemografisch: er komen ouderen.\n"
        "Economisch: geld is schaars.\n"
    )

    assert [d["title"] for d in found.content["trends"]["developments"]] == [
        "Demografisch", "Economisch",
    ]  # fmt: skip


def test_a_title_made_from_the_label_is_reported_and_traced() -> None:
    found = interpreted(SECTION["trends"] + "Trends en ontwikkelingen\tAlles verandert steeds.\n")

    assert finding(found, "BCP312")
    assert found.trace["/trends/developments/0/title"].steps == (
        "no heading of its own: titled by the label",
    )


@pytest.mark.parametrize(
    "written",
    [
        "Beroepscompententieprofiel",
        "Beroepscompetentie-profiel",
        "Beroeps-competentieprofiel",
        "Beroeps competentie profie1",
        "BEROEPSCOMPETENTIEPROFEIL",
        "Beroespcompetentieprofiel",
        "B e r o e p s p r o f i e l",
    ],
)
def test_a_misspelt_document_type_still_opens_the_title(written: str) -> None:
    general = GENERAL.replace("Naam BCP:\tHavenmeester\n", "")
    found = interpreted("Attitude\tOpen\n", general, f"{written} Watersportsector - Havenmeester")

    assert found.content["sector"] == "Watersportsector"
    assert found.content["name"] == "Havenmeester"
    assert "unplaced" not in found.content
    assert finding(found, "BCP302").pointer == "/document_type"
    assert finding(found, "BCP302").message.startswith(f"{written!r} taken for ")


@pytest.mark.parametrize("written", ["Beroepscompetentieprofiel", "Beroeps competentie profiel",
                                     "BCP", "Beroepscompetentieprofielen"])  # fmt: skip
def test_a_document_type_as_listed_is_no_inference(written: str) -> None:
    assert "BCP302" not in codes(interpreted("Attitude\tOpen\n", title=f"{written} Havenmeester"))


@pytest.mark.parametrize("written", ["Bedrijfscompetenties en profielen", "Zakenprofiel"])
def test_other_words_are_no_misspelt_document_type(written: str) -> None:
    general = f"{GENERAL}Sector\tHaven\nComplexiteit\tHoog\nLoopbaanperspectief\tJa\n"
    rows = "Attitude\tOpen\nWerkomgeving\tHaven\n"

    assert interpreted(rows, general, written).content["unplaced"]


DEVELOPED = "Ontwikkeling\tNautisch Instituut\n"
GENERAL_BY_OTHERS = GENERAL.replace("Ontwikkeld door:\tWaterraad\n", DEVELOPED)


@pytest.mark.parametrize("heading", ["", "1. Algemene informatie\n\n"])
def test_who_developed_the_profile_stands_under_ontwikkeling_in_the_general_table(
    heading: str,
) -> None:
    found = interpreted("Attitude\tOpen\n", heading + GENERAL_BY_OTHERS)

    assert found.content["developed_by"] == ["Nautisch Instituut"]
    assert "trends" not in found.content
    assert finding(found, "BCP302").message == (
        "'Ontwikkeling' taken for 'Ontwikkeld door' by its position"
    )


@pytest.mark.parametrize("heading", ["", SECTION["trends"]])
def test_ontwikkeling_among_the_trends_is_about_trends(heading: str) -> None:
    rows = f"{heading}Arbeidsmarkt\tVraag.\nOntwikkeling\t<p><i>Economisch</i></p><p>Geld.</p>\n"
    found = interpreted(rows)

    assert found.content["developed_by"] == ["Waterraad"]
    assert [d["title"] for d in found.content["trends"]["developments"]] == ["Economisch"]
    assert finding(found, "BCP302").message.endswith("by its position")


def test_a_sub_heading_that_stands_twice_loses_nothing() -> None:
    rows = (
        "Kennis en vaardigheden\t<p><i>Kennis</i></p><p>Kent het vak.</p>"
        "<p><i>Kennis</i></p><p>Kent ook de haven.</p>\n"
    )

    found = interpreted(rows)

    texts = [
        block["text"] for block in content(rows)["description"]["knowledge_and_skills"]["knowledge"]
    ]
    assert texts == ["Kent het vak.", "Kent ook de haven."]
    assert found.ledger.closed


def test_what_stands_below_a_marked_label_of_a_short_text_is_its_value() -> None:
    # The state of a profile is a word of the label of its legitimations.
    found = interpreted_page(
        "<h2>Algemene informatie</h2><p><b>Status:</b></p><p>vastgesteld</p>"
        "<p><b>In opdracht van:</b></p><p>Waterraad</p>"
    ).content

    assert (found["status"], found["commissioned_by"]) == ("vastgesteld", ["Waterraad"])


def test_profiles_of_roles_have_a_code_and_the_part_that_the_occupation_plays() -> None:
    rows = "Code:\tHAV 021\n\n2. Beschrijving\n\nRol en verantwoordelijkheden\tZij leiden.\n"
    found = content(rows)

    assert found["code"] == "HAV 021"
    assert found["description"]["role_and_responsibilities"][0]["text"] == "Zij leiden."


def test_lists_of_google_docs_have_the_level_that_their_class_names() -> None:
    page = (
        "<h2>Rollen en competenties</h2><h3>Rol 1: Gastheer</h3><h4>Competenties</h4>"
        '<ul class="lst-kix_ab12-0 start"><li>Plannen</li></ul>'
        '<ul class="lst-kix_ab12-1 start"><li>Stelt doelen.</li><li>Bewaakt de tijd.</li></ul>'
        '<ul class="lst-kix_ab12-0"><li>Leiden</li></ul>'
        '<ul class="lst-kix_ab12-1 start"><li>Geeft richting.</li></ul>'
    )
    found = interpreted_page(page).content["roles"][0]["competencies"]

    assert [(c["name"], len(c["indicators"])) for c in found] == [("Plannen", 2), ("Leiden", 1)]
