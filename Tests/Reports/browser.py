"""Debian's Chromium without a window, and what it did to show a page."""

import json
import re
import struct
import subprocess
import sys
import zlib

# Nothing leaves the machine: the proxy is a port nobody listens on.
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--proxy-server=127.0.0.1:9",
    "--enable-logging=stderr", "--v=0",
]
# The initiator of requests the browser makes for itself.
OWN = "not an origin"


class Browser:
    def __init__(self, profile):
        self.profile = profile

    def run(self, path, *arguments):
        command = ["chromium", *ARGUMENTS, f"--user-data-dir={self.profile}", *arguments, f"file://{path}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            sys.exit(f"{command}: status {done.returncode}\n{done.stderr}")
        return done

    def visit(self, path):
        """The document after the page was shown, its requests and what it said on its console."""
        log = f"{self.profile}.netlog"
        done = self.run(path, f"--log-net-log={log}", "--virtual-time-budget=2000", "--dump-dom")
        with open(log, encoding="utf-8") as file:
            net = json.load(file)
        start = net["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
        starts = [event["params"] for event in net["events"] if event["type"] == start and "url" in event.get("params", {})]
        requests = [params["url"] for params in starts if params.get("initiator") != OWN]
        return done.stdout, requests, re.findall(r":CONSOLE.*", done.stderr)

    def open(self, path):
        """The document of a page that must be silent."""
        dom, requests, said = self.visit(path)
        if requests or said:
            sys.exit(f"{path} requested {requests} and said {said}")
        return dom

    def check_alertness(self, folder):
        """A page that loads and runs something is noticed: the checks above can fail."""
        path = f"{folder}/alert.html"
        with open(path, "w", encoding="utf-8") as file:
            file.write("<!DOCTYPE html><p>x<img src='http://elsewhere.invalid/x.png'><script>nothing()</script>")
        _, requests, said = self.visit(path)
        assert requests == ["http://elsewhere.invalid/x.png"], requests
        assert any("nothing is not defined" in line for line in said), said

    def print(self, path):
        """The page as a PDF of A4 sheets."""
        pdf = path.removesuffix(".html") + ".pdf"
        self.run(path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
        with open(pdf, "rb") as file:
            data = file.read()
        assert data.startswith(b"%PDF-"), pdf
        boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data)
        sizes = {tuple(sorted(round(float(number)) for number in box.split()[2:])) for box in boxes}
        assert sizes and all(abs(w - 595) <= 1 and abs(h - 842) <= 1 for w, h in sizes), (pdf, sizes)

    def draw(self, path):
        """The page as a picture that is not empty."""
        png = path.removesuffix(".html") + ".png"
        self.run(path, "--hide-scrollbars", "--window-size=1160,1600", f"--screenshot={png}")
        with open(png, "rb") as file:
            data = file.read()
        width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
        assert (width, height, depth) == (1160, 1600, 8) and kind in (2, 6), (width, height, depth, kind)
        packed, place = b"", 8
        while place < len(data):
            (length,) = struct.unpack(">I", data[place:place + 4])
            if data[place + 4:place + 8] == b"IDAT":
                packed += data[place + 8:place + 8 + length]
            place += length + 12
        pixels = zlib.decompress(packed)
        row = len(pixels) // height
        kinds = {pixels[i * row:(i + 1) * row] for i in range(height)}
        assert len(kinds) > 100, f"{png}: an empty picture"
