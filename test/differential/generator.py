"""Writes a random driver for each seed."""

from random import Random

from mutations import mutate
from phrases import SUCCESS, give
from program import FLAGS, Var
from world import World
from writer import Writer

# How many statements a program is to have, roughly.
SIZES = (2, 4, 6, 8, 10, 12, 16, 20, 28, 40)


def generate(seed, name):
    """The program of SEED, whose names at file scope begin with NAME."""
    random = Random(seed)
    world = World(random, name)
    world.budget = random.choice(SIZES)
    write_callback(world)
    program = world.program
    # No node stands in two places.
    program = program.clone()
    for _ in range(random.choice((0, 0, 0, 0, 1, 1, 1, 2, 3))):
        mutate(program, random)
    return program


def write_callback(world):
    function = world.callback
    writer = Writer(world, function, 0)
    writer.device, writer.device_is_typed = world.device_of_callback()
    if world.has_queue:
        writer.queue = Var(function.params[0][1])
    for t, name in function.params:
        if t == FLAGS:
            writer.inputs.append(("bits", Var(name)))
        elif t == "size_t":
            writer.inputs.append(("number", Var(name)))
        elif t in ("ULONG", "WDF_POWER_DEVICE_STATE"):
            writer.inputs.append(("code", Var(name)))
    writer.prepare()
    body = []
    while world.budget > 0:
        world.budget -= 1
        body += writer.section() if not body and writer.free_places() else writer.block()
    if function.returns == "NTSTATUS":
        body.append(give(writer.pick(SUCCESS, writer.some_result())))
    function.body = body
    world.program.functions.append(function)
