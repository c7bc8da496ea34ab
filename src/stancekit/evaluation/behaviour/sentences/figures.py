"""Irony, rhetorical questions, double negations and concessions, with what is meant."""

from __future__ import annotations

from stancekit.evaluation.behaviour.poles import Concern, Pole

Figure = tuple[str, str, Concern, Pole]
"""The figure, what is quoted with it, and what is meant."""

FIGURES: tuple[Figure, ...] = (
    (
        "irony",
        "A wonderful way to lose an ally: reward whoever fires over its roofs.",
        "posture",
        "negative",
    ),
    (
        "irony",
        "By all means, hand them the oil money too. What could possibly go wrong?",
        "posture",
        "negative",
    ),
    ("irony", "Splendid, one more embargo; the first nine worked so well.", "posture", "positive"),
    (
        "irony",
        "Yes, let us bomb our way to the table. That has never failed, has it.",
        "posture",
        "positive",
    ),
    (
        "irony",
        "They will be back at the table right after the river freezes in July.",
        "outlook",
        "negative",
    ),
    (
        "irony",
        "Oh, a deal is surely around the corner, as it was last year and the year before.",
        "outlook",
        "negative",
    ),
    (
        "irony",
        "What a masterpiece: nine pages and not one verb that means anything.",
        "sentiment",
        "negative",
    ),
    (
        "irony",
        "A triumph of planning, to invite both delegations to the wrong city.",
        "sentiment",
        "negative",
    ),
    (
        "rhetorical question",
        "Why on earth should anybody pay twice for the same reactor?",
        "posture",
        "negative",
    ),
    (
        "rhetorical question",
        "Who in their right mind would lift the ban now?",
        "posture",
        "negative",
    ),
    ("rhetorical question", "What is there to lose by sending an envoy?", "posture", "positive"),
    (
        "rhetorical question",
        "Would it not be wiser to talk than to starve them for another decade?",
        "posture",
        "positive",
    ),
    (
        "rhetorical question",
        "Who still believes that these talks will lead anywhere?",
        "outlook",
        "negative",
    ),
    (
        "rhetorical question",
        "When has a walkout like this ever been followed by a deal?",
        "outlook",
        "negative",
    ),
    ("rhetorical question", "Who could call this shabby paper a policy?", "sentiment", "negative"),
    ("rhetorical question", "Has there ever been a clumsier speech?", "sentiment", "negative"),
    (
        "double negation",
        "A meeting before the winter is not out of the question.",
        "outlook",
        "both",
    ),
    (
        "double negation",
        "It is not impossible that the two sides come to terms.",
        "outlook",
        "both",
    ),
    ("double negation", "A return to the table cannot be ruled out.", "outlook", "both"),
    ("double negation", "I would not say that a deal is unthinkable.", "outlook", "both"),
    ("double negation", "It would not be unwise to send an envoy.", "posture", "positive"),
    (
        "double negation",
        "There is nothing wrong with offering partial relief.",
        "posture",
        "positive",
    ),
    ("double negation", "The speech was not without merit.", "sentiment", "positive"),
    (
        "double negation",
        "Nobody can say that the draft was not carefully written.",
        "sentiment",
        "positive",
    ),
    (
        "concession",
        "While engagement has its merits, the sanctions must stay.",
        "posture",
        "negative",
    ),
    (
        "concession",
        "Talks may have their uses, but this is the moment to tighten the blockade.",
        "posture",
        "negative",
    ),
    (
        "concession",
        "Although the drills are popular, they should be cut back to give talks a chance.",
        "posture",
        "positive",
    ),
    (
        "concession",
        "Granted, the regime cheats; even so, a small deal should be signed.",
        "posture",
        "positive",
    ),
    ("concession", "Despite the warm words, the talks will fail.", "outlook", "negative"),
    (
        "concession",
        "The gaps are wide, yet the two sides will reach an accord this year.",
        "outlook",
        "positive",
    ),
    ("concession", "For all its errors of detail, it is a superb paper.", "sentiment", "positive"),
    ("concession", "Polite as it sounds, the reply is an insult.", "sentiment", "negative"),
)
"""B19."""
