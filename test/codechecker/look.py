"""Opens a report on a CodeChecker server's page in a browser and prints what it shows:
look.py PRODUCT_URL RUN FILE:LINE PICTURE.png

The way there is a user's: the run's list of reports, and a click on the one at
FILE:LINE. The steps of its path are then shown twice, in the list beside the source
and in the source itself; what is printed is both. PICTURE.png gets what it looks
like."""

import os
import sys
from urllib.parse import quote

# Beside a server the modules of the suite are not on Python's path.
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from browser import Browser


def main(product, run, place, picture):
    file, line = place.rsplit(":", 1)
    with Browser() as browser:
        browser.open(f"{product}/reports?run={quote(run)}")
        browser.click(f"{file} @\u00a0Line\u00a0{line}")
        browser.wait_for("For more information see the")
        print(browser.text())
        browser.screenshot(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
