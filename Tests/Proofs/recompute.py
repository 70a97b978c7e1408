#!/usr/bin/env python3
"""Recomputes a ledger's root and its income, cost and waived balances from its records, with none of its code.
    shareledger export LEDGER --format records --known CHECKPOINT > RECORDS
    shareledger balance LEDGER --json --at 2199-12-31 --known CHECKPOINT > BALANCES
    recompute.py RECORDS CHECKPOINT BALANCES
Needs cbor2 from PyPI. Types and keys are those of Schemas/, the record's layout is in the article Stored bytes.
"""
import base64, hashlib, json, pathlib, struct, sys, cbor2

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "Schemas"
DEFS = json.loads((SCHEMAS / "types.json").read_text())["$defs"]
TYPES = ["charge.assessed", "charge.adjusted", "charge.reversed", "charge.waived", "cost.recorded", "cost.allocated"]

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def root(records):
    stack = []
    for record in records:
        level, node = 0, sha(b"\0", record)
        while stack and stack[-1][0] == level:
            level, node = level + 1, sha(b"\1", stack.pop()[1], node)
        stack.append((level, node))
    node = stack.pop()[1]
    while stack:
        node = sha(b"\1", stack.pop()[1], node)
    return node

def named(item, properties):
    return {name: item[p["x-key"]] for name, p in properties.items() if p["x-key"] in item}

def account(*parts):
    return ":".join(str(part).replace("%", "%25").replace(":", "%3A") for part in parts)

def postings(record, schemas):
    code, length = struct.unpack_from("<H", record, 2)[0], struct.unpack_from("<I", record, 12)[0]
    if code not in schemas:
        return
    name, properties = schemas[code]
    data, component = named(cbor2.loads(record[-length:]), properties), DEFS["costComponent"]["enum"]
    for line in data.get("lines", []):
        line = named(line, DEFS["chargeLine"]["properties"])
        yield account("income", data["unit"], data["pool"], component[line["component"]]), -line["amount"]
    if name == "charge.waived":
        yield account("waived", data["unit"]), data["amount"]
    moves = {"cost.recorded": [("pool", 1)], "cost.allocated": [("toPool", 1), ("fromPool", -1)]}
    for field, sign in moves.get(name, []):
        yield account("cost", data["unit"], data[field], component[data["component"]]), sign * data["amount"]

records = [base64.b64decode(line, validate=True) for line in open(sys.argv[1], "rb").read().split()]
_, size, expected = open(sys.argv[2]).read().split("\n")[:3]
if (len(records), base64.b64encode(root(records)).decode()) != (int(size), expected): sys.exit("another tree")
read = {name: json.loads((SCHEMAS / name / "1.json").read_text()) for name in TYPES}
schemas, sums = {s["x-code"]: (name, s["properties"]) for name, s in read.items()}, {}
for name, amount in (posting for record in records for posting in postings(record, schemas)):
    sums[name] = sums.get(name, 0) + amount
told = {row["account"]: int(row["amount"]) for row in json.load(open(sys.argv[3]))}
told = {name: amount for name, amount in told.items() if name.split(":")[0] in ("income", "cost", "waived")}
if told != {name: amount for name, amount in sums.items() if amount}: sys.exit("other balances")
print(f"the root of {size} records and {len(told)} balances of income, cost and waived are the ledger's")
