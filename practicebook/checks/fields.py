"""The header of a draft becomes a model, or the problems why not.

The only module that knows which of pydantic's errors is which rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeVar, get_origin

from pydantic import BaseModel, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from practicebook.checks import between
from practicebook.drafts import Draft
from practicebook.models import Content, Practice, inner_model
from practicebook.problems import Problem, Word
from practicebook.rules import RULES
from practicebook.vocabulary import Vocabulary, nearest

C = TypeVar("C", bound=Content)
_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "model_type": "wants-group",
    "dict_type": "wants-group",
    "tuple_type": "wants-list",
    "string_type": "wants-text",
}
# Names that steer the program which makes the pages; as fields of a header they mean nothing here.
STEERING = frozenset(
    {"template", "icon", "hide", "search", "status", "tags", "date", "slug", "draft", "layout"}
)


def check(
    draft: Draft, model: type[C], vocabulary: Vocabulary, **computed: object
) -> tuple[C, list[Problem]]:
    """Makes the model of a draft.

    Args:
        draft: the file.
        model: the kind of content it should be.
        vocabulary: what words are checked against.
        computed: fields that are not written by hand.

    Returns:
        The model, and all problems of the header. Where a value cannot stand the model is only a
        partial view, for further checks: the field is None, or empty when it may be left out.
    """
    problems = [_computed(draft, name) for name in draft.header if name in model.computed]
    header = {key: value for key, value in draft.header.items() if key not in model.computed}
    context = {"vocabulary": vocabulary}
    try:
        made = model.model_validate({**header, **computed}, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        problems.extend(_problem(draft, model, detail, vocabulary) for detail in details)
        wrong = {detail["loc"][0] for detail in details}
        right = {key: value for key, value in header.items() if key not in wrong}
        made = _partial(model).model_validate({**right, **computed}, context=context)
    problems.extend(between.check(draft, made, label_of))
    return made, problems


@cache
def _partial(model: type[C]) -> type[C]:
    """The model with no field that must be there."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required():
            parts = (field.annotation, *field.metadata, Field(title=field.title))
            fields[name] = (Annotated[parts], None)
    return create_model(model.__name__, __base__=model, **fields)


def is_lost(draft: Draft, made: Content, name: str) -> bool:
    """Whether a field was written, but its value could not stand."""
    return name in draft.header and name not in made.model_fields_set


def _computed(draft: Draft, name: str) -> Problem:
    gives = {"country": country_of(draft)} if name == "country" else {}
    return draft.problem("computed-field", draft.line_of((name,)), name, given=name, **gives)


def country_of(draft: Draft) -> str:
    """The country of a practice: the folder of its file."""
    return draft.file.split("/")[-2].upper()


def _problem(
    draft: Draft, model: type[Content], detail: ErrorDetails, vocabulary: Vocabulary
) -> Problem:
    # pydantic marks the name of an entry, as against its value, with a step of its own.
    path = tuple(step for step in detail["loc"] if step != "[key]")
    code = detail["type"] if detail["type"] in RULES else _CODES.get(detail["type"], "wants-text")
    values: dict[str, object] = {k: v for k, v in detail.get("ctx", {}).items() if k != "code"}
    inner = _model_at(model, path[:-1])
    last = str(path[-1])
    if code == "unknown-field":
        values["given"] = last
        if last in STEERING:
            code = "computed-field"
        elif near := nearest(last, [n for n in inner.model_fields if n not in inner.computed]):
            values["nearest"] = near
        elif inner is Practice and nearest(last, ["country"]):
            values["country"] = country_of(draft)
    if code == "wants-text" and draft_value(draft.header, path) == "":
        code = "empty-field"
    if code in (
        "missing-field",
        "empty-field",
        "too-few",
        "wants-list",
        "wants-group",
        "wants-text",
    ):
        values.update(_example(inner, last, code, vocabulary))
    if label := label_of(model, path):
        values["label"] = label
    return draft.problem(code, draft.line_of(path), ".".join(map(str, path)), **values)


def draft_value(header: object, path: Sequence[str | int]) -> object:
    """The value of a header at a path, or None."""
    for step in path:
        if isinstance(header, Mapping):
            header = header.get(step)
        elif isinstance(header, list) and isinstance(step, int) and step < len(header):
            header = header[step]
        else:
            return None
    return header


def label_of(model: type[Content], path: Sequence[str | int]) -> tuple[object, ...]:
    """The labels of a field and what surrounds it, for example ("Sources", 2, "Address")."""
    labels: list[object] = []
    current: type[BaseModel] | None = model
    by_name = False
    for step in path:
        if isinstance(step, int) or by_name:
            labels.append(step + 1 if isinstance(step, int) else step)
            by_name = False
            continue
        field = current.model_fields.get(step) if current else None
        if field is None:
            break
        labels.append(Word(field.title or step))
        current = inner_model(field.annotation)
        by_name = get_origin(field.annotation) is dict
    return tuple(labels)


def _model_at(model: type[Content], path: Sequence[str | int]) -> type[Content]:
    current = model
    for step in path:
        if isinstance(step, str) and step in current.model_fields:
            current = inner_model(current.model_fields[step].annotation) or current
    return current


@cache
def _schema(model: type[Content]) -> dict[str, Any]:
    return model.model_json_schema()


def _example(
    model: type[Content], name: str, code: str, vocabulary: Vocabulary
) -> dict[str, object]:
    """How the field is written, from what the model says about it."""
    schema = _schema(model)
    parts = schema.get("$defs", {})
    if shape := schema["properties"].get(name):
        return {"example": f"{name}: {_example_value(shape, parts, vocabulary)}"}
    # An entry of a list, or of a group whose names are free, is a group of the model itself.
    return {"example": _example_group(schema, parts, vocabulary)} if code == "wants-group" else {}


def _example_group(
    schema: Mapping[str, Any], parts: Mapping[str, Any], vocabulary: Vocabulary
) -> str:
    """The fields that a group must have, or its first two when it may have any."""
    shapes = schema["properties"]
    names = schema.get("required") or [*shapes][:2]
    fields = (f"{name}: {_example_value(shapes[name], parts, vocabulary)}" for name in names)
    return "{" + ", ".join(fields) + "}"


def _example_value(
    shape: Mapping[str, Any], parts: Mapping[str, Any], vocabulary: Vocabulary
) -> str:
    shape = next((s for s in shape.get("anyOf", []) if s.get("type") != "null"), shape)
    if "$ref" in shape:
        return _example_group(parts[shape["$ref"].rsplit("/", 1)[-1]], parts, vocabulary)
    if named := shape.get("patternProperties"):
        return "{fr: " + _example_value(next(iter(named.values())), parts, vocabulary) + "}"
    if "x-terms" in shape:
        return next(iter(vocabulary[shape["x-terms"]].terms))
    if "enum" in shape:
        return str(shape["enum"][0])
    if shape.get("type") == "array":
        entry = _example_value(shape["items"], parts, vocabulary)
        return f"[{entry}]" if entry != "..." else "[..., ...]"
    if shape.get("format") == "uri":
        return "https://example.org/page"
    if "pattern" in shape:
        by_pattern = {
            "^[a-z]{2": "en",
            "^[A-Z]{2": "PL",
            "^[A-Z]{3": "EUR",
            "^[a-z0-9": "pl-lublin",
        }
        return by_pattern.get(shape["pattern"][:8], "2024-03")
    if shape.get("type") in ("number", "integer"):
        return "12" if "minimum" in shape else "2024"
    return "..."
