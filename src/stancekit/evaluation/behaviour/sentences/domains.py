"""Sentences from other subjects, with what they mean on each axis (B23)."""

from __future__ import annotations

from collections.abc import Mapping

from stancekit.evaluation.behaviour.poles import Pole

DOMAINS: Mapping[str, Mapping[tuple[Pole, Pole], tuple[str, ...]]] = {
    "Iran": {
        ("positive", "absent"): (
            "Europe should let the oil through in return for camera footage",
            "the Gulf capitals should open a channel on tanker traffic",
        ),
        ("negative", "absent"): (
            "the centrifuge halls ought to be cut off from all spare parts",
            "the Guards' banks must be cut off for good",
        ),
        ("absent", "positive"): (
            "the two delegations will agree on a text by June",
            "the detainees will be home by the new year as part of a wider deal",
        ),
        ("absent", "negative"): (
            "the inspectors will find the gates at Natanz locked",
            "the round in Muscat will end without a paper",
        ),
        ("absent", "absent"): (
            "the cap of that year stood at 3.67 per cent",
            "the tanker was built in Ulsan",
        ),
    },
    "trade": {
        ("positive", "absent"): (
            "the chip rules should be loosened in return for gallium",
            "the soybean quota should be traded for market access",
        ),
        ("negative", "absent"): (
            "the duties on batteries ought to be tripled until the subsidies stop",
            "Chinese lithium firms must be shut out of every tender",
        ),
        ("absent", "positive"): (
            "the truce on duties will be prolonged in November",
            "the commerce ministers will leave Madrid with a text",
        ),
        ("absent", "negative"): (
            "another round of duties will follow within weeks",
            "the talks on rare earths will break down over licences",
        ),
        ("absent", "absent"): (
            "the tariff schedule has ninety-six chapters",
            "the port handles four million containers",
        ),
    },
    "cross-strait": {
        ("positive", "absent"): (
            "Taipei should invite the mainland's students back",
            "both shores should reopen the coast guard hotline",
        ),
        ("negative", "absent"): (
            "Taipei ought to buy two more missile boats",
            "the mainland's media must be kept off the island",
        ),
        ("absent", "positive"): (
            "the ferry link will be restored by the Lantern Festival",
            "the semi-official bodies will resume their meetings",
        ),
        ("absent", "negative"): (
            "the next drill will come within hours of the speech",
            "the median line will be crossed more often this year",
        ),
        ("absent", "absent"): (
            "the strait is a hundred miles wide",
            "the treaty of that year left the islands' status open",
        ),
    },
    "health": {
        ("absent", "absent"): (
            "wards should ease their visiting hours step by step",
            "the ban on the additive ought to stay",
            "the vaccine will be approved in the spring",
            "a new wave of the fever is likely before the winter",
            "nurses should be offered a phased pay rise",
            "the trial will fail for want of patients",
            "the waiting lists will shrink by autumn",
            "the clinic has forty beds",
            "the inspectors must come back to the laboratory",
            "smokers should be made to pay for every further scan",
            "the two hospitals will agree on a joint ward",
            "the insulin shortage will end in a deadlock between makers",
        ),
    },
}
"""Clauses by their subject, and by their posture and outlook."""
