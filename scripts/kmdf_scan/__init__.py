"""kmdf-scan: judges the callbacks of KMDF drivers.

Data flows one way through the modules:

    repeat -> cli -> system_headers -> inputs -> toolchain -> preludes -> analysis -> ninja
        -> verdicts -> baseline -> sarif, pages, terminal -> output, store

Where nothing has changed since the last scan, repeat has the last word.
`kmdf-scan prepare` goes the same way as far as the analysis, and then to prepare.
"""

VERSION = "0.1.0"

# The exit codes of the contract.
EXIT_CLEAN = 0
EXIT_DEFECTS = 1
EXIT_UNUSABLE = 2


class ScanError(Exception):
    """What the user has to mend, in words; the scan ends with EXIT_UNUSABLE."""
