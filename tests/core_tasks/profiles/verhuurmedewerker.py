"""BCP, 2010: four core tasks with one to three work processes; trends without sub-headings."""

from tests.core_tasks.shape import Subject, can, competency, know, node, other, profile, text

SUBJECT = Subject(
    "verhuurmedewerker",
    "bcp",
    "De medewerker verhuurbalie",
    profile(
        name="Medewerker verhuurbalie",
        code="DIE 042",
        nlqf_level="3",
        version="2",
        status="vastgesteld",
        date="2010-06-28",
        developed_by=["Kenniscentrum Zakelijke Diensten"],
        commissioned_by=["Landelijke Vereniging van Verhuurbedrijven", "Vakbond Diensten"],
        source_documents=[
            {"text": "Enquête onder 140 verhuurbedrijven, LVV, 2008", "year": 2008},
            {"text": "Cao Verhuur, bijlage functies, 2009", "year": 2009},
            {"text": "Handleiding ontwikkelen van profielen, tweede druk"},
        ],
        legitimations=[
            {
                "text": "Sociale partners in de verhuurbranche",
                "body": "Sociale partners in de verhuurbranche",
                "date": "2010-06-17",
                "place": "Utrecht",
                "act": "adopted",
            }
        ],
        job_titles=["Baliemedewerker", "Verhuurmedewerker", "Medewerker binnendienst"],
        related_occupations=["Receptionist", "Verkoopmedewerker technische groothandel"],
        career_prospects=text(
            "Doorgroei is mogelijk naar planner, vestigingsleider of accountmanager."
        ),
        description={
            "work_environment": text(
                "De medewerker verhuurbalie werkt in een vestiging van een bedrijf dat machines, "
                "gereedschap of partymateriaal verhuurt. Hij staat aan de balie, werkt met een "
                "verhuursysteem en loopt regelmatig naar de werf."
            ),
            "attitude": text(
                "De medewerker verhuurbalie is klantvriendelijk, stressbestendig en accuraat. Hij "
                "schakelt snel tussen klanten, telefoon en werf.",
                "Hij treedt representatief op, ook tegenover klanten die haast hebben.",
            ),
            "role_and_responsibilities": text(
                "Hij voert opdrachten uit binnen de kaders van de vestiging. Over korting en "
                "coulance beslist de vestigingsleider."
            ),
            "complexity": text(
                "Veel handelingen zijn routine. Het werk wordt complex wanneer materieel niet op "
                "tijd terugkomt en meerdere klanten op hetzelfde wachten."
            ),
        },
        legal_requirements=text("Niet van toepassing."),
        sector_requirements=text(
            "De branche vraagt een certificaat voor het instrueren van gebruikers van hoogwerkers."
        ),
        trends={
            "developments": [
                {
                    "title": "Trends en innovaties",
                    "text": text(
                        "Klanten reserveren steeds vaker via internet. De balie krijgt daardoor "
                        "minder aanvragen en meer vragen om advies.",
                        "Verhuurbedrijven leveren naast materieel ook diensten, zoals transport, "
                        "brandstof en keuring. De medewerker verhuurbalie verkoopt dus een "
                        "oplossing en geen machine.",
                    ),
                }
            ]
        },
        core_tasks=[
            node(
                "1",
                "Behandelt aanvragen van klanten",
                work_processes=[
                    node(
                        "1.1",
                        "Beantwoordt vragen aan de balie en de telefoon",
                        description=text(
                            "De medewerker verhuurbalie staat klanten te woord, vraagt door naar "
                            "de klus en adviseert welk materieel past. Hij controleert in het "
                            "systeem wat beschikbaar is."
                        ),
                        result=text("Een klant die weet welk materieel hij nodig heeft."),
                        competencies=[
                            competency(
                                "R",
                                "Op de behoeften en verwachtingen van de klant richten",
                                [
                                    "Behoeften en verwachtingen achterhalen",
                                    "Aansluiten bij behoeften en verwachtingen",
                                ],
                                "De medewerker verhuurbalie stelt gerichte vragen over de klus "
                                "en noemt een alternatief als iets niet beschikbaar is.",
                            ),
                            competency(
                                "I",
                                "Presenteren",
                                ["Duidelijk uitleggen en toelichten"],
                                "De medewerker verhuurbalie legt mogelijkheden uit zonder jargon.",
                            ),
                        ],
                        knowledge_and_skills=[
                            *know("kent het assortiment en de toepassingen daarvan"),
                            *can("kan klantgesprekken voeren in het Engels of Duits"),
                        ],
                    ),
                    node(
                        "1.2",
                        "Maakt offertes en reserveringen",
                        description=text(
                            "De medewerker verhuurbalie berekent de huursom, vermeldt borg en "
                            "voorwaarden en legt de reservering vast."
                        ),
                        result=text("Een reservering die klopt en door de klant is bevestigd."),
                        competencies=[
                            competency(
                                "J",
                                "Formuleren en rapporteren",
                                ["Nauwkeurig en volledig rapporteren"],
                                "De medewerker verhuurbalie legt afspraken zo vast dat een "
                                "collega er zonder navraag mee verder kan.",
                            )
                        ],
                        knowledge_and_skills=[
                            *know("heeft kennis van huurvoorwaarden en aansprakelijkheid"),
                            *other("rekenen met procenten en staffels"),
                        ],
                    ),
                ],
            ),
            node(
                "2",
                "Geeft materieel uit en neemt het in",
                complexity=text(
                    "Aan het begin en het einde van de dag komen uitgifte en inname samen en moet "
                    "de medewerker verhuurbalie prioriteiten stellen."
                ),
                work_processes=[
                    node(
                        "2.1",
                        "Geeft materieel uit en instrueert de gebruiker",
                        description=text(
                            "De medewerker verhuurbalie controleert legitimatie en borg, loopt "
                            "met de klant naar de werf en legt de bediening en de "
                            "veiligheidsregels uit."
                        ),
                        result=text("Een gebruiker die veilig met de machine kan werken."),
                        competencies=[
                            competency(
                                "T",
                                "Instructies en procedures opvolgen",
                                ["Werken conform veiligheidsvoorschriften"],
                                "De medewerker verhuurbalie geeft geen materieel mee waarvan de "
                                "keuring is verlopen.",
                            ),
                            competency(
                                "C",
                                "Begeleiden",
                                ["Anderen ontwikkelen"],
                                "De medewerker verhuurbalie laat de klant de bediening zelf "
                                "uitvoeren en corrigeert waar nodig.",
                            ),
                        ],
                    ),
                    node(
                        "2.2",
                        "Neemt materieel in en beoordeelt schade",
                        description=text(
                            "De medewerker verhuurbalie vergelijkt de staat van het materieel met "
                            "het uitgiftebewijs, maakt foto's en bespreekt schade met de klant."
                        ),
                        result=text("Een afgeronde huur zonder verschil van mening."),
                        competencies=[
                            competency(
                                "V",
                                "Met druk en tegenslag omgaan",
                                ["Gevoelens onder controle houden", "Effectief blijven presteren"],
                                "De medewerker verhuurbalie blijft zakelijk wanneer een klant "
                                "een schade betwist.",
                            )
                        ],
                        knowledge_and_skills=can("kan slijtage en schade onderscheiden"),
                    ),
                    node(
                        "2.3",
                        "Maakt materieel gereed voor een volgende huur",
                        description=text(
                            "De medewerker verhuurbalie reinigt het materieel, vult brandstof bij "
                            "en meldt gebreken bij de werkplaats."
                        ),
                        result=text("Schoon en compleet materieel op de juiste plaats."),
                        competencies=[
                            competency(
                                "L",
                                "Materialen en middelen inzetten",
                                ["Goed zorgdragen voor materialen en middelen"],
                                "De medewerker verhuurbalie merkt gebreken op voordat de "
                                "volgende klant dat doet.",
                            )
                        ],
                    ),
                ],
            ),
            node(
                "3",
                "Verzorgt de administratie van de vestiging",
                work_processes=[
                    node(
                        "3.1",
                        "Verwerkt contracten en betalingen",
                        description=text(
                            "De medewerker verhuurbalie sluit contracten af, int betalingen en "
                            "maakt aan het eind van de dag de kas op."
                        ),
                        result=text("Een administratie die aansluit op de uitgegeven middelen."),
                        competencies=[
                            competency(
                                "Y",
                                "Bedrijfsmatig handelen",
                                ["Financieel bewustzijn tonen"],
                                "De medewerker verhuurbalie zoekt een kasverschil dezelfde dag "
                                "uit.",
                            )
                        ],
                        knowledge_and_skills=[
                            *know("weet welke gegevens hij van klanten mag bewaren"),
                            *can("beheerst het verhuursysteem van het bedrijf"),
                        ],
                    )
                ],
            ),
            node(
                "4",
                "Draagt bij aan verkoop en presentatie",
                work_processes=[
                    node(
                        "4.1",
                        "Houdt de toonzaal aantrekkelijk",
                        description=text(
                            "De medewerker verhuurbalie stelt acties op, vult schappen bij en "
                            "houdt prijskaarten actueel."
                        ),
                        result=text("Een toonzaal die klanten op ideeën brengt."),
                        competencies=[
                            competency(
                                "X",
                                "Ondernemend en commercieel handelen",
                                ["Kansen en mogelijkheden identificeren"],
                                "De medewerker verhuurbalie speelt met de presentatie in op "
                                "seizoen en weer.",
                            )
                        ],
                    ),
                    node(
                        "4.2",
                        "Signaleert kansen bij vaste klanten",
                        description=text(
                            "De medewerker verhuurbalie belt vaste klanten na afloop van een huur "
                            "en geeft wensen door aan de accountmanager."
                        ),
                        result=text("Klanten die vaker en meer huren."),
                    ),
                ],
            ),
        ],
        competencies=[
            {
                "code": "Q",
                "name": "Plannen en organiseren",
                "description": text(
                    "De medewerker verhuurbalie verdeelt zijn tijd over balie, telefoon en werf."
                ),
                "components": ["Activiteiten plannen", "Tijd indelen"],
                "indicators": [
                    {"text": "Zet materieel dat de volgende ochtend weggaat 's middags klaar."},
                    {"text": "Vraagt op tijd hulp als de rij te lang wordt."},
                ],
            }
        ],
    ),
)
