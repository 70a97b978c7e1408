"""A document as a browser sees it: only harmless elements, and numbers that have to be compared one by one."""

import base64
import hashlib
from html.parser import HTMLParser

# What a page may consist of; everything else could run, load or lead somewhere.
ELEMENTS = set(
    "html head meta title style body header section footer div h1 h2 p dl dt dd table thead tbody tr th td data bdi span "
    "figure figcaption svg desc defs pattern g rect line polyline circle text".split())
ATTRIBUTES = set(
    "lang charset http-equiv content name class id scope value role viewbox width height x y x1 y1 x2 y2 cx cy r points "
    "patternunits colspan data-name data-value".split())
EMPTY = {"meta"}


class Node:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, attributes, []

    def __repr__(self):
        return f"<{self.tag} {self.attributes}> {self.text()[:80]}"

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag, attribute=None):
        return [node for node in self.walk() if node.tag == tag and (attribute is None or attribute in node.attributes)]


class Page(HTMLParser):
    """What `--dump-dom` wrote."""

    def __init__(self, dom):
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.stack, self.compared = [self.root], set()
        self.compared_count = 0
        self.feed(dom)
        self.close()
        assert len(self.stack) == 1, self.stack
        policies = [m.attributes["content"] for m in self.root.all("meta") if m.attributes.get("http-equiv")]
        (style,) = self.root.all("style")
        digest = base64.b64encode(hashlib.sha256(style.text().encode()).digest()).decode()
        assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'"], policies

    def handle_starttag(self, tag, attributes):
        assert tag in ELEMENTS, f"<{tag}> in a page"
        unknown = {name for name, _ in attributes} - ATTRIBUTES
        assert not unknown, f"<{tag}> has {unknown}"
        node = Node(tag, dict(attributes))
        self.stack[-1].children.append(node)
        if tag not in EMPTY:
            self.stack.append(node)

    def handle_endtag(self, tag):
        assert self.stack.pop().tag == tag, tag

    def handle_data(self, data):
        self.stack[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment in a page: {data}")

    def first(self, tag):
        return self.root.all(tag)[0]

    def named(self, tag):
        return [(node.attributes["data-name"], node) for node in self.root.all(tag, "data-name")]

    def tables(self, name):
        return [node for node in self.root.all("table") if node.attributes.get("data-name") == name]

    def table(self, name):
        (table,) = self.tables(name)
        return table

    def drawing(self, name):
        (drawing,) = [node for node in self.root.all("svg") if node.attributes.get("class") == name]
        assert drawing.all("title") and drawing.all("desc")
        return drawing

    def rows(self, table):
        rows = [row.all("td", "data-name") for row in table.all("tr")]
        return [[(node.attributes["data-name"], node) for node in row] for row in rows if row]

    def same(self, node, expected, what, unit=""):
        """A place shows what JSON has: numbers and words in `<data>`, text as text, nothing as a dash."""
        data = node.all("data")
        if expected is None or expected == [] or expected == "" and node.text() != "":
            assert not data and node.text() == "–" + unit, (what, node, expected)
        elif data:
            (data,) = data
            wanted = " ".join(expected) if isinstance(expected, list) else str(expected)
            assert data.attributes["value"] == wanted, (what, node, expected)
            assert data.text(), (what, node)
            self.compared.add(id(data))
            self.compared_count += 1
        else:
            from check_reports import visible

            assert node.text() == visible(expected), (what, node, expected)

    def finish(self):
        """Nothing is left that was not compared."""
        left = [node for node in self.root.all("data") if id(node) not in self.compared]
        assert not left, left
