"""Invented institutes and outlets, and what reporters add of their own."""

from __future__ import annotations

INSTITUTES = (
    "the Hangang Forum for Strategic Dialogue",
    "the Calderwick Institute",
    "the Seto Bay Policy Center",
    "the Red Delta Institute",
    "the University of Quillmere",
    "the Namsan Security Research Council",
    "the Northgate Center for Arms Control",
    "Lingshan University",
    "the Pentland Institute of International Affairs",
    "the Harbour Foundation",
    "the Teluk Biru Institute in Jakarta",
    "the Kopenick School of Diplomacy in Berlin",
    "the Hanoi-based Lotus Dike Centre",
    "the Seoul-based Bukhan Policy Forum",
    "the Tokyo-based Musashi Research Group",
    "the Washington-based Corbel Project",
)
OUTLETS = (
    "the Harbour Ledger",
    "the Quillmere Courier",
    "the Northgate Post",
    "Delta Radio",
    "the Musashi Shimbun",
    "the Hangang Daily",
)
BACKGROUND = (
    "The ferries stopped running in March after the port workers walked out.",
    "The two governments have not exchanged envoys since the spring.",
    "Trade across the river fell by a third in the first quarter.",
    "The crossing, a narrow bridge of steel and timber, was closed for most of the winter.",
    "About 400 families live along the stretch of coast that the patrols cover.",
    "The embargo dates from the first year of the war.",
    "The liaison office has stood empty since last June.",
    "The last meeting of the two delegations was held in Geneva.",
    "The treaty was signed in 2019 and has been renewed twice.",
    "The sanctions committee publishes its report twice a year.",
    "The island lies some forty miles off the coast.",
    "The first round of talks took place eleven years ago.",
)
