"""COLO, 2008: five short core tasks; challenges of one sentence; criteria in one list."""

from tests.core_tasks.shape import Subject, criteria, node, profile, text

SUBJECT = Subject(
    "pianostemmer",
    "colo",
    "De pianostemmer",
    profile(
        name="Pianostemmer",
        code="MUZ 007",
        version="1.2",
        status="definitief",
        date="2008-04",
        steering_body="Vakcentrum Muziekinstrumenten (VCM)",
        developed_by=["Vakcentrum Muziekinstrumenten"],
        source_documents=[
            {"text": "Rondetafelgesprek stemmers, Zwolle, 14 juni 2007", "year": 2007},
            {"text": "Branchemonitor muziekvakhandel, Vakcentrum, 2006", "year": 2006},
        ],
        legitimations=[
            {"text": "", "aspect": "format"},
            {
                "text": "Paritaire commissie muziekvakhandel op 3 maart 2008",
                "body": "Paritaire commissie muziekvakhandel",
                "date": "2008-03-03",
                "aspect": "content",
            },
        ],
        job_titles=["Pianostemmer", "Pianotechnicus", "Concertstemmer"],
        related_occupations=["Orgelbouwer", "Vioolbouwer"],
        career_prospects=text(
            "Pianostemmers kunnen doorgroeien naar concertstemmer of werkplaatschef. De meesten "
            "werken na enkele jaren voor eigen rekening."
        ),
        description={
            "work_environment": text(
                "De pianostemmer werkt bij mensen thuis, op scholen, in concertzalen en in de "
                "werkplaats. Hij reist met eigen gereedschap en heeft een vaste kring van "
                "klanten."
            ),
            "attitude": text(
                "De pianostemmer is nauwkeurig, geduldig en voorkomend. Hij werkt geconcentreerd "
                "in een omgeving die niet altijd stil is."
            ),
            "role_and_responsibilities": text(
                "Hij heeft een uitvoerende en adviserende rol. Hij is verantwoordelijk voor het "
                "instrument zolang dat aan hem is toevertrouwd."
            ),
            "complexity": text(
                "Stemmen is een vaardigheid die op het gehoor berust en die jaren oefening "
                "vraagt. Ieder instrument reageert anders op temperatuur en vochtigheid."
            ),
        },
        legal_requirements=text("Niet van toepassing."),
        core_tasks=[
            node(
                "1",
                "Stemt piano's en vleugels",
                description=text(
                    "De pianostemmer legt de stemtoon vast, stemt het middengebied en breidt de "
                    "stemming daarna uit naar bas en discant. Tot slot loopt hij de unisono's na."
                ),
                role_and_responsibilities=text("De pianostemmer werkt alleen."),
                complexity=text("Oude snaren en losse stempennen maken het werk onvoorspelbaar."),
                stakeholders=text("Klant, huisgenoten, toneelmeester."),
                tools=text("Stemhamer, wiggen, stemvork, meetapparaat."),
                quality=text("De stemming is zuiver en blijft ten minste een half jaar stabiel."),
                dilemmas=text(
                    "Moet hij het instrument in één keer op hoogte brengen, met kans op een "
                    "gesprongen snaar, of in twee bezoeken?"
                ),
            ),
            node(
                "2",
                "Reguleert het mechaniek",
                description=text(
                    "De pianostemmer stelt aanslag, uitloop en demping af tot het toucher "
                    "gelijkmatig is."
                ),
                role_and_responsibilities=text(
                    "De pianostemmer bepaalt zelf welke onderdelen hij afstelt en meldt wat "
                    "vervangen moet worden."
                ),
                stakeholders=text("Klant, pianist, leverancier van onderdelen."),
                tools=text(["regelsleutels;", "gewichten en meetlatjes;", "stelvilt."]),
                quality=text("Het toucher is over het hele klavier gelijk."),
                dilemmas=text(
                    "De smaak van de pianist kan afwijken van wat technisch het beste is."
                ),
            ),
            node(
                "3",
                "Herstelt onderdelen",
                description=text(
                    "De pianostemmer vervangt snaren, hamerkoppen en vilt. Kleine reparaties doet "
                    "hij ter plaatse, grotere in de werkplaats."
                ),
                role_and_responsibilities=text(
                    "Hij maakt vooraf een begroting en houdt zich daaraan."
                ),
                complexity=text("Voor oude merken zijn onderdelen schaars."),
                stakeholders=text("Klant, collega's in de werkplaats."),
                tools=text("Lijm, snaardraad, boren, draaibank."),
                quality=text("De reparatie is duurzaam en past bij de waarde van het instrument."),
            ),
            node(
                "4",
                "Adviseert over aankoop en onderhoud",
                description=text(
                    "De pianostemmer taxeert instrumenten, adviseert over plaatsing en "
                    "luchtvochtigheid en begeleidt klanten bij aankoop."
                ),
                stakeholders=text("Particulieren, scholen, winkels."),
                quality=text("Het advies is onafhankelijk en begrijpelijk."),
                dilemmas=text(
                    [
                        "een eerlijk oordeel of een gunstige verkoop;",
                        "het budget van de klant of de kwaliteit die hij zoekt.",
                    ]
                ),
            ),
            node(
                "5",
                "Beheert de eigen praktijk",
                description=text(
                    "De pianostemmer plant bezoeken, houdt een klantenbestand bij en verzorgt "
                    "facturen en inkoop."
                ),
                tools=text("Agenda, klantenbestand, boekhoudprogramma."),
                quality=text("Afspraken worden nagekomen en de administratie is op orde."),
            ),
        ],
        core_challenges=[
            node(
                "",
                "Wanneer is een instrument het stemmen niet meer waard, en hoe zegt hij dat?",
            ),
            node("", "Hoe verdeelt hij zijn tijd tussen vaste klanten en spoedgevallen?"),
        ],
        competencies=[
            criteria(
                "1",
                "Zuiver stemmen",
                "De pianostemmer is in staat om op het gehoor een gelijkzwevende stemming aan te "
                "brengen.",
                [
                    "controleert de stemtoon voordat hij begint;",
                    "hoort zwevingen en corrigeert ze;",
                    "zet stempennen zo dat de snaar niet terugloopt.",
                ],
            ),
            criteria(
                "2",
                "Technisch analyseren",
                "De pianostemmer is in staat om de oorzaak van een storing in het mechaniek te "
                "vinden.",
                [
                    "gaat stap voor stap na waar de beweging stokt;",
                    "onderscheidt slijtage van verkeerde afstelling.",
                ],
            ),
            criteria(
                "3",
                "Klantgericht handelen",
                "De pianostemmer is in staat om klanten te adviseren zonder eigenbelang.",
                [
                    "noemt voor- en nadelen van een reparatie;",
                    "geeft vooraf een prijs.",
                ],
            ),
        ],
        competency_matrix=[
            {"competency": 0, "task": 0, "value": "A"},
            {"competency": 1, "task": 1, "value": "A"},
            {"competency": 1, "task": 2, "value": "B"},
            {"competency": 2, "task": 2, "value": "B"},
            {"competency": 1, "task": 3, "value": "A"},
            {"competency": 2, "task": 3, "value": "A"},
            {"competency": 2, "task": 4, "value": "B"},
        ],
        unplaced=[
            {
                "label": "Werktijden",
                "text": text(
                    "Er wordt veel in de avond en in het weekend gewerkt, vlak voor concerten."
                ),
            }
        ],
    ),
)
