"""Writes a text as Windows' editors do, with CRLF: encode.py FROM ENCODING TO"""

import sys

source, encoding, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    text = file.read()
with open(target, "w", encoding=encoding, newline="\r\n") as file:
    file.write(text)
