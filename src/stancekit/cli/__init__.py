"""The command line: verbs over the rooms."""

from stancekit.cli.app import main

__all__ = ["main"]
