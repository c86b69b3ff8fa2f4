"""kmdf-scan: judges the callbacks of KMDF drivers.

Data flows one way through the modules:

    cli -> system_headers -> inputs -> toolchain -> analysis -> verdicts
        -> sarif, page, terminal, store
"""

VERSION = "0.1.0"

# The exit codes of the contract, and the shell's for a program that Ctrl-C
# ended.
EXIT_CLEAN = 0
EXIT_DEFECTS = 1
EXIT_UNUSABLE = 2
EXIT_INTERRUPTED = 130


class ScanError(Exception):
    """What the user has to mend, in words; the scan ends with EXIT_UNUSABLE."""
