"""Today's form, 2025, with plain numbers: five core tasks with none to four work processes."""

from tests.core_tasks.shape import Subject, can, does, know, names, node, other, profile, text

SUBJECT = Subject(
    "podium",
    "dossier",
    "De podiumtechnicus",
    profile(
        name="Podiumtechnicus",
        sector="Cultuur en evenementen",
        nlqf_level="4",
        date="2025-01",
        version="2025-1",
        developed_by=["Kennisplatform Podiumkunsten"],
        commissioned_by=["Werkgevers Podia", "Vakbond Theater en Muziek"],
        source_documents=[
            {"text": "Podiumpeiling, Kennisplatform Podiumkunsten, 2024", "year": 2024},
            {"text": "Arbocatalogus Podia, versie 6"},
        ],
        legitimations=[
            {
                "text": "Sociaal fonds Podiumkunsten op 12 december 2024",
                "body": "Sociaal fonds Podiumkunsten",
                "date": "2024-12-12",
                "act": "legitimated",
            }
        ],
        job_titles=["podiumtechnicus", "theatertechnicus", "toneelmeester", "stagehand"],
        related_occupations=["geluidstechnicus", "lichtontwerper", "decorbouwer"],
        career_prospects=text(
            "Een podiumtechnicus kan doorgroeien naar eerste technicus, hoofd techniek of "
            "productieleider, of zich als zelfstandige richten op licht, geluid of beeld."
        ),
        description={
            "summary": text(
                "De podiumtechnicus maakt voorstellingen en concerten technisch mogelijk. Hij "
                "bouwt op, bedient tijdens de voorstelling en breekt weer af."
            ),
            "work_environment": text(
                "De podiumtechnicus werkt in theaters, poppodia en op festivals, of reist mee met "
                "een gezelschap. De werktijden zijn onregelmatig en de dagen lang.",
                "Hij werkt in een team dat per productie van samenstelling wisselt.",
            ),
            "attitude": text(
                "De podiumtechnicus is dienstbaar aan de voorstelling en toch kritisch als de "
                "veiligheid in het geding is. Hij improviseert graag, maar binnen afspraken."
            ),
            "responsibility_and_autonomy": text(
                "De podiumtechnicus werkt zelfstandig en is verantwoordelijk voor de eigen "
                "installatie. Hij legt verantwoording af aan het hoofd techniek."
            ),
            "result": text("De voorstelling verloopt zoals de makers het hebben bedoeld."),
        },
        legal_requirements=text("Nee."),
        sector_requirements=text(
            "Aanbevolen wordt een certificaat voor het werken op hoogte en voor hijsen."
        ),
        trends={
            "labour_market": {
                "text": text(
                    "Veel technici hebben de sector verlaten. Podia leiden zelf zij-instromers op."
                ),
                "source": "Podiumpeiling 2024",
            },
            "developments": [
                {
                    "dimension": "technological",
                    "title": "Technologische ontwikkelingen",
                    "text": text(
                        "Licht, geluid en beeld draaien op één netwerk. Kennis van netwerken is "
                        "daarmee onmisbaar geworden."
                    ),
                },
                {
                    "dimension": "ecological",
                    "title": "Ecologische ontwikkelingen",
                    "text": text(
                        "Podia stappen over op ledlampen en gezelschappen delen decors. Reizen "
                        "wordt beperkt door slimmer te plannen."
                    ),
                },
            ],
        },
        core_tasks=[
            node(
                "1",
                "Bereidt een productie technisch voor",
                complexity=text("De podiumtechnicus vertaalt artistieke wensen naar techniek."),
                responsibility_and_autonomy=text(
                    "Hij stelt het technisch plan op en bespreekt dat met het gezelschap."
                ),
                knowledge_and_skills=[
                    *know("heeft kennis van stroomverdeling en belasting"),
                    *can("kan een priklijst en een lichtplan lezen"),
                ],
                work_processes=[
                    node(
                        "1.1",
                        "Beoordeelt de technische lijst",
                        description=text(
                            "De podiumtechnicus vergelijkt de wensen van het gezelschap met wat "
                            "het podium heeft. Hij signaleert knelpunten en stelt alternatieven "
                            "voor."
                        ),
                        result=text("Gezelschap en podium weten wat er kan."),
                        behaviour=does(
                            "leest plannen kritisch;",
                            "neemt vroeg contact op over knelpunten;",
                            "denkt mee met de makers.",
                        ),
                        competencies=names("Analyseren", "Samenwerken en overleggen"),
                    ),
                    node(
                        "1.2",
                        "Maakt een planning voor de opbouw",
                        description=text(
                            "De podiumtechnicus deelt de dag in, regelt personeel en huurt "
                            "apparatuur bij."
                        ),
                        result=text("Er ligt een haalbare planning."),
                        behaviour=does("houdt rekening met pauzes en rusttijden."),
                        competencies=names("Plannen en organiseren"),
                    ),
                ],
            ),
            node(
                "2",
                "Bouwt op en breekt af",
                complexity=text(
                    "Er wordt onder tijdsdruk gewerkt, met zware lasten boven de hoofden van "
                    "collega's. Iedere zaal stelt andere eisen."
                ),
                responsibility_and_autonomy=text(
                    "De podiumtechnicus stuurt de ploeg aan en is verantwoordelijk voor een "
                    "veilige werkvloer."
                ),
                knowledge_and_skills=[
                    *know(
                        "kent de regels voor hijsen en werken op hoogte",
                        "weet hoe een trekkenwand werkt",
                    ),
                    *can("kan apparatuur aansluiten en testen", "past de arbocatalogus toe"),
                    *other("basis van knopen en staalkabels"),
                    *can("kan podiumdelen en overkappingen plaatsen", to="festivals"),
                ],
                work_processes=[
                    node(
                        "2.1",
                        "Lost en laadt het materiaal",
                        description=text(
                            "De podiumtechnicus lost de vrachtwagen in de juiste volgorde en zet "
                            "kisten op hun plaats."
                        ),
                        result=text("Alles staat waar het nodig is."),
                        behaviour=does("tilt verantwoord;", "houdt vluchtwegen vrij."),
                        competencies=names("Instructies en procedures opvolgen"),
                    ),
                    node(
                        "2.2",
                        "Hangt en sluit aan",
                        description=text(
                            "De podiumtechnicus hangt lampen, luidsprekers en decor, zekert alles "
                            "dubbel en sluit de bekabeling aan."
                        ),
                        result=text("De installatie hangt veilig en werkt."),
                        behaviour=does(
                            "controleert iedere zekering voordat hij hijst;",
                            "waarschuwt voordat er iets omhoog of omlaag gaat;",
                            "labelt kabels zodat een ander ze terugvindt.",
                        ),
                        competencies=names(
                            "Vakdeskundigheid toepassen", "Materialen en middelen inzetten"
                        ),
                    ),
                    node(
                        "2.3",
                        "Stelt af en programmeert",
                        description=text(
                            "De podiumtechnicus richt het licht, stemt het geluid af op de zaal en "
                            "zet standen in de tafel."
                        ),
                        result=text("De voorstelling kan worden doorgelopen."),
                        behaviour=does("luistert naar de makers en vraagt door."),
                        competencies=names("Kwaliteit leveren", "Aandacht en begrip tonen"),
                    ),
                    node(
                        "2.4",
                        "Breekt af",
                        description=text(
                            "De podiumtechnicus breekt in omgekeerde volgorde af, controleert op "
                            "schade en laat de zaal schoon achter."
                        ),
                        result=text("De zaal is leeg en niets is achtergebleven."),
                        behaviour=does("blijft alert, ook als het laat is."),
                        competencies=names("Met druk en tegenslag omgaan"),
                    ),
                ],
            ),
            node(
                "3",
                "Bedient de techniek tijdens de voorstelling",
                complexity=text("Een fout is direct zichtbaar en niet terug te draaien."),
                responsibility_and_autonomy=text("Hij beslist bij storingen zelf en onmiddellijk."),
                knowledge_and_skills=can("kan een voorstelling volgen aan de hand van een script"),
                work_processes=[
                    node(
                        "3.1",
                        "Draait de voorstelling",
                        description=text(
                            "De podiumtechnicus geeft of volgt aanwijzingen via de intercom en "
                            "bedient licht, geluid en trekken op het juiste moment."
                        ),
                        result=text("Het publiek heeft een voorstelling zonder storingen gezien."),
                        behaviour=does(
                            "is van begin tot eind geconcentreerd;",
                            "lost storingen op zonder dat het publiek het merkt.",
                        ),
                        competencies=names(
                            "Beslissen en activiteiten initiëren", "Met druk en tegenslag omgaan"
                        ),
                    )
                ],
            ),
            node(
                "4",
                "Beheert en onderhoudt de apparatuur",
                description=text(
                    "De podiumtechnicus inspecteert apparatuur, voert klein onderhoud uit en houdt "
                    "een logboek bij. Hij adviseert over vervanging."
                ),
                complexity=text("Het werk is voorspelbaar."),
                responsibility_and_autonomy=text("Hij voert deze taak zelfstandig uit."),
                tools=text("Meetapparatuur, logboek, gereedschap."),
                knowledge_and_skills=[
                    *know("heeft basiskennis van elektronica"),
                    *can("kan veilig meten aan apparatuur"),
                ],
            ),
            node("5", "Begeleidt stagiairs en zij-instromers"),
        ],
    ),
)
