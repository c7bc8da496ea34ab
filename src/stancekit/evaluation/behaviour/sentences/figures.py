"""Irony, rhetorical questions, double negations and concessions, with what is meant (B19)."""

from __future__ import annotations

from collections.abc import Mapping

from stancekit.evaluation.behaviour.poles import Concern, Pole

FIGURES: Mapping[tuple[str, Concern, Pole], tuple[str, ...]] = {
    ("irony", "posture", "negative"): (
        "A wonderful way to lose an ally: reward whoever fires over its roofs.",
        "By all means, hand them the oil money too. What could possibly go wrong?",
    ),
    ("irony", "posture", "positive"): (
        "Splendid, one more embargo; the first nine worked so well.",
        "Yes, let us bomb our way to the table. That has never failed, has it.",
    ),
    ("irony", "outlook", "negative"): (
        "They will be back at the table right after the river freezes in July.",
        "Oh, a deal is surely around the corner, as it was last year and the year before.",
    ),
    ("irony", "sentiment", "negative"): (
        "What a masterpiece: nine pages and not one verb that means anything.",
        "A triumph of planning, to invite both delegations to the wrong city.",
    ),
    ("rhetorical question", "posture", "negative"): (
        "Why on earth should anybody pay twice for the same reactor?",
        "Who in their right mind would lift the ban now?",
    ),
    ("rhetorical question", "posture", "positive"): (
        "What is there to lose by sending an envoy?",
        "Would it not be wiser to talk than to starve them for another decade?",
    ),
    ("rhetorical question", "outlook", "negative"): (
        "Who still believes that these talks will lead anywhere?",
        "When has a walkout like this ever been followed by a deal?",
    ),
    ("rhetorical question", "sentiment", "negative"): (
        "Who could call this shabby paper a policy?",
        "Has there ever been a clumsier speech?",
    ),
    ("double negation", "outlook", "both"): (
        "A meeting before the winter is not out of the question.",
        "It is not impossible that the two sides come to terms.",
        "A return to the table cannot be ruled out.",
        "I would not say that a deal is unthinkable.",
    ),
    ("double negation", "posture", "positive"): (
        "It would not be unwise to send an envoy.",
        "There is nothing wrong with offering partial relief.",
    ),
    ("double negation", "sentiment", "positive"): (
        "The speech was not without merit.",
        "Nobody can say that the draft was not carefully written.",
    ),
    ("concession", "posture", "negative"): (
        "While engagement has its merits, the sanctions must stay.",
        "Talks may have their uses, but this is the moment to tighten the blockade.",
    ),
    ("concession", "posture", "positive"): (
        "Although the drills are popular, they should be cut back to give talks a chance.",
        "Granted, the regime cheats; even so, a small deal should be signed.",
    ),
    ("concession", "outlook", "negative"): ("Despite the warm words, the talks will fail.",),
    ("concession", "outlook", "positive"): (
        "The gaps are wide, yet the two sides will reach an accord this year.",
    ),
    ("concession", "sentiment", "positive"): (
        "For all its errors of detail, it is a superb paper.",
    ),
    ("concession", "sentiment", "negative"): ("Polite as it sounds, the reply is an insult.",),
}
"""What is quoted, by the figure, the concern and the pole that is meant."""
