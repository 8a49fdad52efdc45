"""A strict reader of the part of JSON Schema that `whole_file.schema.json` uses; an unknown word of it is an error."""

import json
import re
from pathlib import Path

SCHEMA = json.loads(Path("network/whole_file.schema.json").read_text())
KINDS = {
    "object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "null": type(None),
}  # fmt: skip
KNOWN = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "pattern", "required",
    "properties", "additionalProperties", "items",
}  # fmt: skip


def faults(value, schema=SCHEMA, at="$"):
    """Where the value is not as the schema says; empty when all is well."""
    if unknown := set(schema) - KNOWN:
        return [f"{at}: the schema says {unknown}"]
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], at)
    found = [*_of_itself(value, schema, at)]
    if isinstance(value, dict) and not found:
        found += _of_object(value, schema, at)
    if isinstance(value, list) and "items" in schema:
        for place, one in enumerate(value):
            found += faults(one, schema["items"], f"{at}[{place}]")
    return found


def _of_itself(value, schema, at):
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield f"{at}: {type(value).__name__} is none of {kinds}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r}"


def _is(value, kind):
    return isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _of_object(value, schema, at):
    found = [f"{at}: no {name}" for name in schema.get("required", []) if name not in value]
    told = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    for name, one in value.items():
        if name in told:
            found += faults(one, told[name], f"{at}.{name}")
        elif rest is False:
            found.append(f"{at}.{name}: not in the schema")
        elif rest is not True:
            found += faults(one, rest, f"{at}.{name}")
    return found
