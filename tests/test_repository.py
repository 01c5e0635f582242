"""What the repository promises to those who clone it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from practicebook.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def tracked() -> list[Path]:
    """Files under git, or all files where there is no git."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"practicebook {command}" in README


def test_the_two_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("site", "test"):
        assert f"make {target}" in README
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_version_has_a_hash_and_no_address(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    entries = re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE)[1:]
    assert len(entries) > 40
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_is_locked_for_use_is_locked_alike_for_tests() -> None:
    def versions(name: str) -> set[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9-]+==[^ ]+", text, re.MULTILINE))

    assert versions("requirements.lock") <= versions("requirements-dev.lock")


def test_actions_are_pinned_to_a_commit_and_may_only_read() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"uses: *(\S+)", text)
        assert used
        assert [action for action in used if not re.search(r"@[0-9a-f]{40}$", action)] == []
        assert re.search(r"^permissions:\n  contents: read\n", text, re.MULTILINE)
        assert "secrets." not in text
        assert "pull_request_target" not in text


def test_no_private_address_and_no_path_of_one_machine_is_committed() -> None:
    mail = re.compile(r"[\w.+-]+@(?!example\.)[\w-]+\.(?!example)[a-z]{2,}")
    path = re.compile(r"(?<![\w.])/(?:home|Users|root)/\w+")
    found = []
    for file in tracked():
        if file.suffix in {".lock", ".json"} or "tests" in file.parts:
            continue
        text = file.read_text(encoding="utf-8")
        found += [(file.name, match) for match in mail.findall(text) + path.findall(text)]
    assert found == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    """Templates, styles and scripts of the theme name no other host to load from."""
    loading = re.compile(r"""(?:src|href|url\(|import)\s*[=(]?\s*["']?https?://""")
    for file in (ROOT / "practicebook").rglob("*"):
        if file.suffix in {".html", ".css", ".js"}:
            assert not loading.search(file.read_text(encoding="utf-8")), file


def test_nothing_generated_is_committed() -> None:
    assert [path for path in tracked() if path.is_relative_to(ROOT / "build")] == []
