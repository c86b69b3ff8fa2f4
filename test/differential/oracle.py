"""What there is to know of a program: which rules it breaks."""

from generator import generate
from search import check
from state import Unsupported

# So many programs of a seed are tried.
MAX_ATTEMPTS = 50


def judge(program):
    """A Judgement of PROGRAM. Raises Unsupported where there is none, or where it
    depends on how far unseen code reaches."""
    wide = check(program, "wide")
    if not wide.broken:
        # What is in a narrow reach is in a wide one, too.
        return wide
    narrow = check(program, "narrow", set(wide.broken))
    if set(narrow.broken) != set(wide.broken):
        raise Unsupported("depends on the reach of unseen code")
    narrow.is_doubtful = wide.is_doubtful
    return narrow


class Case:
    """The program of a seed, and what is to know of it."""

    def __init__(self, seed, program, judgement, discarded=()):
        self.seed = seed
        self.program = program
        self.broken = judgement.broken
        self.is_doubtful = judgement.is_doubtful
        self.discarded = discarded  # why others with this seed were not taken


def make_case(seed):
    """The first program of SEED that can be judged."""
    discarded = []
    for attempt in range(MAX_ATTEMPTS):
        program = generate(f"{seed}.{attempt}", f"P{seed}_")
        try:
            return Case(seed, program, judge(program), discarded)
        except Unsupported as reason:
            discarded.append(str(reason))
    raise RuntimeError(f"no program of seed {seed} can be judged: {discarded}")
