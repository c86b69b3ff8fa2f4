"""Writes a source in many encodings: write_encodings.py SOURCE FOLDER

SOURCE's word LETTERS becomes letters of the encoding. The headers beside it, in
inc/Sub, are made to be UTF-16 if their name is Wide.h."""

import os
import sys

# The last letter's second byte is a backslash in code page 932.
FILES = {
    "utf-8.c": ("utf-8", "Größe 表"),
    "utf-8-bom.c": ("utf-8-sig", "Größe 表"),
    "utf-16-bom.c": ("utf-16", "Größe 表"),
    "utf-16-le.c": ("utf-16-le", "Größe 表"),
    "utf-16-be.c": ("utf-16-be", "Größe 表"),
    "windows-1252.c": ("cp1252", "Größe"),
    "windows-932.c": ("cp932", "大きさ 表"),
    "it's 100%, ok.CPP": ("utf-8-sig", "Größe"),
}

source, folder = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    text = file.read()
os.makedirs(folder)
for name, (encoding, letters) in FILES.items():
    # Half of them with the line ends of Windows.
    newline = "\r\n" if name.endswith(("8.c", "le.c", "932.c")) else "\n"
    with open(os.path.join(folder, name), "w", encoding=encoding, newline=newline) as file:
        file.write(text.replace("LETTERS", letters))
wide = os.path.join(os.path.dirname(source), "inc", "Sub", "Wide.h")
with open(wide, encoding="utf-8") as file:
    text = file.read()
with open(wide, "w", encoding="utf-16") as file:
    file.write(text)
