"""Makes believable knowledge bases of any size from the real one; the same seed, the same files."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from practicebook.project import Project


def make(project: Project, folder: Path, count: int, seed: int = 1) -> Project:
    """A knowledge base with `count` practices in `folder`.

    Every practice has the header of a real one under a new name, and sections whose paragraphs
    are drawn from the same section of all practices, so that words are as frequent as in the
    real collection. Citations are cut down to the sources the header has.
    """
    draw = random.Random(seed)
    for name in ("vocabulary", "docs", "community"):
        shutil.copytree(project.root / name, folder / name, dirs_exist_ok=True)
    for name in ("practicebook.toml", "mkdocs.yml"):
        shutil.copy(project.root / name, folder / name)
    originals = sorted(p for p in project.practices.rglob("*.md") if "." not in p.stem)
    headers = [path.read_text(encoding="utf-8").split("---\n", 2)[1] for path in originals]
    bodies = [path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in originals]
    paragraphs = _paragraphs(bodies)
    for number in range(count):
        original = originals[number % len(originals)]
        target = folder / "practices" / original.parent.name
        target.mkdir(parents=True, exist_ok=True)
        header = _header(headers[number % len(originals)])
        sources = len(re.findall(r"^    url:", header, re.MULTILINE))
        text = f"---\n{header}---\n{_body(paragraphs, sources, draw)}"
        (target / f"{original.stem[:70].rstrip('-')}-{number}.md").write_text(text, "utf-8")
    return Project(folder)


def _header(header: str) -> str:
    """The header without references to other practices, which have other names here."""
    return re.sub(r"^(related|adapted_from|aliases):.*\n", "", header, flags=re.MULTILINE)


def _paragraphs(bodies: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for body in bodies:
        for heading, text in re.findall(
            r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", body, re.MULTILINE | re.DOTALL
        ):
            found.setdefault(heading, []).extend(
                part for part in text.split("\n\n") if part.strip()
            )
    return found


def _body(paragraphs: dict[str, list[str]], sources: int, draw: random.Random) -> str:
    """Seven sections; the last sentence of Lessons cites every source once."""
    parts = []
    for heading, known in paragraphs.items():
        chosen = draw.sample(known, k=min(len(known), draw.randint(1, 4)))
        text = "\n\n".join(part.strip() for part in chosen)
        text = re.sub(r"\[(\d+)\]", lambda n: f"[{int(n[1]) % max(sources, 1) + 1}]", text)
        parts.append(f"\n## {heading}\n\n{text}\n")
    every = " ".join(f"[{n + 1}]" for n in range(sources))
    return "".join(parts) + f"\nMore is told by all of the sources {every}.\n"
