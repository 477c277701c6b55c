"""BCP, 2013: a core task without work processes, a work process of which only the title is there;
the level stands in a text, which is kept as well."""

from tests.core_tasks.shape import Subject, can, competency, know, node, profile, text

_LEVEL = "De fietstechnicus functioneert op niveau 2 en werkt onder toezicht van de werkplaatschef."

SUBJECT = Subject(
    "fietstechnicus",
    "bcp",
    "De fietstechnicus",
    profile(
        name="Fietstechnicus",
        sector="Mobiliteit",
        nlqf_level="2",
        date="2013-02-14",
        developed_by=["Opleidingsfonds Tweewielers", "Adviesbureau Werk en Vak"],
        commissioned_by=["Sociale partners in de tweewielerbranche"],
        source_documents=[
            {"text": "Trendstudie elektrische fietsen, Opleidingsfonds, 2012", "year": 2012},
            {"text": "Functieraster tweewielerbedrijven (2008)", "year": 2008},
        ],
        legitimations=[
            {
                "text": "Bestuur Opleidingsfonds Tweewielers",
                "body": "Bestuur Opleidingsfonds Tweewielers",
                "date": "2013-01-22",
                "place": "Nieuwegein",
                "act": "adopted",
            },
            {
                "text": "Commissie Onderwijs en Examinering",
                "body": "Commissie Onderwijs en Examinering",
                "date": "2013-02-07",
                "place": "Houten",
                "act": "adopted",
            },
        ],
        job_titles=["Fietstechnicus", "Rijwielmonteur", "Eerste monteur fietsen"],
        related_occupations=["Scootertechnicus", "Autotechnicus"],
        career_prospects=text(
            "Na enkele jaren kan de fietstechnicus werkplaatschef of verkoper worden. Ook een "
            "overstap naar de scootertechniek komt voor."
        ),
        description={
            "work_environment": text(
                "De fietstechnicus werkt in de werkplaats van een fietsenwinkel, bij een "
                "leasebedrijf of als mobiele monteur met een servicebus."
            ),
            "attitude": text(
                "Kenmerkend voor de fietstechnicus is dat hij handig, dienstverlenend en eerlijk "
                "is. Hij levert geen fiets af waar hij zelf niet op zou durven rijden."
            ),
            "role_and_responsibilities": text(
                "De fietstechnicus is verantwoordelijk voor de veiligheid van de fiets die hij "
                "aflevert. De werkplaatschef verdeelt het werk en controleert steekproefsgewijs."
            ),
            "complexity": text(
                "Het werk bestaat uit vaste handelingen die per merk verschillen. Elektrische "
                "systemen maken het zoeken van storingen lastiger dan voorheen."
            ),
        },
        legal_requirements=text("Er zijn geen wettelijke beroepsvereisten."),
        sector_requirements=text(
            "Wie aan accu's werkt, volgt de instructie veilig werken met lithiumaccu's."
        ),
        trends={
            "labour_market": {
                "text": text(
                    "De branche telt ongeveer zevenduizend werknemers. Door de verkoop van "
                    "elektrische fietsen groeit het aantal vacatures in de werkplaats."
                ),
                "source": "Opleidingsfonds Tweewielers, 2012",
            },
            "developments": [
                {
                    "dimension": "technological",
                    "title": "Technologische ontwikkelingen",
                    "text": text(
                        "Motoren, sensoren en uitleesapparatuur veranderen het vak snel. "
                        "Fabrikanten leveren instructies alleen nog digitaal."
                    ),
                },
                {
                    "dimension": "economic",
                    "title": "Economische ontwikkelingen",
                    "text": text(
                        "Winkels voegen zich samen tot ketens en leasebedrijven kopen onderhoud "
                        "centraal in. De tijd per beurt staat daardoor vast."
                    ),
                },
            ],
        },
        core_tasks=[
            node(
                "1",
                "Voert onderhoud en reparaties aan fietsen uit",
                knowledge_and_skills=[
                    *know("heeft kennis van typen remmen, versnellingen en lagers"),
                    *can(
                        "kan maten en schroefdraad bepalen",
                        "past de voorschriften van de fabrikant toe",
                    ),
                ],
                work_processes=[
                    node(
                        "1.1",
                        "Neemt de fiets aan en stelt de diagnose",
                        description=text(
                            "De fietstechnicus bevraagt de klant, maakt een proefrit en loopt de "
                            "controlelijst na. Hij schat de kosten en vult de werkkaart in."
                        ),
                        result=text(
                            "Een werkkaart waarop staat wat er aan de fiets moet gebeuren."
                        ),
                        competencies=[
                            competency(
                                "M",
                                "Analyseren",
                                ["Gegevens controleren", "Conclusies trekken"],
                                "De fietstechnicus vergelijkt de klacht met wat hij tijdens de "
                                "proefrit waarneemt en stelt de juiste diagnose.",
                            ),
                            competency(
                                "R",
                                "Op de behoeften en verwachtingen van de klant richten",
                                ["Behoeften en verwachtingen achterhalen"],
                                "De fietstechnicus vraagt waarvoor de fiets wordt gebruikt en "
                                "houdt daar in zijn voorstel rekening mee.",
                            ),
                        ],
                        knowledge_and_skills=can("kan een prijsopgave maken"),
                    ),
                    node(
                        "1.2",
                        "Stelt onderdelen af en vervangt ze",
                        description=text(
                            "De fietstechnicus demonteert wat nodig is, vervangt versleten delen "
                            "en stelt remmen, lagers en versnelling af."
                        ),
                        result=text("Een fiets die veilig en soepel rijdt."),
                        competencies=[
                            competency(
                                "K",
                                "Vakdeskundigheid toepassen",
                                ["Vakspecifieke manuele vaardigheden aanwenden"],
                                "De fietstechnicus monteert zonder beschadigingen en met het "
                                "voorgeschreven moment.",
                            ),
                            competency(
                                "L",
                                "Materialen en middelen inzetten",
                                ["Geschikte materialen en middelen kiezen"],
                                "De fietstechnicus kiest onderdelen die passen bij merk en "
                                "bouwjaar.",
                                "De fietstechnicus voert oude onderdelen gescheiden af.",
                            ),
                        ],
                        knowledge_and_skills=[
                            *know("kent de slijtagegrenzen van ketting en tandwielen"),
                            *can("beheerst het richten van wielen"),
                        ],
                    ),
                    node("1.3", "Zoekt storingen in elektrische systemen"),
                    node(
                        "1.4",
                        "Controleert de fiets en levert deze af",
                        description=text(
                            "De fietstechnicus maakt een proefrit, werkt de werkkaart bij en legt "
                            "de klant uit wat er is gedaan."
                        ),
                        result=text("Een klant die begrijpt waarvoor hij betaalt."),
                        competencies=[
                            competency(
                                "T",
                                "Instructies en procedures opvolgen",
                                ["Werken conform voorgeschreven procedures"],
                                "De fietstechnicus loopt de eindcontrole volledig na, ook als "
                                "het druk is.",
                            )
                        ],
                    ),
                ],
            ),
            node(
                "2",
                "Maakt nieuwe fietsen rijklaar",
                description=text(
                    "De fietstechnicus pakt fietsen uit, monteert stuur, pedalen en accessoires en "
                    "stelt de fiets af op de klant. Hij registreert framenummer en sleutels."
                ),
                responsibility_and_autonomy=text(
                    "De fietstechnicus voert deze kerntaak zelfstandig uit."
                ),
                complexity=text("De werkzaamheden zijn eenvoudig en verlopen volgens een lijst."),
                knowledge_and_skills=[
                    *know("weet welke verlichting en reflectoren verplicht zijn"),
                    *can("kan zadel en stuur afstellen op de lichaamsmaat"),
                ],
            ),
        ],
        unplaced=[{"label": "Niveau van de beroepsuitoefening", "text": text(_LEVEL)}],
    ),
)
