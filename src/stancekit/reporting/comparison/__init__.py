"""The report on models that were compared on the same rows: page, Markdown and JSON."""
