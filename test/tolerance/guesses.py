"""Prints what was guessed, by a file of the plugin's facts, for FileCheck: a line
for each header, name, expression and error."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    guesses = json.load(file)["guesses"]
for header in guesses["missing_headers"]:
    print(f"header {header['name']} on line {header['line']}")
for name in guesses["names"]:
    print(f"{name['kind']} {name['name']} on line {name['line']}")
for place in guesses["mended"]:
    print(f"mended {place['kind']} in {place['function']} on line {place['line']}: {place['text']}")
for lost in guesses["lost_functions"]:
    print(f"lost {lost['name']} on line {lost['line']}")
for error in guesses["errors"]:
    print(f"error on line {error['line']}: {error['message']}")
