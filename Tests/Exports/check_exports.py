#!/usr/bin/env python3
"""Reads what `shareledger export` writes with tools nobody here wrote, and compares every balance at ten dates.

A ledger of 20,000 events is exported to hledger, Beancount and CSV. Both tools have to accept it without a complaint,
and hledger, Beancount and a sum over the CSV rows have to come to what `shareledger balance` says: to the fen, for every
account, in every commodity, for the whole ledger and as known in its middle.

Usage: check_exports.py [TOOL]; TOOL is .build/debug/shareledger unless given. `hledger` is found on the path,
`bean-check` and `bean-query` beside the Python that runs this.
"""

import csv
import datetime
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

EVENT_COUNT = 20_000
DATE_COUNT = 10
ROOTS = {"Assets", "Liabilities", "Equity", "Income", "Expenses"}


def run(*arguments):
    """Standard output of a command that has to succeed and say nothing on standard error."""
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stderr}{done.stdout[:2000]}")
    return done.stdout


def minor_units(number, commodity):
    amount = Decimal(number) * (100 if commodity == "CNY" else 1)
    assert amount == amount.to_integral_value(), (number, commodity)
    return int(amount)


def account_of_hledger(name):
    keep = {"25", "3A"}
    return re.sub("%([0-9A-F]{2})", lambda m: m[0] if m[1] in keep else chr(int(m[1], 16)), name)


def account_of_beancount(name):
    root, family, *parts = name.split(":")
    assert root in ROOTS, name

    def part(component):
        text = component[1:] if component.startswith("Z") else component
        text = re.sub("-(-|[0-9A-F]{2})", lambda m: "-" if m[1] == "-" else chr(int(m[1], 16)), text)
        return text.replace("%", "%25").replace(":", "%3A")

    return ":".join([family[0].lower() + family[1:]] + [part(p) for p in parts])


def ledger_balances(tool, ledger, day, known):
    rows = json.loads(run(tool, "balance", ledger, "--json", "--at", day, *known))
    return {(r["account"], r["commodity"]): int(r["amount"]) for r in rows if int(r["amount"])}


def hledger_balances(path, day):
    text = run("hledger", "-f", path, "balance", "--flat", "--no-total", "--end", day + datetime.timedelta(1), "-O", "csv")
    found = {}
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        for amount in row[1].split(", "):
            if amount == "0":
                continue
            number, commodity = amount.split(" ")
            found[account_of_hledger(row[0]), commodity] = minor_units(number, commodity)
    return found


def beancount_balances(bin_path, path, day):
    query = f"SELECT account, currency, sum(number) AS total WHERE date <= {day} GROUP BY account, currency"
    found = {}
    for row in csv.DictReader(io.StringIO(run(f"{bin_path}/bean-query", "-f", "csv", path, query))):
        row = {key: value.strip() for key, value in row.items()}
        amount = minor_units(row["total"], row["currency"])
        if amount:
            found[account_of_beancount(row["account"]), row["currency"]] = amount
    return found


def csv_balances(path, day):
    found = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["day"] <= str(day):
                key = row["account"], row["commodity"]
                found[key] = found.get(key, 0) + int(row["amount"])
    return {key: amount for key, amount in found.items() if amount}


def compare(what, day, expected, found):
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key, 0) != found.get(key, 0):
            sys.exit(f"{what} on {day}: {key}: {found.get(key, 0)}, the ledger says {expected.get(key, 0)}")


def check(tool, bin_path, folder, ledger, known):
    paths = {name: f"{folder}/export.{name}" for name in ("hledger", "beancount", "csv")}
    for name, path in paths.items():
        run(tool, "export", ledger, "--format", name, "-o", path, *known)
    run("hledger", "-f", paths["hledger"], "check", "--strict")
    run(f"{bin_path}/bean-check", paths["beancount"])
    with open(paths["csv"], newline="", encoding="utf-8") as file:
        days = sorted({row["day"] for row in csv.DictReader(file)})
    first, last = (datetime.date.fromisoformat(day) for day in (days[0], days[-1]))
    compared = 0
    for step in range(1, DATE_COUNT + 1):
        day = first + (last - first) * step // DATE_COUNT
        expected = ledger_balances(tool, ledger, day, known)
        compare("hledger", day, expected, hledger_balances(paths["hledger"], day))
        compare("beancount", day, expected, beancount_balances(bin_path, paths["beancount"], day))
        compare("csv", day, expected, csv_balances(paths["csv"], day))
        compared += len(expected)
    commodities = {commodity for _, commodity in expected}
    assert commodities == {"CNY", "SEC", "NUM"}, commodities
    return compared


def main():
    tool = sys.argv[1] if len(sys.argv) > 1 else ".build/debug/shareledger"
    bin_path = os.path.dirname(sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/city"
        run(tool, "demo", ledger, "--events", EVENT_COUNT)
        whole = check(tool, bin_path, folder, ledger, [])
        known = check(tool, bin_path, folder, ledger, ["--known", EVENT_COUNT // 2])
    print(f"{whole + known} balances are the same in the ledger, hledger, Beancount and the sums of the CSV")


if __name__ == "__main__":
    main()
