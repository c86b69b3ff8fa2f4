// RUN: %analyze -analyzer-checker=kmdf -analyzer-dump-egraph=%t.dot %s
// RUN: FileCheck --check-prefix=ALONE --implicit-check-not=BinaryOperator %s < %t.dot
// RUN: %analyze -analyzer-checker=kmdf,core.DivideZero -analyzer-dump-egraph=%t.dot %s 2>&1 \
// RUN:   | FileCheck %s
// RUN: FileCheck --check-prefix=TOGETHER %s < %t.dot

// LLVM 14 as it is packaged writes no graphs.
// UNSUPPORTED: llvm-14

// A function that cannot come to a lock is not explored, unless another checker
// may have something to say of it.

int divide(int number)
{
    int zero = 0;

    return number / zero; // CHECK: :[[#@LINE]]:{{.*}}Division by zero
}
// ALONE: digraph
// TOGETHER: BinaryOperator
