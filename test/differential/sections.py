"""The ways in which drivers hold a lock for a while: each method of Sections
makes statements that acquire, work, and release."""

from phrases import (FALSE, NO_TIME, NULL, SOME_TIME, SUCCESS, TIMEOUT, TRUE, acquire, both, call,
                     create, delete, differ, do, either, equal, let, number, release, succeeded)
from program import (LOCK, AddressOf, Assign, Binary, Break, Case, Choice, DoWhile, Field, For,
                     Function, Global, Goto, If, Index, Label, Local, Not, Step, Switch, Var,
                     While, array, pointer)
from world import ARRAY_SIZE, OPERATION, Place


class Sections:
    """A part of Writer (writer.py)."""

    def section(self):
        place = self.random.choice(self.free_places())
        self.feature(place.kind)
        makers = [(8, self.plain_section), (9, self.timed_section), (6, self.correlated_section),
                  (4, self.flagged_section), (7, self.section_by_helpers),
                  (3, self.section_by_trying_helper), (2, self.retried_section),
                  (2, self.maybe_timed_section), (2, self.guarded_section),
                  (3, self.section_with_goto), (2, self.correlated_switches),
                  (2, self.section_around_loop), (2, self.search_section),
                  (3, self.counted_search_section),
                  (2, self.section_of_first_and_last_turn), (2, self.section_from_turn_to_turn),
                  (2, self.crossed_section), (2, self.selected_section),
                  (2, self.section_by_struct)]
        if self.turns < 50:
            makers += [(3, self.array_section), (4, self.created_section), (1, self.index_section),
                       (1, self.created_array_section), (0.5, self.handle_from_elsewhere),
                       (1, self.local_array_section)]
        if self.turns == 1 and self.depth == 0 and not self.loops:
            makers += [(1, self.delete_for_good), (0.1, self.handle_given_away)]
        maker = self.random.choices([m for _, m in makers], [w for w, _ in makers])[0]
        return maker(place)

    # Holding.

    def while_held(self, place, release_it, acquire_it=None, pieces=None):
        """A block that is written with the lock of PLACE held."""
        self.hold([place], release_it, acquire_it)
        body = self.block(pieces)
        self.let_go()
        return body

    def hold(self, places, release_it, acquire_it=None):
        self.busy |= set(places)
        self.held.append(_Held(places, release_it, acquire_it))

    def let_go(self):
        self.busy -= set(self.held.pop().places)

    def acquire_at(self, place, timeout=NULL):
        return acquire(self.handle_of(place), timeout)

    def release_at(self, place):
        return [do(release(self.handle_of(place)))]

    def plain_acquire(self, place):
        """An acquire that waits."""
        call_ = self.acquire_at(place)
        if self.chance(0.1):
            return [let(self.local("NTSTATUS", "status", SUCCESS), call_)]
        return [do(call_, self.chance(0.15))]

    def timeout(self):
        """The address of a time-out."""
        if self.chance(0.15):
            self.feature("time-out in a global")
            return AddressOf(Global("GlobalTimeout"))
        if self.chance(0.25):
            self.feature("time-out of zero")
            return AddressOf(Var(self.local("LONGLONG", "now", NO_TIME)))
        return AddressOf(Var(self.local("LONGLONG", "timeout", SOME_TIME)))

    # Without a time-out.

    def plain_section(self, place):
        self.feature("plain section")
        body = self.while_held(place, lambda: self.release_at(place),
                               lambda: self.plain_acquire(place))
        return self.plain_acquire(place) + body + self.release_at(place)

    def correlated_section(self, place):
        """Acquires and releases under the same condition."""
        before, test = self.stable_condition()

        def release_it():
            if self.chance(0.1):
                return [If(Not(test()), [self.plain_statement()], self.release_at(place))]
            return [If(test(), self.release_at(place), [])]

        acquire_it = [If(test(), self.plain_acquire(place),
                         self.block(1) if self.chance(0.15) else [])]
        return before + acquire_it + self.while_held(place, release_it) + release_it()

    def flagged_section(self, place):
        """Notes in a local whether it acquired."""
        self.feature("local tells whether held")
        if self.chance(0.3):
            operation = self.local(OPERATION, "operation", None)
            flag = Field(Var(operation), "Held", False)
            self.feature("flag in a struct")
        else:
            flag = Var(self.new_local("BOOLEAN", "held", FALSE))

        def release_it():
            return [If(self.flag_test(flag), self.release_at(place) +
                       ([let(flag, FALSE)] if self.chance(0.4) else []), [])]

        take = self.plain_acquire(place) + [let(flag, TRUE)]
        if self.chance(0.3):
            take = [If(equal(self.acquire_at(place, self.timeout()), SUCCESS), [let(flag, TRUE)],
                       [])]
        if self.chance(0.2):
            self.feature("switch")
            self.breakable.append("switch")
            chosen = Switch(call("GetMode"), [
                Case([number(1)], take + [Break()]),
                Case([number(2)], self.block(1) + [Break()]),
                Case([None], [Break()])])
            self.breakable.pop()
        else:
            chosen = If(self.condition(), take, self.block(1) if self.chance(0.2) else [])
        # The flag tells the truth also where the section is not entered.
        return [let(flag, FALSE), chosen] + self.while_held(place, release_it) + release_it()

    def guarded_section(self, place):
        """Only where there is a lock at all."""
        self.feature("handle compared with NULL")

        def test():
            handle = self.spell(place)
            return self.pick(handle, differ(handle, NULL))

        def release_it():
            return [If(test(), self.release_at(place), [])]

        return [If(test(), self.plain_acquire(place), [])] + \
            self.while_held(place, release_it) + release_it()

    def section_with_goto(self, place):
        """With a jump forward to where it is released."""
        self.feature("goto forward")
        label = self.new_label("Unlock")
        # Who jumps there holds this lock and those around it.
        self.exits.append((label, len(self.held) + 1))
        body = self.while_held(place, lambda: self.release_at(place))
        self.exits.pop()
        body += [If(self.condition(), self.maybe_work() + [Goto(label)], [])]
        body += self.while_held(place, lambda: self.release_at(place), pieces=1)
        if self.chance(0.5):
            # The release has a label of its own, and so has what comes after.
            end = self.new_label("Exit")
            return [If(self.condition(), [Goto(end)], [])] + self.plain_acquire(place) + body + \
                [Label(label)] + self.release_at(place) + [Label(end)]
        return self.plain_acquire(place) + body + [Label(label)] + self.release_at(place)

    def crossed_section(self, place):
        """Two locks, the first acquired released first."""
        others = [other for other in self.free_places() if other != place]
        if not others:
            return self.plain_section(place)
        self.feature("locks released in the order of their acquires")
        other = self.random.choice(others)
        self.hold([place], lambda: self.release_at(place))
        first = self.block(1) if self.chance(0.5) else []
        self.hold([other], lambda: self.release_at(other))
        both_held = self.block(1)
        self.let_go()
        self.let_go()
        last = self.while_held(other, lambda: self.release_at(other), pieces=1)
        return self.plain_acquire(place) + first + self.plain_acquire(other) + both_held + \
            self.release_at(place) + last + self.release_at(other)

    def selected_section(self, place):
        """One of two locks, in a local."""
        others = [other for other in self.free_places() if other != place]
        if not others:
            return self.plain_section(place)
        self.feature("local that is one of two locks")
        other = self.random.choice(others)
        handle = Var(self.new_local(LOCK, "chosen", NULL))
        one, two = self.spell(place), self.spell(other)
        choose = self.pick([let(handle, Choice(self.condition(), one, two))],
                           [If(self.condition(), [let(handle, one)], [let(handle, two)])],
                           [let(handle, one), If(self.condition(), [let(handle, two)], [])])

        def release_it():
            return [do(release(handle))]

        self.hold([place, other], release_it, lambda: [do(acquire(handle))])
        body = self.block()
        self.let_go()
        return choose + [do(acquire(handle))] + body + release_it()

    def section_by_struct(self, place):
        """The handle and what became of it, in a struct of the callback's own."""
        self.feature("handle in a local struct")
        name = self.local(OPERATION, "operation", None)
        operation = Var(name)
        guard, held = Field(operation, "Guard", False), Field(operation, "Held", False)
        if any(around.struct == name for around in self.held):
            return self.plain_section(place)

        def release_it():
            if by_helper and self.chance(0.5):
                return [do(call(finish, AddressOf(operation)))]
            return [If(self.flag_test(held), [do(release(guard))], [])]

        by_helper = self.chance(0.6) and self.depth < 4
        start = [let(guard, self.spell(place)), let(held, FALSE)]
        if by_helper:
            self.feature("struct passed to a helper")
            begin, finish = self.struct_helpers()
            start += [do(call(begin, AddressOf(operation)))]
        else:
            start += [If(self.condition(), [do(acquire(guard)), let(held, TRUE)], [])]
        self.hold([place], release_it)
        self.held[-1].struct = name
        body = self.block()
        self.let_go()
        return start + body + release_it()

    def struct_helpers(self):
        """Helpers that acquire and release by such a struct."""
        names = self.world.helpers.get("Operation")
        if names is None:
            names = self.world.helpers["Operation"] = (
                self.world.new_name("Begin"), self.world.new_name("Finish"))
            operation = Var("Operation")
            parts = {part: Field(operation, part, True) for part in ("Guard", "Held", "Status")}
            begin, finish = (Function(name, "VOID", [(pointer(OPERATION), "Operation")])
                             for name in names)
            if self.chance(0.5):
                begin.body = [do(acquire(parts["Guard"])), let(parts["Held"], TRUE)]
            else:
                begin.locals = [Local("LONGLONG", "timeout", SOME_TIME)]
                begin.body = [
                    let(parts["Status"], acquire(parts["Guard"], AddressOf(Var("timeout")))),
                    If(equal(parts["Status"], SUCCESS), [let(parts["Held"], TRUE)], [])]
            finish.body = [If(parts["Held"], [do(release(parts["Guard"])),
                                              let(parts["Held"], FALSE)], [])]
            self.world.program.functions += [begin, finish]
        return names

    def local_array_section(self, place):
        """Handles copied to an array of the callback's own, and taken one by one."""
        others = [other for other in self.free_places() if other != place]
        if not others:
            return self.plain_section(place)
        self.feature("array of copies of handles")
        places = [place, self.random.choice(others)]
        order = Var(self.new_local(array(LOCK, len(places)), "order", None))
        i = Var(self.new_local("int", "i", number(0)))
        fill = [let(Index(order, number(n)), self.spell(each)) for n, each in enumerate(places)]

        def release_all():
            return [self.upward(i, [do(release(Index(order, i)))], len(places))]

        self.hold(places, release_all)
        body = self.block()
        self.let_go()
        return fill + [self.upward(i, [do(acquire(Index(order, i)))], len(places))] + body + \
            release_all()

    def new_label(self, base):
        self.world.helper_count += 1
        return f"{base}{self.world.helper_count}"

    def correlated_switches(self, place):
        """One switch acquires, another on the same value releases."""
        self.feature("correlated switches")
        mode = self.new_local("ULONG", "mode", number(0))
        chosen = self.random.sample(range(1, 6), 2)

        def release_it():
            cases = [Case([number(label) for label in chosen], self.release_at(place) + [Break()])]
            if self.chance(0.5):
                cases.append(Case([None], [self.plain_statement(), Break()]))
            return [Switch(Var(mode), cases)]

        if self.chance(0.5):
            cases = [Case([number(label)], self.plain_acquire(place) + [Break()])
                     for label in chosen]
        else:
            self.feature("fallthrough")
            cases = [Case([number(chosen[0])], [self.plain_statement()]),
                     Case([number(chosen[1])], self.plain_acquire(place) + [Break()])]
        return [let(mode, call("GetMode")), Switch(Var(mode), cases)] + \
            self.while_held(place, release_it) + release_it()

    # With a time-out.

    def timed_section(self, place):
        timeout = self.timeout()
        attempt = self.acquire_at(place, timeout)
        makers = [(5, self.timed_by_test), (3, self.timed_with_exit), (3, self.timed_by_switch),
                  (3, self.timed_and_saved), (3, self.timed_in_two_parts), (2, self.timed_to_flag),
                  (1, self.timed_in_conjunction), (1, self.timed_by_nt_success),
                  (0.5, self.timed_and_untested)]
        maker = self.random.choices([m for _, m in makers], [w for w, _ in makers])[0]
        return maker(place, attempt)

    def success_test(self, value):
        """A test of VALUE, a status, that is true where the lock was acquired,
        and one that is true where it was not."""
        way = self.random.randrange(6 if type(value) in (Var, Field) else 5)
        name = ("== STATUS_SUCCESS", "== STATUS_TIMEOUT", "!= STATUS_TIMEOUT", "!status",
                "status == 0", "NT_SUCCESS and STATUS_TIMEOUT")[way]
        self.feature(f"timed acquire tested by {name}")
        if way == 5:
            return both(succeeded(value), differ(value, TIMEOUT)), \
                either(Not(succeeded(value)), equal(value, TIMEOUT))
        if way == 0:
            return equal(value, SUCCESS), differ(value, SUCCESS)
        if way == 1:
            return Not(equal(value, TIMEOUT)), equal(value, TIMEOUT)
        if way == 2:
            return differ(value, TIMEOUT), Not(differ(value, TIMEOUT))
        if way == 3:
            return Not(value), value
        return equal(value, number(0)), differ(value, number(0))

    def held_to_the_end(self, place):
        """A block with the lock held, and its release."""
        return self.while_held(place, lambda: self.release_at(place)) + self.release_at(place)

    def status_value(self, attempt):
        """The attempt's status, tested where it is made, or from a variable:
        statements and an expression."""
        way = self.random.randrange(3)
        if way == 0:
            return [], attempt
        status = Var(self.local("NTSTATUS", "status", SUCCESS))
        if way == 1:
            return [let(status, attempt)], status
        self.feature("assignment in a condition")
        return [], Assign(status, attempt)

    def timed_by_test(self, place, attempt):
        before, value = self.status_value(attempt)
        yes, no = self.success_test(value)
        otherwise = self.block(1) if self.chance(0.3) else []
        body = self.held_to_the_end(place)
        if self.chance(0.3) and otherwise:
            return before + [If(no, otherwise, body)]
        return before + [If(yes, body, otherwise)]

    def timed_with_exit(self, place, attempt):
        leave = self.leave_somehow()
        if leave is None:
            return self.timed_by_test(place, attempt)
        before, value = self.status_value(attempt)
        _, no = self.success_test(value)
        return before + [If(no, self.maybe_work() + leave, [])] + self.held_to_the_end(place)

    def timed_by_switch(self, place, attempt):
        self.feature("timed acquire tested by switch")
        before, value = self.status_value(attempt)
        self.breakable.append("switch")
        success = Case([SUCCESS], self.held_to_the_end(place) + [Break()])
        if self.chance(0.5):
            cases = [success, Case([TIMEOUT], self.block(1) + [Break()])]
            if self.chance(0.4):
                cases.append(Case([None], [Break()]))
        else:
            cases = [success, Case([None], self.block(1) + [Break()])]
        self.random.shuffle(cases)
        self.breakable.pop()
        return before + [Switch(value, cases)]

    def timed_and_saved(self, place, attempt):
        """The status is kept while other things are done."""
        self.feature("status saved and tested later")
        if self.chance(0.4):
            self.feature("status in a struct")
            status = Field(Var(self.local(OPERATION, "operation", None)), "Status", False)
        else:
            status = Var(self.new_local("NTSTATUS", "status", SUCCESS))
        yes, no = self.success_test(status)
        middle = self.while_held(place, lambda: [If(yes, self.release_at(place), [])], pieces=1)
        leave = self.chance(0.3) and self.leave_somehow()
        if leave:
            return [let(status, attempt)] + middle + [If(no, leave, [])] + \
                self.held_to_the_end(place)
        return [let(status, attempt)] + middle + [If(yes, self.held_to_the_end(place), [])]

    def timed_in_two_parts(self, place, attempt):
        """Tested once for the work and once for the release."""
        self.feature("status tested twice")
        status = Var(self.new_local("NTSTATUS", "status", SUCCESS))

        def release_it():
            return [If(self.success_test(status)[0], self.release_at(place), [])]

        body = self.while_held(place, release_it)
        return [let(status, attempt), If(self.success_test(status)[0], body, [])] + release_it()

    def timed_to_flag(self, place, attempt):
        self.feature("timed acquire tested into a flag")
        flag = Var(self.new_local("BOOLEAN", "locked", FALSE))
        test = self.success_test(attempt)[0]
        before = self.pick([let(flag, Choice(test, TRUE, FALSE))],
                           [If(test, [let(flag, TRUE)], [let(flag, FALSE)])],
                           [let(flag, test)])

        def release_it():
            return [If(self.flag_test(flag), self.release_at(place), [])]

        return before + self.while_held(place, release_it) + release_it()

    def timed_in_conjunction(self, place, attempt):
        """Acquires where another condition holds first."""
        self.feature("timed acquire in a conjunction")
        test = both(self.condition(1), self.success_test(attempt)[0])
        return [If(test, self.held_to_the_end(place),
                   self.block(1) if self.chance(0.3) else [])]

    def timed_by_nt_success(self, place, attempt):
        """Wrong: a time-out is a success."""
        self.feature("timed acquire tested by NT_SUCCESS")
        before, value = self.status_value(attempt)
        leave = self.leave_somehow()
        if leave and self.chance(0.5):
            return before + [If(Not(succeeded(value)), leave, [])] + self.held_to_the_end(place)
        return before + [If(succeeded(value), self.held_to_the_end(place), [])]

    def timed_and_untested(self, place, attempt):
        self.feature("timed acquire not tested")
        return [do(attempt, self.chance(0.3))] + self.held_to_the_end(place)

    def maybe_timed_section(self, place):
        """The pointer to the time-out may be NULL."""
        self.feature("time-out that may be NULL")
        timeout = self.timeout()
        wait = self.new_local(pointer("LONGLONG"), "wait", NULL)
        if self.chance(0.4):
            before, test = self.stable_condition()
            choose = before + [let(wait, Choice(test(), timeout, NULL))]
        else:
            choose = [let(wait, NULL), If(self.condition(), [let(wait, timeout)], [])]
            test = lambda: differ(Var(wait), NULL)
        status = Var(self.new_local("NTSTATUS", "status", SUCCESS))
        choose.append(let(status, self.acquire_at(place, Var(wait))))
        if self.chance(0.3):
            # Where it waited for ever it need not be tested.
            bad = both(test(), differ(status, SUCCESS))
            return choose + [If(bad, self.maybe_work(), self.held_to_the_end(place))]
        return choose + [If(self.success_test(status)[0], self.held_to_the_end(place), [])]

    def try_what_is_held(self):
        """A lock that is held can only time out."""
        self.feature("timed acquire of a held lock")
        places = [place for place in self.held[-1].places if self.reaches(place)]
        if not places:
            return [self.plain_statement()]
        place = self.random.choice(places)
        attempt = self.acquire_at(place, self.timeout())
        if self.chance(0.5):
            return [If(equal(attempt, SUCCESS), self.release_at(place), [])]
        return [do(attempt)]

    # In loops.

    def retried_section(self, place):
        """Tries until it has the lock, or often enough."""
        self.feature("retry loop")
        timeout = self.timeout()
        status = Var(self.new_local("NTSTATUS", "status", TIMEOUT))
        attempt = self.acquire_at(place, timeout)
        again = self.pick(differ(status, SUCCESS), equal(status, TIMEOUT))
        way = self.random.randrange(5)
        if way == 0:
            return [DoWhile(self.maybe_work() + [let(status, attempt)], again)] + \
                self.held_to_the_end(place)
        if way == 1:
            return [While(self.pick(differ(attempt, SUCCESS), equal(attempt, TIMEOUT)),
                          [self.plain_statement()])] + self.held_to_the_end(place)
        tries = Var(self.new_local("ULONG", "tries", number(0)))
        limit = number(self.pick(2, 3, 5, 10, 100))
        if way == 2:
            loop = For(Assign(tries, number(0)), Binary("<", tries, limit), Step(tries, 1, False),
                       [let(status, attempt), If(equal(status, SUCCESS), [Break()], [])])
            test = self.pick(equal(status, SUCCESS), Binary("<", tries, limit))
            return [let(status, TIMEOUT), loop, If(test, self.held_to_the_end(place), [])]
        if way == 3:
            loop = DoWhile([let(status, attempt)],
                           both(equal(status, TIMEOUT), Binary("<", Step(tries, 1, True), limit)))
            return [let(tries, number(0)), loop,
                    If(equal(status, SUCCESS), self.held_to_the_end(place), [])]
        self.feature("goto backward")
        label = self.new_label("Again")
        return [Label(label), let(status, attempt),
                If(equal(status, TIMEOUT), self.maybe_work() + [Goto(label)], [])] + \
            self.held_to_the_end(place)

    def section_around_loop(self, place):
        """A loop whose turns release and acquire again."""
        self.feature("loop releases and acquires again")
        again = self.release_at(place) + [self.plain_statement()] + self.plain_acquire(place)
        if self.chance(0.4):
            again = [If(self.condition(), again, [])]
        self.hold([place], lambda: self.release_at(place))
        loop = self.some_loop(lambda: again + (self.block(1) if self.chance(0.4) else []))
        self.let_go()
        return self.plain_acquire(place) + loop + self.release_at(place)

    def search_section(self, place):
        """A loop that is left with the lock held where something was found."""
        self.feature("loop left with the lock held")
        found = Var(self.new_local("BOOLEAN", "found", FALSE))
        inner = self.plain_acquire(place) + \
            [If(self.condition(), [let(found, TRUE), Break()], [])] + self.release_at(place)
        loop = self.some_loop(lambda: inner)

        def release_it():
            return [If(self.flag_test(found), self.release_at(place), [])]

        return [let(found, FALSE)] + loop + self.while_held(place, release_it, pieces=1) + \
            release_it()

    def counted_search_section(self, place):
        """A loop whose counter tells after it whether something was found."""
        self.feature("counter tells what was found")
        count = Var(self.new_local("ULONG", "count", number(0)))
        i = Var(self.new_local("ULONG", "i", number(0)))
        is_taken = self.chance(0.5)
        found = self.plain_acquire(place) if is_taken else self.release_at(place)
        turn = [If(self.opaque_condition(), found + [Break()], [])]
        turn = turn + self.maybe_work() if is_taken else turn
        loop = For(Assign(i, number(0)),
                   self.pick(Binary("<", i, count), Binary("<", i, count), differ(i, count)),
                   Step(i, 1, False), turn)
        was_found = self.pick(Binary("<", i, count), differ(i, count), Not(equal(i, count)))
        not_found = self.pick(equal(i, count), Binary(">=", i, count), Not(Binary("<", i, count)))
        before = [let(count, call("GetCount"))]
        if is_taken:
            return before + [loop] + [If(was_found, self.release_at(place), [])]
        return before + self.plain_acquire(place) + [loop] + \
            [If(not_found, self.release_at(place), [])]

    def section_of_first_and_last_turn(self, place):
        """Acquires in one turn and releases in another."""
        self.feature("first turn acquires, last releases")
        i = Var(self.new_local("ULONG", "i", number(0)))
        count = self.turn_count(2, 3, 5, 10)
        first = self.pick(0, 0, 0, 1, count - 1)
        last = self.pick(count - 1, count - 1, count - 1, first, max(count - 2, 0))
        self.turns *= count
        self.loops.append(len(self.held))
        self.breakable.append("loop")
        self.hold([place], lambda: [self.plain_statement()])
        may_return, self.may_return = self.may_return, False
        body = self.block(1) if self.chance(0.3) and count < 50 else [self.plain_statement()]
        self.may_return = may_return
        self.let_go()
        self.breakable.pop()
        self.loops.pop()
        self.turns //= count
        body = [If(equal(i, number(first)), self.plain_acquire(place), [])] + body + \
            [If(equal(i, number(last)), self.release_at(place), [])]
        return [For(Assign(i, number(0)), Binary("<", i, number(count)), Step(i, 1, False), body)]

    def section_from_turn_to_turn(self, place):
        """Every other turn acquires, every other releases."""
        self.feature("every other turn releases")
        held = Var(self.new_local("BOOLEAN", "held", FALSE))
        turn = [If(self.flag_test(held), self.release_at(place) + [let(held, FALSE)],
                   self.plain_acquire(place) + [let(held, TRUE)])]
        loop = self.some_loop(lambda: turn + self.maybe_work())
        return [let(held, FALSE)] + loop + [If(self.flag_test(held), self.release_at(place), [])]

    # Arrays of locks.

    def element(self, index):
        """The element INDEX, an expression, of the array of locks."""
        if self.world.array == "GlobalLocks":
            return Index(Global("GlobalLocks"), index)
        context = self.get_context()
        return context and Index(Field(context, "Locks", True), index)

    def array_places(self):
        """The places of the elements; None if one is held already, or the array
        cannot be reached."""
        root = self.world.array
        path = () if root == "GlobalLocks" else ("Locks",)
        places = [Place(root, *path, i) for i in range(ARRAY_SIZE)]
        if self.busy & set(places) or not self.reaches(places[0]):
            return None
        return places

    def array_section(self, place):
        places = self.array_places()
        if places is None:
            return self.plain_section(place)
        i = Var(self.new_local("int", "i", number(0)))
        return self.random.choice([self.all_elements, self.all_elements, self.each_element,
                                   self.each_element, self.elements_until_time_out,
                                   self.hand_over_hand, self.some_elements,
                                   self.elements_in_turn])(places, i)

    def upward(self, i, body, count=ARRAY_SIZE, first=0):
        return For(Assign(i, number(first)), Binary("<", i, number(count)), Step(i, 1, False), body)

    def downward(self, i, body):
        return For(Assign(i, number(ARRAY_SIZE - 1)), Binary(">=", i, number(0)),
                   Step(i, -1, False), body)

    def with_elements(self, places, release_all):
        self.hold(places, lambda: [release_all()])
        body = self.block()
        self.let_go()
        return body

    def all_elements(self, places, i):
        self.feature("loop acquires an array of locks")

        def release_all():
            return self.pick(self.upward, self.downward)(i, [do(release(self.element(i)))])

        take = self.pick(self.upward, self.downward)(i, [do(acquire(self.element(i)))])
        return [take] + self.with_elements(places, release_all) + [release_all()]

    def each_element(self, places, i):
        self.feature("loop over an array of locks")
        self.turns *= ARRAY_SIZE
        self.loops.append(len(self.held))
        self.breakable.append("loop")
        self.hold(places, lambda: [do(release(self.element(i)))])
        body = self.block(1)
        self.let_go()
        self.breakable.pop()
        self.loops.pop()
        self.turns //= ARRAY_SIZE
        if self.chance(0.3):
            inner = [If(equal(acquire(self.element(i), self.timeout()), SUCCESS),
                        body + [do(release(self.element(i)))], [])]
        else:
            inner = [do(acquire(self.element(i)))] + body + [do(release(self.element(i)))]
        return [self.pick(self.upward, self.downward)(i, inner)]

    def elements_until_time_out(self, places, i):
        self.feature("loop releases what it acquired so far")
        attempt = acquire(self.element(i), self.timeout())
        take = self.upward(i, [If(self.success_test(attempt)[1], [Break()], [])])

        def release_all():
            return While(Binary(">", Step(i, -1, False), number(0)),
                         [do(release(self.element(i)))])

        if self.chance(0.5):
            inner = If(equal(i, number(ARRAY_SIZE)), self.with_elements(places, release_all), [])
            return [take, inner, release_all()]
        return [take] + self.with_elements(places, release_all) + [release_all()]

    def hand_over_hand(self, places, i):
        self.feature("locks taken hand over hand")
        self.hold(places, None)
        may_return, self.may_return = self.may_return, False
        self.breakable.append("switch")  # neither break nor continue
        work = self.block(1) if self.chance(0.4) else [self.plain_statement()]
        self.breakable.pop()
        self.may_return = may_return
        self.let_go()
        step = [do(acquire(self.element(i)))] + work + \
            [do(release(self.element(Binary("-", i, number(1)))))]
        return [do(acquire(self.element(number(0)))), self.upward(i, step, first=1),
                do(release(self.element(number(ARRAY_SIZE - 1))))]

    def some_elements(self, places, i):
        """Those that a test of the counter chooses."""
        self.feature("loop acquires some of an array")
        chosen = self.pick(equal(i, number(2)), Binary("<", i, number(2)),
                           equal(Binary("%", i, number(2)), number(0)), differ(i, number(1)))

        def release_all():
            return self.downward(i, [If(chosen, [do(release(self.element(i)))], [])])

        take = self.upward(i, [If(chosen, [do(acquire(self.element(i)))], [])])
        return [take] + self.with_elements(places, release_all) + [release_all()]

    def elements_in_turn(self, places, i):
        """A long loop, each turn with the lock that the counter points at."""
        self.feature("loop with a lock per turn")
        count = self.turn_count(10, 20)
        index = Binary("%", i, number(ARRAY_SIZE))
        body = [do(acquire(self.element(index))), self.plain_statement(),
                do(release(self.element(index)))]
        return [self.upward(i, body, count)]

    def index_section(self, place):
        """An element that an unknown number points at."""
        numbers = [e for kind, e in self.inputs if kind == "number"]
        if self.array_places() is None or not numbers:
            return self.plain_section(place)
        self.feature("unknown element of an array")
        places, index = self.array_places(), self.random.choice(numbers)
        body = self.hold(places, lambda: [do(release(self.element(index)))]) or self.block(1)
        self.let_go()
        return [If(Binary("<", index, number(ARRAY_SIZE)),
                   [do(acquire(self.element(index)))] + body +
                   [do(release(self.element(index)))], [])]

    # Locks that are created and deleted.

    def created_section(self, place):
        self.feature("lock created")
        status = Var(self.local("NTSTATUS", "status", SUCCESS))
        is_local = self.chance(0.6)
        if is_local:
            where = Var(self.new_local(LOCK, "created", NULL))
            handle = lambda: where
        else:
            self.feature("lock created in a global or a context")
            if place in self.given or self.copies.pop(place, None):
                return self.plain_section(place)
            where = self.spell(place)
            handle = lambda: self.spell(place)
        self.hold([] if is_local else [place], lambda: [do(release(handle()))])
        body = self.block(1)
        self.let_go()
        section = [do(acquire(handle()))] + body + [do(release(handle()))]
        if self.chance(0.3):
            section += [If(equal(acquire(handle(), self.timeout()), SUCCESS),
                           [do(release(handle()))], [])]
        if self.chance(0.6):
            self.feature("lock deleted")
            section += [do(delete(handle()))]
            if not is_local or self.chance(0.3):
                section += [let(handle(), NULL)]
        create_it = create(where)
        way = self.random.randrange(5)
        if way == 0:
            return [let(status, create_it), If(succeeded(status), section, [])]
        if way == 1:
            return [If(succeeded(create_it), section, self.maybe_work())]
        if way == 2:
            self.feature("created handle compared with NULL")
            return [let(status, create_it), If(differ(handle(), NULL), section, [])]
        leave = way == 3 and self.leave_somehow()
        if leave:
            return [let(status, create_it), If(Not(succeeded(status)), leave, [])] + section
        self.feature("failure to create a lock not handled")
        return [let(status, create_it)] + section

    def created_array_section(self, place):
        """Creates the locks of an array one by one, and deletes them."""
        places = self.array_places()
        if places is None or self.turns > 1:
            return self.created_section(place)
        self.feature("loop creates locks")
        i = Var(self.new_local("int", "i", number(0)))
        make = self.upward(i, [If(Not(succeeded(create(self.element(i)))), [Break()], [])])
        use = If(equal(i, number(ARRAY_SIZE)),
                 [do(acquire(self.element(number(1)))), self.plain_statement(),
                  do(release(self.element(number(1))))], [])
        clean = While(Binary(">", Step(i, -1, False), number(0)),
                      [do(delete(self.element(i))), let(self.element(i), NULL)])
        return [make, use, clean]

    def delete_for_good(self, place):
        """A lock that is not used again."""
        self.feature("lock deleted")
        section = self.plain_section(place)
        self.busy.add(place)
        return section + [do(delete(self.spell(place)))] + \
            ([let(self.spell(place), NULL)] if self.chance(0.5) else [])

    # Handles that unseen code has.

    def handle_from_elsewhere(self, _):
        self.feature("handle from an opaque call")
        handle = Var(self.new_local(LOCK, "handle", NULL))
        body = self.while_held(Place("nowhere"), lambda: [do(release(handle))], pieces=1)
        return [let(handle, call("FindHandle")), do(acquire(handle))] + body + \
            [do(release(handle))]

    def handle_given_away(self, place):
        """Unseen code may do with it what it likes from there on."""
        self.feature("handle given to an opaque call")
        section = self.plain_section(place)
        self.busy.add(place)
        if self.chance(0.5) and place not in self.copies:
            give = call("UseHandleAt", AddressOf(self.spell(place)))
        else:
            give = call("UseHandle", self.spell(place))
        after = self.pick([], self.plain_acquire(place) + self.release_at(place),
                          self.release_at(place), self.plain_acquire(place))
        return section + [do(give)] + after


class _Held:
    """A lock that the statements being written hold."""

    def __init__(self, places, release_it, acquire_it):
        self.places = places
        self.release = release_it  # makes the statements that release it
        self.acquire = acquire_it  # makes those that acquire it again, where that is plain
        self.struct = None  # the local that has the handle
