"""What the generated articles are made of; everything here is invented."""

from __future__ import annotations

INSTITUTES = [
    "Hangang Forum for Strategic Dialogue",
    "Calderwick Institute",
    "Seto Bay Policy Center",
    "Red Delta Institute",
    "University of Quillmere",
    "Namsan Security Research Council",
    "Northgate Center for Arms Control",
    "Lingshan University",
    "Pentland Institute of International Affairs",
    "Harbour Foundation",
]

EXPERTS = [
    "a senior fellow at the {institute}",
    "an analyst at the {institute}",
    "a professor of international relations at the {institute}",
    "a researcher at the {institute} who has followed the talks for a decade",
    "director of the Asia program at the {institute}",
    "who teaches security studies at the {institute}",
    "a visiting scholar at the {institute} and a former envoy",
    "a security specialist with the {institute} in Seoul",
]

OUTLETS = ["the Harbour Ledger", "the Quillmere Courier", "the Northgate Post", "Delta Radio"]

CITIES = ["Seoul", "Harborton", "Geneva", "Tokyo", "Quillmere"]

CLAIMS = [
    "the corridor will reopen before the winter",
    "the ministry is bluffing about the grain quota",
    "sanctions have done little to slow the shipyards",
    "neither side can afford another year of closed ports",
    "a smaller deal on fishing rights would hold",
    "both capitals should send envoys before the harvest",
    "nobody in the delegation expects a breakthrough",
    "the inspectors ought to return without conditions",
    "pressure alone has never moved the council",
    "the truce will not survive a second harvest",
    "the North is preparing to come back to the table",
    "the allies must keep their patrols in place",
    "a freeze on launches is still within reach",
    "the new liaison office could outlast the government that built it",
    "another round of drills would end the talks",
    "there is no appetite for a summit this year",
    "the border villages have more to lose than either army",
    "a phased agreement remains the only workable option",
    "the bank channels need to be shut before any envoy leaves",
    "the timetable was never realistic",
    "working-level meetings are likely to resume by autumn",
    "the two sides have run out of things to trade",
    "Washington will have to choose between verification and speed",
    "this is the weakest hand the regime has held in years",
    "relief should come in small steps",
    "the hotline is worth more than any communique",
    "China will not let the crossing close again",
    "it would be a mistake to lift the embargo now",
]

BACKGROUND = [
    "The ferries stopped running in March after the port workers walked out.",
    "Talks over the fishing grounds broke down last year in Geneva.",
    "The two governments have not exchanged envoys since the spring.",
    "Trade across the river fell by a third in the first quarter.",
    "The crossing, a narrow bridge of steel and timber, was closed for most of the winter.",
    "About 400 families live along the stretch of coast that the patrols cover.",
    "A second round of drills is due to begin in August.",
    "The embargo dates from the first year of the war.",
    "Fuel prices in the border towns have doubled since the closure.",
    "The liaison office stands empty, its windows boarded up.",
    "Parliament votes on the shipping bill next month.",
    "The last meeting of the two delegations ended without a date for another.",
    "Grain has piled up in the warehouses on the southern bank.",
    "The treaty was signed in 2019 and has been renewed twice.",
]

SAID = ["said", "argued", "noted", "warned", "explained", "insisted", "observed", "acknowledged"]
SAYS = ["says", "argues", "notes", "warns", "contends", "believes"]


def capital(clause: str) -> str:
    """Write a clause as the beginning of a sentence."""
    return clause[0].upper() + clause[1:]
