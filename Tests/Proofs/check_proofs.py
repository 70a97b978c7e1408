#!/usr/bin/env python3
"""Lets a program on golang.org/x/mod/sumdb, which nobody here wrote, judge the proofs this project writes.

Every log folder below FOLDER (the layout is in judge/main.go) has to hold as it is. Then one byte of each kind of
file is changed, and the judge has to refuse each time: a judge who never says no proves nothing.

Usage: check_proofs.py FOLDER; Go and Debian's golang-golang-x-mod-dev have to be installed. Nothing is downloaded.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# Debian installs the library's source below this path, for builds without modules.
SOURCES = "/usr/share/gocode"
KINDS = ["log.vkey", "checkpoint", "proofs/*.tlog-proof", "proofs/*.entry", "consistency/*.request",
         "consistency/*.checkpoint", "tile/0/**/*", "tile/entries/**/*"]


def build(folder):
    judge = folder / "judge"
    settings = {"GO111MODULE": "off", "GOPATH": SOURCES, "GOFLAGS": "", "GOCACHE": str(folder / "cache"),
                "CGO_ENABLED": "0"}
    subprocess.run(["go", "build", "-o", str(judge), str(HERE / "judge" / "main.go")],
                   check=True, env={**os.environ, **settings})
    return judge


def verdict(judge, log):
    return subprocess.run([str(judge), str(log)], capture_output=True, text=True)


def refuses_changes(judge, log, folder):
    """Changes one file of every kind there is, one byte a time; answers how often the judge said no.

    The places are its first byte, the start of its second line and its last byte: not just any, since the judge has to
    pass over signatures of witnesses it does not know.
    """
    count = 0
    for kind in KINDS:
        files = sorted(path for path in log.glob(kind) if path.is_file() and path.stat().st_size > 0)
        if not files:
            continue
        file = files[len(files) // 2]
        size = file.stat().st_size
        line = file.read_bytes().find(b"\n") + 1
        for place in sorted({0, line if 0 < line < size else size // 2, size - 1}):
            copy = folder / "changed"
            shutil.copytree(log, copy)
            target = copy / file.relative_to(log)
            content = bytearray(target.read_bytes())
            content[place] ^= 1
            target.write_bytes(content)
            if verdict(judge, copy).returncode != 1:
                sys.exit(f"{file}: byte {place} was changed and the judge did not refuse")
            shutil.rmtree(copy)
            count += 1
    return count


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    logs = sorted(path.parent for path in pathlib.Path(sys.argv[1]).glob("**/log.vkey"))
    if not logs:
        sys.exit(f"{sys.argv[1]} holds no log")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        judge = build(folder)
        for log in logs:
            done = verdict(judge, log)
            if done.returncode != 0:
                sys.exit(done.stderr)
            print(done.stdout.strip(), f"({refuses_changes(judge, log, folder)} changed copies refused)")


if __name__ == "__main__":
    main()
