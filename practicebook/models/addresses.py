"""Addresses of public pages, and what is wrong with one that is not.

The same rules hold for addresses in headers and in the text. Nothing is ever fetched.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import Annotated
from urllib.parse import unquote, urlsplit

from practicebook.models.base import Checked, is_name, wrong
from practicebook.vocabulary import nearest

LONGEST = 2_000
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_DANGEROUS = {"javascript", "data", "vbscript", "file", "blob", "about"}
_LOCAL = (".local", ".localhost", ".internal", ".lan", ".home", ".invalid", ".test")


def fault_of(address: str) -> tuple[str, dict[str, object]] | None:
    """What is wrong with an address: the code of a rule and what it quotes, or None.

    >>> fault_of("https://example.org/a")
    >>> fault_of("JaVaScript:alert(1)")[0]
    'link-dangerous'
    """
    if len(address) > LONGEST:
        return "link-too-long", {"size": len(address), "limit": LONGEST}
    plain = "".join(c for c in unquote(address) if c.isprintable() and not c.isspace())
    scheme = _SCHEME.match(plain)
    name = scheme.group(1).lower() if scheme else ""
    if name in _DANGEROUS:
        return "link-dangerous", {"given": address}
    if name not in ("http", "https") or not address.lower().startswith(f"{name}://"):
        return "link-scheme", {"given": address, **_mended(address, name)}
    return _fault_of_host(address)


def _mended(address: str, scheme: str) -> dict[str, object]:
    """The address with the beginning it probably should have, or the practice it means."""
    file = address.rsplit("/", 1)[-1]
    if file.endswith(".md") and is_name(file.removesuffix(".md")):
        return {"practice": file.removesuffix(".md")}
    rest = re.sub(r"^[a-zA-Z]*:?/*", "", address) if scheme else address.lstrip("/")
    host = re.split(r"[/?#]", rest)[0]
    guess = not scheme or nearest(scheme, ("https", "http")) is not None
    public = re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) and not re.search(r"\s", rest)
    return {"better": f"https://{rest}"} if guess and public else {}


def _fault_of_host(address: str) -> tuple[str, dict[str, object]] | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
        parts.port  # noqa: B018 - reading it raises for an impossible port
    except ValueError:
        return "link-scheme", {"given": address}
    if "@" in parts.netloc:
        # The password is not repeated: messages are public.
        secret = parts.netloc.rpartition("@")[0]
        return "link-password", {"given": address.replace(secret, "***", 1)}
    if _is_private(host):
        return "link-private", {"given": address}
    if any(_mixes_alphabets(label) for label in host.split(".")):
        return "link-letters", {"given": address}
    return None


def _is_private(host: str) -> bool:
    """Whether a host is not a public name: numbers, one word, or a name used inside networks."""
    try:
        ipaddress.ip_address(host)
        return True
    except ValueError:
        numeric = re.fullmatch(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+))*", host) is not None
        return numeric or "." not in host or host.endswith(_LOCAL)


def _mixes_alphabets(label: str) -> bool:
    if label.startswith("xn--"):
        # How letters outside a to z travel in an address; readers see the letters.
        label = label.removeprefix("xn--").encode().decode("punycode", "replace")
    letters = [unicodedata.name(c, "").split(" ")[0] for c in label if c.isalpha()]
    return len(set(letters)) > 1


def _check(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("wants-text")
    text = value.strip()
    if not text:
        raise wrong("empty-field")
    if fault := fault_of(text):
        raise wrong(fault[0], **fault[1])
    return text


Address = Annotated[str, Checked(_check, {"type": "string", "format": "uri"})]
