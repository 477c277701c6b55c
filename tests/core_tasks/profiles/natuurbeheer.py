"""Today's form, 2022: three core tasks, one without work processes; two specialisations."""

from tests.core_tasks.shape import Subject, can, does, know, names, node, other, profile, text

SUBJECT = Subject(
    "natuurbeheer",
    "dossier",
    "De beroepsbeoefenaar",
    profile(
        name="Terreinbeheerder natuur",
        code="GRN-118",
        sector="Groen en ruimte",
        nlqf_level="3",
        version="1.4",
        status="concept",
        date="2022-03-30",
        developed_by=["Werkgroep Terreinbeheer", "Bureau Veldwerk"],
        commissioned_by=["Verenigde Natuurorganisaties"],
        source_documents=[
            {"text": "Arbeidsmarkt in het groen, Bureau Veldwerk, 2021", "year": 2021},
            {"text": "Gedragscode natuurbeheer 2016-2021, tweede druk, 2018", "year": 2018},
        ],
        legitimations=[
            {
                "text": "Sectorcommissie Groen d.d. 16 maart 2022",
                "body": "Sectorcommissie Groen",
                "date": "2022-03-16",
                "act": "legitimated",
            }
        ],
        job_titles=["terreinbeheerder", "medewerker natuurbeheer", "veldmedewerker"],
        related_occupations=["boswachter publiek", "hovenier", "faunabeheerder"],
        career_prospects=text(
            "De terreinbeheerder kan doorgroeien naar teamleider of opzichter. Met een aanvullende "
            "opleiding tot buitengewoon opsporingsambtenaar kan hij boswachter worden."
        ),
        description={
            "summary": text(
                "De terreinbeheerder onderhoudt bossen, heiden en natte natuur. Hij voert "
                "maatregelen uit het beheerplan uit en houdt in het oog of die het gewenste "
                "effect hebben."
            ),
            "work_environment": text(
                "De terreinbeheerder werkt bij een natuurorganisatie, een gemeente of een "
                "aannemer. Hij is het hele jaar buiten, vaak in een kleine ploeg en soms met "
                "vrijwilligers."
            ),
            "attitude": text(
                "Hij is praktisch, zelfredzaam en zuinig op planten en dieren. Bezoekers benadert "
                "hij open; op overtredingen spreekt hij hen rustig aan."
            ),
            "result": text(
                "Natuurterreinen zijn in goede staat, toegankelijk waar dat kan en rustig waar "
                "dat moet."
            ),
        },
        legal_requirements=text(
            "Ja. Voor het toepassen van gewasbeschermingsmiddelen is een bewijs van vakbekwaamheid "
            "nodig. Voor werk in de broedtijd gelden de regels van de Wet natuurbescherming."
        ),
        sector_requirements=text("Een certificaat voor het werken met de motorkettingzaag."),
        trends={
            "labour_market": {
                "text": text(
                    "Er is vraag naar vakmensen met kennis van machines én van soorten. Veel "
                    "werk wordt uitbesteed aan aannemers."
                ),
                "source": "Bureau Veldwerk, 2021",
            },
            "developments": [
                {
                    "dimension": "ecological",
                    "title": "Ecologische ontwikkelingen",
                    "text": text(
                        "Droogte en stikstof veranderen de begroeiing. Exoten vragen om snelle en "
                        "herhaalde bestrijding."
                    ),
                },
                {
                    "dimension": "political_legal",
                    "title": "Politiek-juridische ontwikkelingen",
                    "text": text(
                        "Voor steeds meer ingrepen is vooraf een toets nodig. De "
                        "terreinbeheerder moet kunnen aantonen dat hij zorgvuldig heeft gewerkt."
                    ),
                },
                {
                    "title": "Recreatie",
                    "text": text(
                        "Het aantal bezoekers is sterk gegroeid. Paden slijten sneller en dieren "
                        "worden vaker verstoord."
                    ),
                },
            ],
        },
        core_tasks=[
            node(
                "B1-K1",
                "Voert beheermaatregelen uit",
                complexity=text(
                    "De werkzaamheden zijn veelzijdig en hangen af van seizoen, bodem en weer. Een "
                    "verkeerde ingreep is vaak pas na jaren te herstellen."
                ),
                responsibility_and_autonomy=text(
                    "De terreinbeheerder werkt zelfstandig binnen het werkplan en overlegt over "
                    "afwijkingen met de opzichter."
                ),
                knowledge_and_skills=[
                    *know(
                        "heeft kennis van bodemtypen en waterhuishouding",
                        "kent de meest voorkomende soorten en hun eisen",
                        "heeft inzicht in het effect van maaien en begrazen",
                    ),
                    *can(
                        "kan kaarten en werkplannen lezen", "beheerst het werken met een bosmaaier"
                    ),
                    *know("heeft kennis van veltechnieken", to="bosbeheer"),
                    *can("kan bomen gericht vellen en uitslepen", to="bosbeheer"),
                    *know("kent de werking van stuwen en sloten", to="beheer van natte natuur"),
                    *other("varend materieel", to="beheer van natte natuur"),
                ],
                work_processes=[
                    node(
                        "B1-K1-W1",
                        "Bereidt het werk in het terrein voor",
                        description=text(
                            "De terreinbeheerder bestudeert het werkplan, controleert op broedsels "
                            "en kwetsbare planten en zet deze af. Hij kiest machines die passen "
                            "bij de draagkracht van de bodem."
                        ),
                        result=text("Het werk kan veilig en zonder schade beginnen."),
                        behaviour=does(
                            "kijkt eerst en begint daarna pas;",
                            "vraagt raad bij twijfel over een soort;",
                            "zorgt dat machines en brandstof op tijd ter plaatse zijn.",
                        ),
                        competencies=names("Plannen en organiseren", "Onderzoeken"),
                        tools=text("Werkkaart, gps, afzetlint, controlelijst."),
                    ),
                    node(
                        "B1-K1-W2",
                        "Maait, plagt en zaagt",
                        description=text(
                            "De terreinbeheerder maait graslanden en oevers, plagt heide en dunt "
                            "jong bos. Hij voert het materiaal af of verwerkt het ter plaatse. "
                            "Hij bewaakt de veiligheid van collega's en bezoekers."
                        ),
                        result=text("Het terrein voldoet aan het beeld dat in het plan staat."),
                        behaviour=does(
                            "werkt in een tempo dat hij de hele dag volhoudt;",
                            "legt het werk stil als een bezoeker te dichtbij komt;",
                            "spaart wat in het plan als waardevol is aangemerkt.",
                        ),
                        competencies=names(
                            "Vakdeskundigheid toepassen",
                            "Materialen en middelen inzetten",
                            "Instructies en procedures opvolgen",
                        ),
                    ),
                    node("B1-K1-W3", "Onderhoudt machines en gereedschap"),
                    node(
                        "B1-K1-W4",
                        "Bestrijdt exoten",
                        description=text(
                            "De terreinbeheerder herkent exoten, verwijdert ze met wortel en al en "
                            "controleert de plek in het volgende seizoen opnieuw."
                        ),
                        result=text("Exoten breiden zich niet verder uit."),
                        behaviour=does("werkt volledig en laat geen resten achter."),
                        competencies=names("Kwaliteit leveren"),
                    ),
                ],
            ),
            node(
                "B1-K2",
                "Volgt de ontwikkeling van het terrein",
                description=text(
                    "De terreinbeheerder telt soorten, meet waterstanden en legt vast wat opvalt. "
                    "Hij levert gegevens aan voor de evaluatie van het beheerplan."
                ),
                complexity=text("Veranderingen zijn klein en alleen te zien voor wie vaak komt."),
                responsibility_and_autonomy=text(
                    "Hij telt zelfstandig, volgens een vast protocol."
                ),
                knowledge_and_skills=[
                    *know("heeft kennis van telmethoden"),
                    *can("kan waarnemingen invoeren in een database"),
                ],
                consequence_of_error=text(
                    "Onjuiste tellingen leiden tot verkeerde maatregelen en tot verlies van "
                    "subsidie."
                ),
            ),
            node(
                "B1-K3",
                "Ontvangt bezoekers en begeleidt vrijwilligers",
                complexity=text(
                    "Bezoekers en vrijwilligers hebben uiteenlopende verwachtingen en kennis."
                ),
                responsibility_and_autonomy=text(
                    "De terreinbeheerder is tijdens de werkdag verantwoordelijk voor de veiligheid "
                    "van de groep."
                ),
                knowledge_and_skills=[
                    *know("weet wat de toegangsregels van het terrein zijn"),
                    *can("bezit vaardigheden in het omgaan met groepen"),
                ],
                work_processes=[
                    node(
                        "B1-K3-W1",
                        "Begeleidt een werkdag",
                        description=text(
                            "De terreinbeheerder verdeelt taken, doet voor en let op hoe er wordt "
                            "gewerkt. Hij sluit de dag af met een terugblik."
                        ),
                        result=text("Vrijwilligers hebben veilig en met plezier gewerkt."),
                        behaviour=does(
                            "stemt de taak af op wat iemand kan;",
                            "geeft complimenten en corrigeert zonder te kwetsen;",
                            "houdt overzicht over de groep.",
                        ),
                        competencies=names("Aansturen", "Begeleiden"),
                    )
                ],
            ),
        ],
        unplaced=[
            {
                "label": "Fysieke belasting",
                "text": text(
                    "Het werk is lichamelijk zwaar:",
                    [
                        "er wordt getild en gebukt;",
                        "er is blootstelling aan lawaai en trillingen.",
                    ],
                ),
            }
        ],
    ),
)
