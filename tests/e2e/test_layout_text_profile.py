"""A profile that a tool wrote as text with its layout kept by blanks, from bytes to values."""

from __future__ import annotations

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain

_PAGES = """\
                     Beroepscompetentieprofiel Touwslager

Beroepscompetentieprofiel Maritieme sector - Touwslager

1. Algemene informatie
Naam BCP                  datum                        versie

Touwslager (niveau 3)     3 mei 2021                   7
verder aangegeven als
touwslager

Ontwikkeld door           Stichting Oude Ambachten

Mogelijke                 Touwslager, lijndraaier
functiebenamingen

2. Beschrijving van het beroep
Werkomgeving (NLQF)       De touwslager werkt in een lange, koele baan naast de haven en
                          vaak ook op de kade, waar hij trossen keurt en splitst voor de
                          vissers die er binnenlopen.
                          In de winter is er meer werk aan de machines.

                               BCP Touwslager - pagina 1
\f\
                     Beroepscompetentieprofiel Touwslager

Attitude                     De touwslager:
                             • werkt met geduld en let op zijn collega's, want een lijn onder
                               spanning vergeeft niets;
                             • luistert naar de haspel.

4. Rollen en competenties
Overzicht rollen             1. Keurder

1. De touwslager als keurder
Beschrijving van de rol      De keurder is verantwoordelijk voor lijnen die houden.
                             De touwslager bekijkt elke lijn en schrijft op wat hij ziet.

Competenties -               Nauwkeurig werken
                             • Ziet elke breuk
                             • Meet de dikte op drie plaatsen

Afbreukrisico                Een breuk kost levens.

                               BCP Touwslager - pagina 2
\f"""


def test_columns_rows_lists_and_pages_are_told_by_blanks() -> None:
    found = convert_bytes(_PAGES.encode(), "touwslager.txt")
    profile = profile_to_plain(found.profile)
    assert [profile[key] for key in ("name", "sector", "version")] == [
        "Touwslager",
        "Maritieme sector",
        "7",
    ]
    assert profile["job_titles"] == ["Touwslager", "lijndraaier"]
    assert [block["text"] for block in profile["description"]["work_environment"]] == [
        "De touwslager werkt in een lange, koele baan naast de haven en vaak ook op de kade, "
        "waar hij trossen keurt en splitst voor de vissers die er binnenlopen.",
        "In de winter is er meer werk aan de machines.",
    ]
    (role,) = profile["roles"]
    assert role["responsibility"] == "De keurder is verantwoordelijk voor lijnen die houden."
    assert [one["text"] for one in role["competencies"][0]["indicators"]] == [
        "Ziet elke breuk",
        "Meet de dikte op drie plaatsen",
    ]
    assert found.ledger.closed


def test_a_statement_that_nothing_emphasises_is_told_where_it_does_not_name_the_role() -> None:
    named = convert_bytes(_PAGES.encode(), "touwslager.txt")
    other = convert_bytes(_PAGES.replace("De keurder is v", "Hij is v").encode(), "touwslager.txt")

    assert "BCP320" not in {one.code for one in named.findings}
    assert "BCP320" in {one.code for one in other.findings}
