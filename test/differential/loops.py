"""The loops that drivers write."""

from phrases import FALSE, NULL, SUCCESS, call, differ, do, equal, let, number, status, succeeded
from program import (Assign, Binary, Break, DoWhile, For, Goto, If, Label, Not, Step, Var, While)

LONG = (500, 1000, 1000, 1024)


class Loops:
    """A part of Writer (writer.py)."""

    def loop(self):
        return self.some_loop(self.block)

    def some_loop(self, make_body):
        """Statements that are a loop; MAKE_BODY makes the statements of a turn."""
        if self.loops_around():
            self.feature("nested loops")
        makers = [(6, self.counting_loop), (3, self.while_unknown), (3, self.do_while_unknown),
                  (2, self.endless_loop), (2, self.counted_by_unknown), (1, self.status_loop),
                  (1, self.goto_loop), (1, self.loop_of_one_turn), (1, self.list_loop)]
        maker = self.random.choices([m for _, m in makers], [w for w, _ in makers])[0]
        return maker(make_body)

    def loops_around(self):
        return bool(self.loops)

    def turn(self, make_body, count):
        """The body of a loop of about COUNT turns."""
        self.turns *= count
        self.loops.append(len(self.held))
        self.breakable.append("loop")
        body = make_body()
        self.breakable.pop()
        self.loops.pop()
        self.turns //= count
        return body

    def turn_with_counter(self, make_body, i, count):
        self.inputs.append((count, i))
        body = self.turn(make_body, count)
        self.inputs.pop()
        return body

    def turn_count(self, *short):
        """How often a loop of a known length turns: as often as one of SHORT, or
        very often."""
        if self.turns == 1 and self.world.long_loops and self.chance(0.3):
            self.feature("loop of a thousand turns")
            self.world.long_loops -= 1
            return self.random.choice(LONG)
        self.feature("loop of a known length")
        return self.pick(*short) if self.turns < 30 else 2

    def counting_loop(self, make_body):
        count = self.turn_count(2, 2, 3, 3, 4, 5, 8, 10, 20)
        i = Var(self.new_local(self.pick("ULONG", "int"), "i", number(0)))
        way = self.random.randrange(6)
        if way == 0:
            self.feature("while")
            body = self.turn_with_counter(make_body, i, count)
            return [let(i, number(0)),
                    While(Binary("<", i, number(count)), [*self.step_first(i, body)])]
        if way == 1:
            self.feature("do/while")
            body = self.turn_with_counter(make_body, i, count)
            return [let(i, number(0)),
                    DoWhile(body, Binary("<", Step(i, 1, True), number(count)))]
        if way == 2:
            self.feature("loop that counts down")
            body = self.turn_with_counter(make_body, i, count)
            return [For(Assign(i, number(count)), Binary(">", i, number(0)), Step(i, -1, False),
                        body)]
        if way == 3:
            self.feature("loop that counts down")
            body = self.turn_with_counter(make_body, i, count)
            return [let(i, number(count)),
                    DoWhile(body, Binary(">", Step(i, -1, True), number(0)))]
        self.feature("for")
        body = self.turn_with_counter(make_body, i, count)
        return [For(Assign(i, number(0)),
                    self.pick(Binary("<", i, number(count)), differ(i, number(count))),
                    Step(i, 1, self.chance(0.2)), body)]

    def step_first(self, i, body):
        # A continue must not keep the loop from counting.
        return [do(Step(i, 1, False))] + body

    def while_unknown(self, make_body):
        self.feature("loop on an opaque call")
        self.feature("while")
        condition = self.opaque_condition()
        return [While(condition, self.turn(make_body, 1))]

    def do_while_unknown(self, make_body):
        self.feature("loop on an opaque call")
        self.feature("do/while")
        body = self.turn(make_body, 1)
        return [DoWhile(body, self.opaque_condition())]

    def endless_loop(self, make_body):
        self.feature("loop without a condition")
        end = If(self.opaque_condition(), [Break()], [])
        body = self.turn(make_body, 1)
        body = [end] + body if self.chance(0.5) else body + [end]
        return [self.pick(For(None, None, None, body), While(number(1), body))]

    def counted_by_unknown(self, make_body):
        """A loop whose length nobody knows."""
        self.feature("loop of an unknown length")
        lengths = [e for kind, e in self.inputs if kind == "number"]
        before = []
        if lengths and self.depth == 0 and not self.loops and not self.has_counted_length:
            self.has_counted_length = True
            length = lengths[0]
            i = Var(self.new_local("size_t", "i", number(0)))
        else:
            length = Var(self.new_local("ULONG", "count", number(0)))
            before = [let(length, call("GetCount"))]
            i = Var(self.new_local("ULONG", "i", number(0)))
        condition = Binary("<", i, length)
        body = self.turn(make_body, 1)
        if self.chance(0.3):
            return before + [let(i, number(0)),
                             While(condition, self.step_first(i, body))]
        return before + [For(Assign(i, number(0)), condition, Step(i, 1, False), body)]

    def status_loop(self, make_body):
        """As long as a status says so."""
        self.feature("loop on an opaque call")
        name = Var(self.new_local("NTSTATUS", "status", SUCCESS))
        body = self.turn(make_body, 1)
        if self.chance(0.5):
            return [While(equal(Assign(name, call("Start")), status("PENDING")), body)]
        return [DoWhile(body + [let(name, call("Start"))],
                        self.pick(Not(succeeded(name)), equal(name, status("PENDING"))))]

    def loop_of_one_turn(self, make_body):
        """do ... while (FALSE), for its breaks."""
        self.feature("do/while of one turn")
        body = self.turn(make_body, 1)
        return [DoWhile(body, self.pick(FALSE, number(0)))]

    def list_loop(self, make_body):
        """Over the entries of a list."""
        self.feature("loop over a list")
        entry = Var(self.new_local("PVOID", "entry", NULL))
        body = self.turn(make_body, 1)
        if self.chance(0.5):
            return [While(differ(Assign(entry, call("NextEntry")), NULL), body)]
        return [For(Assign(entry, call("NextEntry")), differ(entry, NULL),
                    Assign(entry, call("NextEntry")), body)]

    def goto_loop(self, make_body):
        self.feature("goto backward")
        label = self.new_label("Again")
        self.breakable.append("goto")
        body = make_body()
        self.breakable.pop()
        return [Label(label)] + body + [If(self.opaque_condition(), [Goto(label)], [])]
