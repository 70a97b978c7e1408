#!/usr/bin/env python3
"""Opens what `shareledger … --html` writes in a browser nobody here wrote, and compares every number with `--json`.

A ledger of 12,000 events, with a unit whose id and name try to be markup, is asked for scorecard, ranking, file and
findings in both languages. Headless Chromium opens each page: it must run no script, ask for nothing and say nothing on
its console; its document must consist of harmless elements only; every `<data>` in it must be the value that JSON has in
that place, every bar as long as its number, and the hostile name must be there as text. Then it prints and draws some.

Usage: check_reports.py [TOOL [FOLDER]]; TOOL is .build/debug/shareledger unless given; FOLDER keeps pages, PDF and PNG.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

from browser import Browser
from pages import Page

EVENT_COUNT = 12_000
YEAR = ["--from", "2024-01-01", "--through", "2024-12-31", "--at", "2024-12-31"]
NOW = ["--at", "2025-12-31"]
HOSTILE_ID = "x-<script>alert(1)</script>\"'&amp;"
HOSTILE_NAME = "<script>alert(1)</script> \"quotes' &amp; שלום עולם (א) <img src=x onerror=alert(2)> \u00ad\u180e -->"


def run(*arguments, input=None, status=0):
    done = subprocess.run([str(a) for a in arguments], input=input, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"{arguments}: status {done.returncode}\n{done.stderr}{done.stdout[:2000]}")
    return done.stdout


def visible(text):
    """What the tool shows of a text: nothing invisible, nothing that turns the line around."""
    hidden = {"Cc", "Cf", "Zl", "Zp", "Cs"}
    return "".join(f"\\u{{{ord(c):X}}}" if unicodedata.category(c) in hidden else c for c in text)


def event(type, id, data):
    return json.dumps({
        "specversion": "1.0", "id": id, "source": "urn:hostile", "type": type, "time": "2024-02-01T10:00:00+08:00",
        "datacontenttype": "application/json", "actor": HOSTILE_ID, "dataversion": "1", "data": data})


def party(name):
    return event("party.registered", "party", {
        "party": HOSTILE_ID, "kind": "unit", "legalKind": "university", "name": name})


def make_ledger(tool, ledger):
    run(tool, "demo", ledger, "--events", EVENT_COUNT)
    # Marks that turn a line around are no text at all: the ledger refuses them.
    for mark in "\u202e\u2066\u200f\u061c":
        run(tool, "append", ledger, input=party(f"a{mark}b"), status=1)
    resource = {
        "resource": "H1", "unit": HOSTILE_ID, "kind": "equipment", "name": HOSTILE_NAME, "originalValue": 30_000_000,
        "funding": [{"source": "local", "amount": 30_000_000}], "acceptedOn": "2024-01-31", "source": "purchase"}
    run(tool, "append", ledger, input=party(HOSTILE_NAME) + "\n" + event("resource.acquired", "resource", resource))


def check_facts(page, answer):
    for name, node in page.named("dd"):
        expected = answer[name] if name != "findings" else len(answer["findings"])
        page.same(node, expected, name)


def check_rows(page, tables, rows):
    """Every row of these tables in their order has, in every cell, what the row of the answer has by that name."""
    found = [row for table in tables for row in page.rows(table)]
    assert len(found) == len(rows), (len(found), len(rows))
    for row, expected in zip(found, rows):
        for name, node in row:
            page.same(node, expected[name], name)


def check_scorecard(page, answer):
    check_facts(page, answer)
    cells = {cell["indicator"]: cell for cell in answer["cells"]}
    rows = page.table("cells").all("tr", "data-name")
    assert sorted(row.attributes["data-name"] for row in rows) == sorted(cells)
    for row in rows:
        for node in row.all("td", "data-name"):
            page.same(node, cells[row.attributes["data-name"]][node.attributes["data-name"]], node)
    counted = [cell for cell in answer["cells"] if cell["points"] is not None]
    assert sum(cell["points"] for cell in counted) == answer["total"]
    bars = {bar.attributes["data-name"]: bar for bar in page.drawing("bars").all("g")}
    assert sorted(bars) == sorted(cell["indicator"] for cell in counted)
    for cell in counted:
        check_bar(bars[cell["indicator"]], cell, max(max(c["points"], c["cap"], c["weight"]) for c in counted))
    check_rows(page, [page.table("trend")], answer["trend"])
    assert answer["trend"][-1]["total"] == answer["total"] and len(answer["trend"]) == 12
    marks = [(mark.attributes["data-name"], int(mark.attributes["data-value"])) for mark in page.drawing("trend").all("g")]
    assert marks == [(point["through"], point["total"]) for point in answer["trend"]]
    check_heights(page.drawing("trend").all("circle"), answer["trend"])
    check_hours(page, answer)


def check_bar(bar, cell, scale):
    assert int(bar.attributes["data-value"]) == cell["points"]
    lengths = {box.attributes["class"]: int(box.attributes["width"]) for box in bar.all("rect")}
    for name, points in ("filled", cell["points"]), ("outline", cell["cap"]):
        assert abs(lengths[name] - 860 * points / scale) <= 1, (lengths, cell, scale)


def check_heights(circles, trend):
    """Marks lie on a line through (total, height)."""
    points = [(point["total"], int(circle.attributes["cy"])) for point, circle in zip(trend, circles, strict=True)]
    (low, bottom), (high, top) = min(points), max(points)
    for total, y in points:
        wanted = bottom if high == low else bottom + (top - bottom) * (total - low) / (high - low)
        assert abs(y - wanted) <= 2, points


def check_hours(page, answer):
    rows = {row.attributes["data-name"]: row for row in page.table("hours").all("tr", "data-name")}
    total = sum(int(answer[name]) for name in rows)
    for name, row in rows.items():
        seconds, share = (node for node in row.all("td", "data-name"))
        page.same(seconds, answer[name], name)
        page.same(share, (int(answer[name]) * 20_000 + total) // (2 * total) if total else None, name, " %")
    if total:
        boxes = [box for box in page.drawing("hours").all("rect")]
        assert sum(int(box.attributes["width"]) for box in boxes) == 1_800
        for box in boxes:
            wanted = int(answer[box.attributes["data-name"]])
            assert int(box.attributes["data-value"]) == wanted
            assert abs(int(box.attributes["width"]) - 1_800 * wanted / total) <= 1


def check_ranking(page, answer):
    check_facts(page, answer)
    check_rows(page, [page.table("rows")], answer["rows"])
    bars = [int(bar.attributes["data-value"]) for bar in page.drawing("bars").all("g")]
    assert bars == [row["total"] for row in answer["rows"]][:20]


def check_file(page, answer):
    check_facts(page, answer)
    check_rows(page, page.tables("entries"), answer["entries"])


def check_findings(page, answer):
    check_facts(page, answer)
    check_rows(page, page.tables("findings"), answer["findings"])


def check_sheet(name):
    def check(page, answer):
        check_facts(page, answer)
        check_rows(page, page.tables(name), answer[name])

    return check


def check_certificate(page, text):
    bare = re.sub(r',"certificate":\{.*\}\}\n$', "}\n", text)
    assert bare != text
    digest = hashlib.sha256(bare.encode()).hexdigest()
    certificate = json.loads(text)["certificate"]
    assert certificate["result"] == digest
    printed = page.first("footer").text()
    for value in digest, certificate["root"], certificate["log"], certificate["schemas"]:
        assert value in printed, (value, printed)


def check_page(browser, tool, ledger, folder, language, question, check, more):
    name = f"{question[0]}-{language}" + ("-hostile" if HOSTILE_ID in question else "")
    path = f"{folder}/{name}.html"
    command = [tool, question[0], ledger, *question[1:], "--lang", language]
    with open(path, "w", encoding="utf-8") as file:
        file.write(run(*command, "--html"))
    page = Page(browser.open(path))
    assert page.first("html").attributes["lang"] == {"zh": "zh-CN", "en": "en"}[language]
    text = run(*command, "--json", *more)
    answer = json.loads(text)
    check(page, answer)
    check_certificate(page, text)
    if HOSTILE_ID in question:
        shown = visible(HOSTILE_NAME)
        assert page.first("h1").text() == shown, page.first("h1").text()
        assert page.first("bdi").text() == shown
    page.finish()
    return path, page.compared_count


def main():
    tool = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/shareledger")
    with tempfile.TemporaryDirectory() as temporary:
        folder = sys.argv[2] if len(sys.argv) > 2 else temporary
        os.makedirs(folder, exist_ok=True)
        ledger = f"{temporary}/city"
        make_ledger(tool, ledger)
        browser = Browser(f"{temporary}/profile")
        browser.check_alertness(temporary)
        best = json.loads(run(tool, "rank", ledger, *YEAR, "--json"))["rows"][0]["party"]
        questions = [
            (["scorecard", best, *YEAR], check_scorecard, ["--standing"]),
            (["scorecard", HOSTILE_ID, *YEAR], check_scorecard, ["--standing"]),
            (["rank", *YEAR], check_ranking, []),
            (["unit", best, *NOW], check_file, []),
            (["unit", HOSTILE_ID, *NOW], check_file, []),
            (["findings", "--party", HOSTILE_ID, *NOW], check_findings, []),
            (["findings", *NOW], check_findings, []),
            (["drift"], check_sheet("drifts"), []),
            (["whatif", "--parameter", "equipmentThresholdFen=50000000", *YEAR], check_sheet("moves"), []),
            (["explain", f"score:{best}", "--since", EVENT_COUNT // 3, *YEAR], check_sheet("steps"), []),
        ]
        compared, pages = 0, 0
        for language in "zh", "en":
            for question, check, more in questions:
                path, count = check_page(browser, tool, ledger, folder, language, question, check, more)
                compared, pages = compared + count, pages + 1
                if question[0] in ("scorecard", "rank"):
                    browser.print(path)
                    browser.draw(path)
    print(f"{pages} pages open without a script or a request; {compared} numbers in them are those of the JSON")


if __name__ == "__main__":
    main()
