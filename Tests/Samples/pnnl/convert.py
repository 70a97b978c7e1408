#!/usr/bin/env python3
"""Turns the history of a laboratory's instrument catalogue into ShareLedger events.

    python3 convert.py            reads catalogue_history.tsv, writes pnnl.jsonl
    python3 convert.py --check    recomputes pnnl.jsonl, compares it byte for byte with the committed one, replays that
                                  one, and compares the catalogue with every snapshot, row for row, in every field

The result depends on catalogue_history.tsv alone: no clock, no locale, no randomness. Standard library only.

How the source is read
----------------------
- `observed_at` is the valid time of everything in the row: the moment the laboratory committed the catalogue. The
  truth may be older; the source does not say by how much.
- The laboratory becomes a party (x-PNNL, a unit) at the first observation.
- `added` becomes resource.acquired, `changed` becomes resource.updated with exactly the fields that differ from the
  row before; a field that became empty is cleared with null.
- `instrument_id` is the resource's id, `instrument` its name, `room_number` its location.
- `created` has no time zone. Its day is taken as printed for acceptedOn; the whole value stays an attribute. It is
  the day the row was made, so the 30-day clock of the regulation starts there for want of a better day.
- Kind is equipment and source is other: every row is an instrument, and nothing says how it was acquired. Nothing
  says who paid: funding is empty.
- Every other column is kept as an attribute under its own name (`attributes.NAME` where it changes); an empty value is
  absent.
- `status` is interpreted (see STATUS) as resource.statusChanged, where the interpretation differs from the status
  before; a newly acquired resource is normal. The source's own word stays in the attribute `status`.
"""

import csv
import gzip
import json
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
HISTORY = FOLDER / "catalogue_history.tsv"
SNAPSHOTS = FOLDER / "catalogue_snapshots_even.tsv.gz"
EVENTS = FOLDER / "pnnl.jsonl"

SOURCE = "https://github.com/PNNL-Comp-Mass-Spec/DBSchema_PgSQL_DMS"
UNIT = "x-PNNL"
BEIJING = timezone(timedelta(hours=8))

# Columns with a home in the event; every other column but the first three is an attribute of its own name.
HOMES = {"instrument": "name", "room_number": "location"}
NOT_STATE = ("observed_at", "change", "instrument_id")

# An interpretation: the laboratory's five words in the six of the ledger. PrepHPLC instruments are in service, for
# sample preparation; an instrument that is offline is expected back, one that is inactive is not.
STATUS = {
    "Active": "normal",
    "Broken": "awaitingRepair",
    "Inactive": "retired",
    "Offline": "occasionalFault",
    "PrepHPLC": "normal",
}


# Reading


def table(file):
    """The rows of a tab-separated table as dictionaries; nothing in it is quoted."""
    return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def history():
    with open(HISTORY, encoding="utf-8", newline="") as file:
        return table(file)


def snapshots():
    """The complete catalogue by moment of observation: {observed_at: [row without observed_at]}."""
    result = {}
    with gzip.open(SNAPSHOTS, "rt", encoding="utf-8", newline="") as file:
        for row in table(file):
            result.setdefault(row.pop("observed_at"), []).append(row)
    return result


# Converting


def beijing(instant):
    """An RFC 3339 instant, printed in Beijing time as the ledger prints it."""
    return datetime.fromisoformat(instant).astimezone(BEIJING).isoformat()


def event(observed_at, subject, suffix, wire_type, data):
    """One CloudEvent with its members in canonical order."""
    identifier = f"pnnl-{subject}-{observed_at}-{suffix}"
    if not re.fullmatch("[!-~]{1,64}", identifier):
        raise ValueError(f"not an id: {identifier!r}")
    return {
        "specversion": "1.0",
        "id": identifier,
        "source": SOURCE,
        "type": wire_type,
        "time": beijing(observed_at),
        "datacontenttype": "application/json",
        "actor": UNIT,
        "dataversion": "1",
        "data": data,
    }


def party(observed_at):
    data = {"party": UNIT, "kind": "unit", "legalKind": "institute", "name": "Pacific Northwest National Laboratory"}
    return event(observed_at, UNIT, "registered", "party.registered", data)


def home(column):
    """The field of a resource that a column lives in."""
    return HOMES.get(column, "attributes." + column)


def state(row):
    """What a row says about its instrument, by field: name, location, attributes.NAME and acceptedOn."""
    fields = {home(column): value for column, value in row.items() if column not in NOT_STATE}
    fields["acceptedOn"] = row["created"][:10]
    return fields


def acquired(row):
    fields = state(row)
    data = {
        "resource": row["instrument_id"],
        "unit": UNIT,
        "kind": "equipment",
        "name": fields.pop("name"),
        "funding": [],
        "acceptedOn": fields.pop("acceptedOn"),
        "source": "other",
    }
    location = fields.pop("location")
    if location:
        data["location"] = location
    data["attributes"] = [
        {"name": name.removeprefix("attributes."), "value": value} for name, value in fields.items() if value
    ]
    return event(row["observed_at"], row["instrument_id"], "acquired", "resource.acquired", data)


def updated(row, before):
    old = state(before)
    changes = [{"field": name, "value": value or None} for name, value in state(row).items() if value != old[name]]
    data = {"resource": row["instrument_id"], "changes": changes}
    return event(row["observed_at"], row["instrument_id"], "updated", "resource.updated", data)


def status_changed(row):
    data = {"resource": row["instrument_id"], "status": STATUS[row["status"]]}
    return event(row["observed_at"], row["instrument_id"], "statusChanged", "resource.statusChanged", data)


def events(rows):
    """All events in file order, which is the order of valid time."""
    yield party(rows[0]["observed_at"])
    latest = {}
    for row in rows:
        before = latest.get(row["instrument_id"])
        if (before is None) != (row["change"] == "added"):
            raise ValueError(f"instrument {row['instrument_id']} at {row['observed_at']}: not {row['change']}")
        yield acquired(row) if before is None else updated(row, before)
        if STATUS[row["status"]] != (STATUS[before["status"]] if before else "normal"):
            yield status_changed(row)
        latest[row["instrument_id"]] = row


def lines(rows):
    return "".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) + "\n" for e in events(rows))


# Checking: a replay that knows nothing of the conversion but the names of the homes


def fold(resources, line):
    """Applies one event to {resource: {field: value}}."""
    kind, data = line["type"], line["data"]
    if kind == "resource.acquired":
        if data["resource"] in resources:
            raise ValueError(f"{line['id']}: acquired twice")
        own = {"attributes." + attribute["name"]: attribute["value"] for attribute in data["attributes"]}
        resources[data["resource"]] = {**data, **own, "interpreted": "normal"}
    elif kind == "resource.updated":
        for change in data["changes"]:
            resources[data["resource"]][change["field"]] = change["value"]
    elif kind == "resource.statusChanged":
        resources[data["resource"]]["interpreted"] = data["status"]


def row_of(resource, columns):
    """A resource in the shape of a snapshot's row."""
    row = {column: resource.get(home(column)) or "" for column in columns}
    row["instrument_id"] = resource["resource"]
    return row


def compare(moment, resources, expected):
    """Raises when the catalogue differs from a snapshot in any row or field; answers the number of fields compared."""
    columns = list(expected[0])
    found = {identifier: row_of(resource, columns) for identifier, resource in resources.items()}
    wanted = {row["instrument_id"]: row for row in expected}
    if len(wanted) != len(expected):
        raise ValueError(f"{moment}: the snapshot names an instrument twice")
    for identifier in sorted(found.keys() | wanted.keys(), key=int):
        if found.get(identifier) != wanted.get(identifier):
            raise ValueError(f"{moment}: {identifier}: {found.get(identifier)} is not {wanted.get(identifier)}")
        resource, word = resources[identifier], wanted[identifier]["status"]
        if resource["interpreted"] != STATUS[word]:
            raise ValueError(f"{moment}: {identifier}: {word} became {resource['interpreted']}")
        if resource["acceptedOn"] != resource["attributes.created"][:10]:
            raise ValueError(f"{moment}: {identifier}: accepted on {resource['acceptedOn']}")
    return len(wanted) * len(columns)


def check():
    text = EVENTS.read_text(encoding="utf-8")
    if text != lines(history()):
        raise ValueError(f"{EVENTS.name} is not what convert.py makes of {HISTORY.name}")
    replay = [json.loads(line) for line in text.splitlines()]
    if len({line["id"] for line in replay}) != len(replay):
        raise ValueError("an id is used twice")
    times = [datetime.fromisoformat(line["time"]) for line in replay]
    if times != sorted(times):
        raise ValueError("the events are not in order of valid time")
    resources, position, rows, fields = {}, 0, 0, 0
    catalogues = sorted(snapshots().items(), key=lambda item: datetime.fromisoformat(item[0]))
    for moment, expected in catalogues:
        while position < len(replay) and times[position] <= datetime.fromisoformat(moment):
            fold(resources, replay[position])
            position += 1
        fields += compare(moment, resources, expected)
        rows += len(expected)
    print(f"{len(replay)} events; {len(catalogues)} snapshots equal: {rows} rows, {fields} fields")


def main(arguments):
    if arguments == ["--check"]:
        check()
    elif not arguments:
        EVENTS.write_text(lines(history()), encoding="utf-8")
    else:
        sys.exit("usage: convert.py [--check]")


if __name__ == "__main__":
    main(sys.argv[1:])
