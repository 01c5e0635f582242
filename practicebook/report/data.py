"""Problems as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from practicebook.report.told import Told


def data(told: Sequence[Told], files: int) -> str:
    """A JSON document: how many files were looked at, and each problem with its words."""
    problems = [
        {
            "file": problem.file,
            "line": problem.line,
            "field": problem.field,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.sentence,
            "hint": problem.hint,
        }
        for problem in told
    ]
    return json.dumps({"files": files, "problems": problems}, ensure_ascii=False, indent=1) + "\n"
