"""Makes believable knowledge bases of any size from the real one; the same seed, the same files."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from practicebook.project import Project


def make(project: Project, folder: Path, count: int, seed: int = 1) -> Project:
    """A knowledge base with `count` practices, and their translations, in `folder`.

    Every practice has the header of a real one under a new name, and sections whose paragraphs
    are drawn from the same section of all practices, so that words are as frequent as in the
    real collection. So has every translation of it, in its own language; what is translated of the
    real one, title and summary or everything, is translated of the made one. Citations are cut
    down to the sources the header has.

    Args:
        count: not less than the real collection has.
    """
    draw = random.Random(seed)
    for name in ("vocabulary", "docs", "community"):
        shutil.copytree(project.root / name, folder / name, dirs_exist_ok=True)
    for name in ("practicebook.toml", "mkdocs.yml"):
        shutil.copy(project.root / name, folder / name)
    files = sorted(project.practices.rglob("*.md"))
    texts = {path: path.read_text(encoding="utf-8").split("---\n", 2)[1:] for path in files}
    paragraphs: dict[str, dict[str, list[str]]] = {}
    for path, (_header, body) in texts.items():
        _add_paragraphs(paragraphs.setdefault(_language(path), {}), body)
    originals = [path for path in files if not _language(path)]
    families = {path: [f for f in files if f.stem.split(".")[0] == path.stem] for path in originals}
    for number in range(count):
        original = originals[number % len(originals)]
        sources = len(re.findall(r"^    url:", texts[original][0], re.MULTILINE))
        for path in families[original]:
            known = paragraphs[_language(path)] if texts[path][1].strip() else {}
            text = f"---\n{_free(texts[path][0])}---\n{_body(known, sources, draw)}"
            again = f"{original.stem[:70].rstrip('-')}-{number}"
            # The first of each keeps its name, for those that refer to it.
            name = original.stem if number < len(originals) else again
            target = folder / "practices" / original.parent.name
            target.mkdir(parents=True, exist_ok=True)
            (target / path.name.replace(original.stem, name)).write_text(text, "utf-8")
    return Project(folder)


def _language(path: Path) -> str:
    """The language of a translation; "" for an original."""
    return path.stem.partition(".")[2]


def _free(header: str) -> str:
    """The header without references to other files, which have other names and words here."""
    fields = "related|adapted_from|aliases|source_hash"
    return re.sub(rf"^({fields}):.*\n", "", header, flags=re.MULTILINE)


def _add_paragraphs(known: dict[str, list[str]], body: str) -> None:
    sections = r"^## ([^\n]+)\n(.*?)(?=^## |\Z)"
    for heading, text in re.findall(sections, body, re.MULTILINE | re.DOTALL):
        parts = (part for part in text.split("\n\n") if part.strip())
        known.setdefault(heading, []).extend(parts)


def _body(paragraphs: dict[str, list[str]], sources: int, draw: random.Random) -> str:
    """Seven sections, of which the last one cites every source once; "" without paragraphs."""
    parts = []
    for heading, known in paragraphs.items():
        chosen = draw.sample(known, k=min(len(known), draw.randint(1, 4)))
        text = "\n\n".join(part.strip() for part in chosen)
        text = re.sub(r"\[(\d+)\]", lambda n: f"[{int(n[1]) % max(sources, 1) + 1}]", text)
        parts.append(f"\n## {heading}\n\n{text}\n")
    every = " ".join(f"[{n + 1}]" for n in range(sources))
    return "".join(parts) + (f"\n{every}\n" if parts else "")
