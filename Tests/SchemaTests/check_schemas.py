#!/usr/bin/env python3
"""Checks Schemas/ with a JSON Schema validator that is not ours.

    python3 -m pip install -r Tests/SchemaTests/requirements.txt
    python3 Tests/SchemaTests/check_schemas.py

Needs Python 3.11 or later. Every schema is valid JSON Schema 2020-12, every reference resolves, every example is
accepted, every negative example in invalid/ is refused, and the x- keywords the Swift types are made from are
consistent across all files. Prints the failures and a count; exits with 1 when there is a failure.
"""

import json
import sys
from datetime import datetime
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

FOLDER = Path(__file__).resolve().parent
SCHEMAS = FOLDER.parent.parent / "Schemas"
TYPES_ID = "urn:shareledger:schema:types"
FIRST_CODE = {"parties": 101, "resources": 201, "use": 301, "money": 401, "vouchers": 501, "oversight": 601, "privacy": 901}
NEGATIVE_COUNT_MIN = 4

FORMATS = FormatChecker(formats=["date"])


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value):
    """The pattern of `instant` fixes the form; this asks the calendar and the clock."""
    return not isinstance(value, str) or datetime.fromisoformat(value) is not None


class Report:
    """Counts what held and keeps what did not."""

    def __init__(self):
        self.passed = 0
        self.failures = []

    def expect(self, holds, message):
        if holds:
            self.passed += 1
        else:
            self.failures.append(message)


def unique_members(pairs):
    """Refuses a name that stands twice in an object, which Python's reader would let pass."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(f"a name stands twice among {[name for name, _ in pairs]}")
    return members


def read(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique_members)
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: {error}")


def references(node):
    """All `$ref` values below a node."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def check_schema(report, registry, name, schema):
    """The schema against the metaschema, and its references. Answers whether data can be checked against it."""
    failures_before = len(report.failures)
    try:
        Draft202012Validator.check_schema(schema)
        report.expect(True, "")
    except SchemaError as error:
        report.expect(False, f"{name}: is not JSON Schema 2020-12: {error.message}")
    resolver = registry.resolver(base_uri=schema["$id"])
    for reference in references(schema):
        try:
            resolver.lookup(reference)
            report.expect(True, "")
        except Unresolvable:
            report.expect(False, f"{name}: {reference} leads nowhere")
    return len(report.failures) == failures_before


def check_object(report, name, node, tag_kinds):
    """What the generator reads from an object's properties."""
    properties = node["properties"]
    report.expect(node.get("additionalProperties") is False, f"{name}: lets unknown fields pass")
    unknown = set(node["required"]) - set(properties)
    report.expect(not unknown, f"{name}: requires unknown fields {sorted(unknown)}")
    keys = [field.get("x-key") for field in properties.values()]
    report.expect(keys == list(range(1, len(keys) + 1)), f"{name}: x-keys are {keys}, not 1, 2, 3 …")
    for field_name, field in properties.items():
        where = f"{name}: {field_name}"
        report.expect(field.get("description", "").endswith("."), f"{where} has no sentence as description")
        if "x-tag" in field:
            target = field.get("items", field).get("$ref", "")
            report.expect(target.endswith(("#/$defs/id", "#/$defs/sealed")), f"{where} has an x-tag and is no id")
            report.expect(field["x-tag"] in tag_kinds, f"{where}: {field['x-tag']} is not among x-tagKinds")


def check_event(report, wire_name, schema, tag_kinds):
    """The members every event type's schema has."""
    report.expect(schema["$id"] == f"urn:shareledger:schema:{wire_name}:1", f"{wire_name}: $id is {schema['$id']}")
    for member in ["title", "description", "x-article"]:
        report.expect(schema.get(member), f"{wire_name}: has no {member}")
    first = FIRST_CODE.get(schema["x-group"], 0)
    in_group = first <= schema["x-code"] < first + 99
    report.expect(in_group, f"{wire_name}: code {schema['x-code']} is not one of {schema['x-group']}")
    report.expect(len(schema["examples"]) == 1, f"{wire_name}: has {len(schema['examples'])} examples, not one")
    check_object(report, wire_name, schema, tag_kinds)


def check_examples(report, registry, wire_name, schema):
    """The golden example passes; a negative example breaks exactly one rule, so that it is refused for its reason."""
    validator = Draft202012Validator(schema, registry=registry, format_checker=FORMATS)
    for example in schema["examples"]:
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(example)]
        report.expect(not errors, f"{wire_name}: its example is refused: {errors}")
        for code in credit_codes(example):
            report.expect(has_check_digit(code), f"{wire_name}: {code} has a wrong check digit")
    negatives = read(FOLDER / "invalid" / f"{wire_name}.json")
    report.expect(len(negatives) >= NEGATIVE_COUNT_MIN, f"{wire_name}: has only {len(negatives)} negative examples")
    for negative in negatives:
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(negative["data"])]
        why = negative["why"]
        report.expect(len(errors) == 1, f"{wire_name}: \"{why}\" gave {len(errors)} errors, not 1: {errors}")


CREDIT_CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_codes(node):
    """All texts that look like a unified social credit code: 18 of its digits, the first a registering authority's."""
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for value in node:
            yield from credit_codes(value)
    elif isinstance(node, str) and len(node) == 18 and node[0] in "159" and set(node) <= set(CREDIT_CODE_DIGITS):
        yield node


def has_check_digit(code):
    """GB 32100-2015: the digits weighted with 3^place, and the check digit with 1, add up to a multiple of 31."""
    weighted = sum(CREDIT_CODE_DIGITS.index(digit) * pow(3, place, 31) for place, digit in enumerate(code[:17]))
    return CREDIT_CODE_DIGITS[-weighted % 31] == code[17]


def main():
    report = Report()
    types = read(SCHEMAS / "types.json")
    events = {path.parent.name: read(path) for path in sorted(SCHEMAS.glob("*/1.json"))}
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in [types, *events.values()]
    )
    tag_kinds = types["x-tagKinds"]

    report.expect(types["$id"] == TYPES_ID, f"types.json: $id is {types['$id']}")
    report.expect(len(set(tag_kinds.values())) == len(tag_kinds), "types.json: x-tagKinds uses a code twice")
    check_schema(report, registry, "types.json", types)
    for name, node in types["$defs"].items():
        check_schema(report, registry, f"types.json: {name}", {"$id": TYPES_ID, **node})
        if "properties" in node:
            check_object(report, f"types.json: {name}", node, tag_kinds)

    codes = {}
    used_kinds = set()
    for wire_name, schema in events.items():
        other = codes.setdefault(schema["x-code"], wire_name)
        report.expect(other == wire_name, f"{wire_name}: code {schema['x-code']} is already that of {other}")
        used_kinds |= {field["x-tag"] for field in schema["properties"].values() if "x-tag" in field}
        check_event(report, wire_name, schema, tag_kinds)
        if check_schema(report, registry, wire_name, schema):
            check_examples(report, registry, wire_name, schema)

    unused = set(tag_kinds) - used_kinds
    report.expect(not unused, f"types.json: no event has tags of kind {sorted(unused)}")
    strays = {path.stem for path in (FOLDER / "invalid").glob("*.json")} - set(events)
    report.expect(not strays, f"invalid/ has files for no event type: {sorted(strays)}")

    for failure in report.failures:
        print(failure)
    print(f"{len(events)} event types: {report.passed} passed, {len(report.failures)} failed")
    return 1 if report.failures or not events else 0


if __name__ == "__main__":
    sys.exit(main())
