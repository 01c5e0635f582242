"""All ways of telling problems and counts; the caller prints."""

from __future__ import annotations

from practicebook.report.counts import counts
from practicebook.report.data import data
from practicebook.report.github import github
from practicebook.report.plain import plain
from practicebook.report.told import Told, tell

__all__ = ["Told", "counts", "data", "github", "plain", "tell"]
