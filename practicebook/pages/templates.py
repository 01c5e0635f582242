"""The templates of pages filled with values, everything escaped.

The only module that knows Jinja2.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from practicebook.language import Language

FOLDER = Path(__file__).parent / "templates"


@cache
def _environment(code: str) -> Environment:
    language = Language.of(code)
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        language.gettext, language.ngettext, newstyle=False
    )
    environment.globals.update(
        counted=language.counted, language=language, ready=Markup, code=language.code
    )
    return environment


def fill(template: str, language: Language, **values: object) -> str:
    """The HTML of a template.

    Args:
        template: name of a file in the folder of templates.
        language: language of its fixed words.
        values: what its gaps are filled with; a gap without a value is an error of the template.
    """
    return _environment(language.code).get_template(template).render(**values)
