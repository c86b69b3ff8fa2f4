"""Mistakes that drivers' authors make: each changes a program a little, most
often so that a lock is not released where it should be, or not acquired."""

from phrases import FAILURES, NULL, SOME_TIME, SUCCESS, TIMEOUT, call, number
from program import (LOCK, AddressOf, Binary, Break, Call, Case, Const, Continue, Do, DoWhile, For,
                     Goto, If, Label, Local, Not, Return, Switch, Var, While, blocks, blocks_below,
                     walk)

LOCK_OPERATIONS = ("WdfWaitLockAcquire", "WdfWaitLockRelease")


def mutate(program, random):
    """Makes one mistake in PROGRAM. It may be one that changes nothing."""
    kinds = [delete_statement, delete_lock_statement, delete_lock_statement, repeat_statement,
             use_another_lock, use_another_lock, negate, change_operator, change_number,
             return_early, return_early, leave_turn, swap, unwrap, wrap, change_timeout,
             drop_break, move_statement, change_status_test]
    for _ in range(6):
        function = random.choice(program.functions)
        if random.choice(kinds)(program, function, random):
            return


def _choose_block(function, random, wanted=lambda block: len(block) > 0):
    found = [block for block in blocks(function.body) if wanted(block)]
    return random.choice(found) if found else None


def _is_fixed(statement):
    """What other statements need to be there."""
    return type(statement) is Label or any(type(node) is Label for node in walk(statement))


def _is_last(function, block, i):
    return block is function.body and i == len(block) - 1 and type(block[i]) is Return


def delete_statement(program, function, random):
    block = _choose_block(function, random)
    if not block:
        return False
    i = random.randrange(len(block))
    if _is_fixed(block[i]) or _is_last(function, block, i):
        return False
    del block[i]
    return True


def _lock_operations(statement):
    return [node for node in walk(statement)
            if type(node) is Call and node.name in LOCK_OPERATIONS]


def delete_lock_statement(program, function, random):
    """Forgets an acquire or a release."""
    found = [(block, i) for block in blocks(function.body) for i, s in enumerate(block)
             if type(s) is Do and _lock_operations(s)]
    if not found:
        return False
    block, i = random.choice(found)
    del block[i]
    return True


def repeat_statement(program, function, random):
    block = _choose_block(function, random)
    if not block:
        return False
    i = random.randrange(len(block))
    if _is_fixed(block[i]) or _is_last(function, block, i):
        return False
    block.insert(random.randrange(i, len(block) + (not _is_last(function, block,
                                                               len(block) - 1))),
                 block[i].clone())
    return True


def use_another_lock(program, function, random):
    operations = [node for node in walk(function.body)
                  if type(node) is Call and node.name in LOCK_OPERATIONS]
    if len(operations) < 2:
        return False
    one, other = random.sample(operations, 2)
    if repr(one.args[0]) == repr(other.args[0]):
        return False
    one.args[0] = other.args[0].clone()
    return True


def _conditions(function):
    return [node for node in walk(function.body)
            if type(node) in (If, While, DoWhile) or (type(node) is For and node.condition)]


def negate(program, function, random):
    found = [node for node in _conditions(function) if type(node) is If]
    if not found:
        return False
    node = random.choice(found)
    node.condition = node.condition.value if type(node.condition) is Not else Not(node.condition)
    return True


def change_operator(program, function, random):
    found = [node for condition in _conditions(function) for node in walk(condition.condition)
             if type(node) is Binary and node.op in ("==", "!=", "<", "<=", ">", ">=", "&&", "||")]
    if not found:
        return False
    node = random.choice(found)
    others = {"==": ["!="], "!=": ["=="], "<": ["<=", ">"], "<=": ["<"], ">": [">=", "<"],
              ">=": [">"], "&&": ["||"], "||": ["&&"]}
    node.op = random.choice(others[node.op])
    return True


def _is_handle(e):
    return type(e) is Const and e.text == "NULL"


def change_number(program, function, random):
    found = [node for node in walk(function.body)
             if type(node) is Const and node.text is None and 0 <= node.value < 2000]
    # Indexes of arrays stay, lest they leave the array; so do single bits.
    fixed = {id(inner) for node in walk(function.body)
             if type(node).__name__ == "Index" or (type(node) is Binary and node.op in "&%")
             for inner in walk(node)}
    found = [node for node in found if id(node) not in fixed]
    if not found:
        return False
    node = random.choice(found)
    node.value = max(0, node.value + random.choice((-1, 1, 1, 2)))
    return True


def change_status_test(program, function, random):
    """Compares with another status."""
    found = [node for node in walk(function.body)
             if type(node) is Binary and type(node.right) is Const and
             (node.right.text or "").startswith("STATUS_")]
    if not found:
        return False
    node = random.choice(found)
    node.right = random.choice([SUCCESS, TIMEOUT, FAILURES[0]]).clone()
    return True


def _some_condition(program, random):
    return random.choice([call("IsReady"), Binary("==", call("GetMode"),
                                                  number(random.randrange(1, 5))).clone()])


def _some_return(program, function, random):
    returns = function.returns
    if returns == "VOID":
        return Return(None)
    if returns == "NTSTATUS":
        return Return(random.choice([SUCCESS, *FAILURES]).clone())
    if returns == LOCK:
        return Return(NULL.clone())
    return Return(number(random.randrange(2)))


def return_early(program, function, random):
    if function.returns not in ("VOID", "NTSTATUS", "BOOLEAN", "ULONG", LOCK):
        return False
    block = _choose_block(function, random, lambda block: True)
    statement = If(_some_condition(program, random), [_some_return(program, function, random)], [])
    last = len(block) - (bool(block) and type(block[-1]) in (Return, Break, Continue, Goto))
    block.insert(random.randint(0, max(last, 0)), statement)
    return True


def leave_turn(program, function, random):
    """A break or a continue."""
    loops = [node for node in walk(function.body) if type(node) in (While, DoWhile, For)]
    if not loops:
        return False
    loop = random.choice(loops)
    inner = [block for block in blocks(loop.body)]
    for node in walk(loop.body):
        # In a switch a break would mean something else, in a loop both.
        if type(node) in (Switch, While, DoWhile, For):
            hidden = {id(block) for block in blocks_below(node)}
            inner = [block for block in inner if id(block) not in hidden]
    block = random.choice(inner)
    statement = random.choice([Break, Continue])()
    if type(loop) is While and type(statement) is Continue:
        statement = Break()
    block.insert(random.randint(0, len(block)),
                 If(_some_condition(program, random), [statement], []))
    return True


def swap(program, function, random):
    block = _choose_block(function, random, lambda block: len(block) > 1)
    if not block:
        return False
    i = random.randrange(len(block) - 1)
    if any(type(s) in (Label, Return, Break, Continue, Goto) for s in block[i:i + 2]):
        return False
    block[i], block[i + 1] = block[i + 1], block[i]
    return True


def unwrap(program, function, random):
    """Forgets a condition."""
    found = [(block, i) for block in blocks(function.body) for i, s in enumerate(block)
             if type(s) is If]
    if not found:
        return False
    block, i = random.choice(found)
    if any(type(s) in (Return, Break, Continue, Goto) for s in block[i].then):
        return False
    block[i:i + 1] = block[i].then
    return True


def wrap(program, function, random):
    """Does only sometimes what should be done always."""
    block = _choose_block(function, random)
    if not block:
        return False
    i = random.randrange(len(block))
    if _is_fixed(block[i]) or _is_last(function, block, i) or \
            type(block[i]) in (Return, Break, Continue, Goto):
        return False
    block[i] = If(_some_condition(program, random), [block[i]], [])
    return True


def change_timeout(program, function, random):
    """Waits for a while instead of for ever, or the other way round."""
    found = [node for node in walk(function.body)
             if type(node) is Call and node.name == "WdfWaitLockAcquire"]
    if not found:
        return False
    node = random.choice(found)
    if not _is_handle(node.args[1]):
        node.args[1] = NULL.clone()
        return True
    names = {local.name for local in function.locals} | {name for _, name in function.params}
    if "deadline" not in names:
        function.locals.append(Local("LONGLONG", "deadline", SOME_TIME.clone()))
    node.args[1] = AddressOf(Var("deadline"))
    return True


def drop_break(program, function, random):
    """Falls through."""
    found = [node for node in walk(function.body)
             if type(node) is Case and node.body and type(node.body[-1]) is Break]
    if not found:
        return False
    random.choice(found).body.pop()
    return True


def move_statement(program, function, random):
    """To another block of the function."""
    source = _choose_block(function, random)
    if not source:
        return False
    i = random.randrange(len(source))
    statement = source[i]
    if type(statement) is not Do or not _lock_operations(statement):
        return False
    targets = [block for block in blocks(function.body) if block is not source]
    if not targets:
        return False
    target = random.choice(targets)
    del source[i]
    last = len(target) - (bool(target) and type(target[-1]) in (Return, Break, Continue, Goto))
    target.insert(random.randint(0, max(last, 0)), statement)
    return True


