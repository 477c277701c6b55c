"""COLO, 2005: no work processes; legitimation in two rows; criteria for process and result."""

from tests.core_tasks.shape import Subject, criteria, node, profile, text

SUBJECT = Subject(
    "imker",
    "colo",
    "De imker",
    profile(
        name="Bedrijfsimker",
        code="AGR 014",
        version="02",
        status="concept",
        date="2005-11-24",
        steering_body="Stichting Groene Vakken (SGV)",
        developed_by=["Stichting Groene Vakken, team veehouderij", "Vakgroep Bijenhouderij"],
        source_documents=[
            {"text": "Bijenhouderij in cijfers; Vakgroep Bijenhouderij (2003)", "year": 2003},
            {"text": "Functieonderzoek bestuivingsbedrijven, april 2004", "year": 2004},
            {"text": "Handboek bijenziekten, derde druk"},
        ],
        legitimations=[
            {
                "text": "Toetsingscommissie Colo op 6 oktober 2005",
                "body": "Toetsingscommissie Colo",
                "date": "2005-10-06",
                "aspect": "format",
            },
            {"text": "", "aspect": "content"},
        ],
        job_titles=["Imker", "Bedrijfsimker", "Bestuivingsimker"],
        related_occupations=["Teler kasgroenten", "Fruitteler", "Dierverzorger"],
        career_prospects=text(
            "De bedrijfsimker kan doorgroeien naar bedrijfsleider van een bestuivingsbedrijf. "
            "Anderen specialiseren zich in koninginnenteelt of worden adviseur van telers."
        ),
        description={
            "work_environment": text(
                "De bedrijfsimker werkt in de open lucht, in de kas en in de slingerruimte. "
                "De volken staan verspreid over tientallen standplaatsen, zodat er veel gereisd "
                "wordt. In het voorjaar zijn lange dagen en nachtelijke transporten gewoon.",
                "Bedrijven zijn klein: meestal werkt de eigenaar met één of twee medewerkers en "
                "in het seizoen met hulpkrachten.",
            ),
            "attitude": text(
                "Een goede bedrijfsimker:",
                [
                    "beweegt rustig en laat zich door steken niet van de wijs brengen;",
                    "neemt scherp waar en trekt geen overhaaste conclusies;",
                    "houdt zich aan afspraken met telers, ook buiten kantoortijd.",
                ],
            ),
            "role_and_responsibilities": text(
                "De bedrijfsimker draagt de zorg voor de gezondheid van de volken en voor de "
                "kwaliteit van de bestuiving. Hij stuurt hulpkrachten aan en legt verantwoording "
                "af aan de eigenaar van het bedrijf."
            ),
            "complexity": text(
                "Geen volk is gelijk en het weer laat zich niet plannen. De bedrijfsimker moet "
                "met beperkte gegevens beslissen over voeren, splitsen en verplaatsen, en ziet "
                "het gevolg van zijn keuze vaak pas weken later."
            ),
        },
        trends={
            "developments": [
                {
                    "dimension": "economic",
                    "title": "Economische ontwikkelingen",
                    "text": text(
                        "De vraag naar bestuiving in kassen groeit, terwijl de prijs van honing "
                        "onder druk staat door invoer. Bestuiving is daarmee voor veel bedrijven "
                        "de belangrijkste bron van inkomsten."
                    ),
                },
                {
                    "dimension": "ecological",
                    "title": "Ecologische ontwikkelingen",
                    "text": text(
                        "De varroamijt is in het hele land aanwezig. Het aanbod van stuifmeel "
                        "neemt in de zomer af, waardoor volken vaker moeten worden bijgevoerd."
                    ),
                },
            ]
        },
        core_tasks=[
            node(
                "1",
                "Verzorgt bijenvolken",
                description=text(
                    "De bedrijfsimker controleert de volken volgens een vast rooster. Hij kijkt "
                    "naar broed, voer en ziekteverschijnselen en grijpt in als dat nodig is.",
                    "Een controle verloopt zo:",
                    (
                        "het volk met rook tot rust brengen;",
                        "de ramen één voor één nazien;",
                        "de bevindingen op de volkkaart noteren.",
                    ),
                ),
                role_and_responsibilities=text(
                    "De bedrijfsimker werkt alleen en beslist zelf over de behandeling. Bij een "
                    "vermoeden van vuilbroed waarschuwt hij de eigenaar en de keuringsdienst."
                ),
                complexity=text(
                    "De complexiteit zit in het herkennen van afwijkingen die in het begin "
                    "nauwelijks zichtbaar zijn."
                ),
                stakeholders=text("Eigenaar, hulpkrachten, bijengezondheidscoördinator."),
                tools=text(
                    [
                        "beroker, beitel en kap;",
                        "volkkaarten;",
                        "toegelaten bestrijdingsmiddelen tegen mijten.",
                    ]
                ),
                quality=text(
                    "De volken zijn sterk en gezond aan het begin van de dracht. Op de "
                    "volkkaart is te zien wat er wanneer is gedaan."
                ),
                dilemmas=text(
                    "De bedrijfsimker moet kiezen tussen behandelen, met verlies van honing, en "
                    "afwachten, met het risico dat het volk de winter niet haalt."
                ),
            ),
            node(
                "2",
                "Levert bestuiving aan telers",
                description=text(
                    "De bedrijfsimker bespreekt met de teler hoeveel volken nodig zijn en wanneer "
                    "de bloei begint. Hij vervoert de kasten in de nacht, plaatst ze verspreid in "
                    "het gewas en controleert of de bijen vliegen. Na de bloei haalt hij de "
                    "volken terug en beoordeelt hij hun conditie."
                ),
                role_and_responsibilities=text(
                    "De bedrijfsimker is het aanspreekpunt voor de teler en is verantwoordelijk "
                    "voor levering op de afgesproken dag."
                ),
                complexity=text(
                    "De planning is complex: bloei, weer en bespuitingen wijken vaak af van wat "
                    "is afgesproken."
                ),
                stakeholders=text("Telers, chauffeurs, collega-imkers, veilingmeester."),
                tools=text("Aanhanger, spanbanden, rode lamp, contract en plaatsingsplan."),
                quality=text(
                    "Op elke standplaats staan voldoende vliegbijen. Tijdens het transport "
                    "ontsnappen er geen bijen en blijft de temperatuur in de kast beheerst."
                ),
                dilemmas=text(
                    [
                        "het belang van de teler of de gezondheid van het volk;",
                        "doorrijden in de ochtendzon of de levering een nacht uitstellen.",
                    ]
                ),
                consequence_of_error=text(
                    "Komen de volken te laat, dan mist de teler de zetting en is een deel van "
                    "de oogst verloren."
                ),
            ),
            node(
                "3",
                "Oogst en verwerkt honing",
                description=text(
                    "De bedrijfsimker neemt rijpe ramen af, slingert de honing en zeeft deze. "
                    "Hij laat de honing klaren, roert zo nodig en tapt af in potten of emmers."
                ),
                role_and_responsibilities=text(
                    "De bedrijfsimker is verantwoordelijk voor hygiëne en etikettering."
                ),
                complexity=text("De werkzaamheden zijn van geringe complexiteit."),
                stakeholders=text("Hulpkrachten, winkeliers, keuringsdienst."),
                tools=text("Slinger, zeven, rijpvaten, refractometer, etiketten."),
                quality=text(
                    "De honing bevat niet te veel vocht en is vrij van resten. Elke partij is te "
                    "herleiden tot een standplaats."
                ),
                dilemmas=text(
                    "De bedrijfsimker weegt af hoeveel honing hij oogst en hoeveel hij als "
                    "wintervoer in de kast laat."
                ),
            ),
        ],
        core_challenges=[
            node(
                "1",
                "Opbrengst of overwintering",
                description=text(
                    "De bedrijfsimker staat voor de opgave om een rendabele hoeveelheid honing te "
                    "oogsten en de volken toch sterk de winter in te laten gaan."
                ),
            ),
            node(
                "2",
                "Teler of bij",
                description=text(
                    "De bedrijfsimker staat voor de opgave om de teler op tijd te bedienen, ook "
                    "wanneer in het gewas middelen zijn gebruikt die schadelijk zijn voor bijen."
                ),
            ),
        ],
        competencies=[
            criteria(
                "1",
                "Volken beoordelen",
                "De bedrijfsimker is in staat om de toestand van een volk snel en zonder "
                "onnodige verstoring vast te stellen.",
                [
                    "opent de kast op een geschikt moment van de dag;",
                    "herkent afwijkend broed en neemt een monster;",
                    "noteert zijn bevindingen direct.",
                ],
                [
                    "De volkkaarten zijn volledig en actueel.",
                    "Ziekten worden gemeld voordat zij zich verspreiden.",
                ],
            ),
            criteria(
                "2",
                "Plannen en organiseren",
                "De bedrijfsimker is in staat om verzorging, transport en oogst over het seizoen "
                "te verdelen.",
                [
                    "stemt de route af op bloei en weer;",
                    "regelt op tijd hulpkrachten en vervoer.",
                ],
                ["Alle standplaatsen zijn binnen de afgesproken termijn bezocht."],
            ),
            criteria(
                "3",
                "Zakelijk overleggen",
                "De bedrijfsimker is in staat om met telers heldere afspraken te maken.",
                [
                    "vraagt door naar gebruik van middelen;",
                    "legt afspraken vast in een contract.",
                ],
                ["Teler en imker weten wat zij van elkaar mogen verwachten."],
            ),
        ],
        competency_matrix=[
            {"competency": 0, "task": 0, "value": "x"},
            {"competency": 1, "task": 0, "value": "x"},
            {"competency": 1, "task": 1, "value": "x"},
            {"competency": 2, "task": 1, "value": "x"},
            {"competency": 1, "task": 2, "value": "x"},
        ],
    ),
)
