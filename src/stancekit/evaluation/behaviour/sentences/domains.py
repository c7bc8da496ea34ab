"""Sentences from other subjects, with what they mean on each axis (B23)."""

from __future__ import annotations

from collections.abc import Mapping

from stancekit.evaluation.behaviour.poles import Pole

Told = tuple[str, Pole, Pole]
"""A clause, its posture and its outlook."""

DOMAINS: Mapping[str, tuple[Told, ...]] = {
    "Iran": (
        ("Europe should let the oil through in return for camera footage", "positive", "absent"),
        (
            "the centrifuge halls ought to be put under a blockade of spare parts",
            "negative",
            "absent",
        ),
        ("the Gulf capitals should open a channel on tanker traffic", "positive", "absent"),
        ("the Guards' banks must be cut off for good", "negative", "absent"),
        ("the board of governors will have a text by June", "absent", "positive"),
        ("the inspectors will find the gates at Natanz locked", "absent", "negative"),
        ("the round in Muscat will end without a paper", "absent", "negative"),
        (
            "the detainees will be home by the new year as part of a wider deal",
            "absent",
            "positive",
        ),
        ("the cap of that year stood at 3.67 per cent", "absent", "absent"),
        ("the tanker was built in Ulsan", "absent", "absent"),
    ),
    "trade": (
        ("the chip rules should be loosened in return for gallium", "positive", "absent"),
        (
            "the duties on batteries ought to be tripled until the subsidies stop",
            "negative",
            "absent",
        ),
        ("the soybean quota should be traded for market access", "positive", "absent"),
        ("Chinese lithium firms must be shut out of every tender", "negative", "absent"),
        ("the truce on duties will be prolonged in November", "absent", "positive"),
        ("another round of duties will follow within weeks", "absent", "negative"),
        ("the commerce ministers will leave Madrid with a text", "absent", "positive"),
        ("the talks on rare earths will break down over licences", "absent", "negative"),
        ("the tariff schedule has ninety-six chapters", "absent", "absent"),
        ("the port handles four million containers", "absent", "absent"),
    ),
    "cross-strait": (
        ("Taipei should invite the mainland's students back", "positive", "absent"),
        ("Taipei ought to buy two more missile boats", "negative", "absent"),
        ("both shores should reopen the coast guard hotline", "positive", "absent"),
        ("the mainland's media must be kept off the island", "negative", "absent"),
        ("the ferry link will be restored by the Lantern Festival", "absent", "positive"),
        ("the next drill will come within hours of the speech", "absent", "negative"),
        ("the semi-official bodies will resume their meetings", "absent", "positive"),
        ("the median line will be crossed more often this year", "absent", "negative"),
        ("the strait is a hundred miles wide", "absent", "absent"),
        ("the treaty of that year left the islands' status open", "absent", "absent"),
    ),
    "health": (
        ("wards should ease their visiting hours step by step", "absent", "absent"),
        ("the ban on the additive ought to stay", "absent", "absent"),
        ("the vaccine will be approved in the spring", "absent", "absent"),
        ("a new wave of the fever is likely before the winter", "absent", "absent"),
        ("nurses should be offered a phased pay rise", "absent", "absent"),
        ("the trial will fail for want of patients", "absent", "absent"),
        ("the waiting lists will shrink by autumn", "absent", "absent"),
        ("the clinic has forty beds", "absent", "absent"),
        ("the inspectors must come back to the laboratory", "absent", "absent"),
        ("smokers should be made to pay for every further scan", "absent", "absent"),
        ("the two hospitals will agree on a joint ward", "absent", "absent"),
        ("the insulin shortage will end in a deadlock between makers", "absent", "absent"),
    ),
}
