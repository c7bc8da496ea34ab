"""Round trip with annotation tools: passages out, labels in, ids and annotators kept."""

from stancekit.corpus.exchange.formats import (
    TOOLS,
    Tool,
    export_tasks,
    import_annotations,
    import_tasks,
    tool_configuration,
)
from stancekit.corpus.exchange.merging import Merged, annotations_text, merge_annotations
from stancekit.corpus.exchange.source import read_passages
from stancekit.corpus.exchange.tasks import Task

__all__ = [
    "TOOLS",
    "Merged",
    "Task",
    "Tool",
    "annotations_text",
    "export_tasks",
    "import_annotations",
    "import_tasks",
    "merge_annotations",
    "read_passages",
    "tool_configuration",
]
