"""Prints the text of a page, a line for each piece: text.py PAGE"""

import html.parser
import sys


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self._tags = []

    def handle_starttag(self, tag, attrs):
        self._tags.append(tag)

    def handle_endtag(self, tag):
        while self._tags and self._tags.pop() != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not {"style", "script"} & set(self._tags):
            print(" ".join(data.split()) if "pre" not in self._tags else data)


with open(sys.argv[1], encoding="utf-8") as file:
    Text().feed(file.read())
