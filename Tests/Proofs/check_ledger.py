#!/usr/bin/env python3
"""Writes what an auditor gets of a ledger with the tool, and lets programs judge it that share no code with it.

A demonstration is recorded in two parts with a checkpoint after each. FOLDER gets the log in the layout of
judge/main.go, for check_proofs.py: tiles, proofs of events at the edges of the tree and of tiles, and the proof that the
second checkpoint continues the first. Then recompute.py makes the root and balances out of the exported records.

Usage: check_ledger.py FOLDER [TOOL]; TOOL is .build/debug/shareledger unless given.
"""

import pathlib
import subprocess
import sys
import tempfile

EVENT_COUNT = 2_000
FIRST_COUNT = 700


def run(*arguments):
    """Standard output of a command that has to succeed and say nothing on standard error."""
    done = subprocess.run([str(a) for a in arguments], capture_output=True)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    log = pathlib.Path(sys.argv[1]) / "ledger"
    tool = sys.argv[2] if len(sys.argv) > 2 else ".build/debug/shareledger"
    for name in ("proofs", "consistency"):
        (log / name).mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ledger, key, lines = folder / "city", folder / "key", folder / "lines"
        events = run(tool, "demo", "--print", "--events", EVENT_COUNT).splitlines(keepends=True)
        run(tool, "init", ledger)
        (log / "log.vkey").write_bytes(run(tool, "key", "generate", key, "--origin", "example.com/city"))
        for part in (events[:FIRST_COUNT], events[FIRST_COUNT:]):
            lines.write_bytes(b"".join(part))
            run(tool, "import", ledger, lines, "--replica")
            run(tool, "export", ledger, "--format", "tiles", "--key", key, "--output", log)
            if part[0] == events[0]:
                old = log / "consistency" / f"{FIRST_COUNT}.checkpoint"
                old.write_bytes((log / "checkpoint").read_bytes())
        request = log / "consistency" / f"{FIRST_COUNT}.request"
        run(tool, "prove", ledger, "--consistency", old, log / "checkpoint", "--output", request)
        for position in (1, 2, 255, 256, 257, FIRST_COUNT, FIRST_COUNT + 1, EVENT_COUNT):
            proof = log / "proofs" / f"{position}.tlog-proof"
            run(tool, "prove", ledger, position, "--output", proof, "--record", proof.with_suffix(".entry"))
        known = ("--known", log / "checkpoint")
        (folder / "records").write_bytes(run(tool, "export", ledger, "--format", "records", *known))
        balances = run(tool, "balance", ledger, "--json", "--at", "2199-12-31", *known)
        (folder / "balances").write_bytes(balances)
        recompute = pathlib.Path(__file__).with_name("recompute.py")
        told = run(sys.executable, recompute, folder / "records", log / "checkpoint", folder / "balances")
    print(told.decode().strip())


if __name__ == "__main__":
    main()
