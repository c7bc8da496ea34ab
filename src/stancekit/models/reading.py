"""What a family is shown of a passage: options that families share."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

TargetReading = Literal["segment", "marked", "both", "none"]


class MaskOptions(BaseModel):
    """What is hidden from a model.

    `mask_names` hides all other names and the numbers too, for a model that has to carry over to
    other disputes, countries and years.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    mask_speaker: bool = True
    mask_names: bool = False


class ReadingOptions(MaskOptions):
    """What a network is shown of a passage.

    `target` says how it learns what is spoken of: as a second ``segment``, ``marked`` in the text
    with a mark on either side, ``both``, or not at all (``none``).
    """

    target: TargetReading = "segment"

    @property
    def reading(self) -> ReadingOptions:
        """These options alone, without what else a family's options hold."""
        return ReadingOptions(
            mask_speaker=self.mask_speaker, mask_names=self.mask_names, target=self.target
        )
