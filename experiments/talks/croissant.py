"""The Croissant description of data/talks: what each file and each column is.

The vocabulary is that of Croissant 1.0 (Akhtar et al. 2024), https://docs.mlcommons.org/croissant/.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

NAME = "croissant.json"
FILES = {
    "passages.jsonl": "One statement a row, with its gold labels and its split.",
    "attributions.jsonl": "One attribution a row, with character offsets into the article.",
    "annotations.csv": "Every label of every annotator.",
    "adjudications.csv": "Decided disagreements, with their reasons.",
}
_FORMATS = {".jsonl": "application/jsonlines", ".csv": "text/csv"}
_COLUMNS = {
    "passages.jsonl": {
        "id": "article_id and the number of the statement in the article",
        "article_id": "the article",
        "cluster_id": "the event that the article reports",
        "paragraph": "index of the body paragraph, from 0",
        "text": "the sentences that carry the statement",
        "speaker": "fullest name in the article, or null",
        "affiliation": "short form, or null",
        "role": "expert, official, spokesperson, politician, media, institution, public, unknown",
        "naming": "named, unnamed_individual, unnamed_group, document",
        "mode": "direct, mixed, indirect, continuation, according_to",
        "outlet": "the invented outlet",
        "date": "the day of the article",
        "subject": "korea, gulf, maritime, trade",
        "split": "train, or test: the articles of 2024 and later",
        "posture": "gold label: which means the speaker advises",
        "outlook": "gold label: what the speaker expects of talks or tension",
        "sentiment": "gold label: whether the wording is favourable",
    },
    "annotations.csv": {
        "id": "the passage",
        "annotator": "who labelled it: a language model's session",
        "axis": "posture, outlook, sentiment",
        "label": "one label of the axis",
    },
    "adjudications.csv": {
        "id": "the passage",
        "axis": "posture, outlook, sentiment",
        "label": "the decided label",
        "reason": "why",
        "status": "resolved, or unclear: the text allows another reading",
    },
}
_TYPES = {"paragraph": "sc:Integer", "date": "sc:Date"}
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant_text(folder: Path, version: str) -> str:
    """Give the description of the files that are in the folder now, as JSON-LD."""
    content = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "stancekit-talks",
        "description": (
            "Invented news analyses with gold blocks, attributions and stances. All of it is "
            "synthetic: texts and labels are by language models."
        ),
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": "https://www.apache.org/licenses/LICENSE-2.0",
        "url": "https://pypi.org/project/stancekit/",
        "version": version,
        "datePublished": "2026-11-28",
        "inLanguage": "en",
        "isLiveDataset": False,
        "citeAs": "stancekit talks, version " + version,
        "creator": {"@type": "sc:Organization", "name": "The stancekit authors"},
        "keywords": ["stance detection", "quotation attribution", "news", "synthetic"],
        "distribution": [_file(folder / name, words) for name, words in FILES.items()],
        "recordSet": [_records(name, columns) for name, columns in _COLUMNS.items()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _file(path: Path, words: str) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "description": words,
        "contentUrl": path.name,
        "contentSize": f"{len(content)} B",
        "encodingFormat": _FORMATS[path.suffix],
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _records(file: str, columns: dict[str, str]) -> dict[str, Any]:
    name = Path(file).stem
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": FILES[file],
        "field": [_field(file, name, column, words) for column, words in columns.items()],
    }


def _field(file: str, records: str, column: str, words: str) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{records}/{column}",
        "name": column,
        "description": words,
        "dataType": _TYPES.get(column, "sc:Text"),
        "source": {"fileObject": {"@id": file}, "extract": {"column": column}},
    }
