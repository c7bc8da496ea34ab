"""The verb ``doctor``: what is there, and what is missing on this machine."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Annotated

import typer

from stancekit.cli.streams import console, print_json


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `needed` says whether stancekit cannot do without it."""

    name: str
    ok: bool
    needed: bool
    found: str
    advice: str = ""


def doctor(
    *, as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False
) -> None:
    """Look at packages, extras, disk and store; exit status 1 if one needed is missing."""
    findings = [*_packages(), _python(), _disk(), _store()]
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        _print_findings(findings)
    if any(finding.needed and not finding.ok for finding in findings):
        sys.exit(1)


def _packages() -> list[Finding]:
    """Look up every requirement of the installed stancekit, extras included."""
    from packaging.requirements import Requirement

    findings = []
    for line in requires("stancekit") or []:
        requirement = Requirement(line)
        extra = _extra(requirement)
        what = requirement.name if extra is None else f"{requirement.name} [{extra}]"
        install = "stancekit" if extra is None else f"'stancekit[{extra}]'"
        found = _installed(requirement.name)
        ok = found is not None and requirement.specifier.contains(found, prereleases=True)
        wanted = f"wanted {requirement.specifier}; pip install {install}"
        findings.append(
            Finding(what, ok, extra is None, found or "not installed", "" if ok else wanted)
        )
    return findings


def _extra(requirement: object) -> str | None:
    marker = str(getattr(requirement, "marker", None) or "")
    _, found, rest = marker.partition("extra == ")
    return rest.split()[0].strip("\"')") if found else None


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _python() -> Finding:
    ok = sys.version_info >= (3, 11)
    advice = "" if ok else "install Python 3.11 or later"
    return Finding("python", ok, True, platform.python_version(), advice)


def _disk() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    advice = "" if free > 1 else "free some space: models and runs are written here"
    return Finding("free disk here", free > 1, False, f"{free:.1f} GB", advice)


def _store() -> Finding:
    uri = os.environ.get("MLFLOW_TRACKING_URI")
    if uri is not None:
        from stancekit.prediction.address import without_password

        return Finding("MLflow store", True, False, without_password(uri))
    writable = os.access(Path.cwd(), os.W_OK)
    advice = "" if writable else "go to a directory you may write in, or set MLFLOW_TRACKING_URI"
    return Finding("MLflow store", writable, True, "sqlite:///mlflow.db here", advice)


def _print_findings(findings: list[Finding]) -> None:
    from rich.table import Table

    table = Table("", "what", "found", "what to do")
    for finding in findings:
        mark = "ok" if finding.ok else ("MISSING" if finding.needed else "absent")
        table.add_row(mark, finding.name, finding.found, finding.advice)
    console().print(table)
