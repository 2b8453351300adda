"""Small changes of a module's source: a number, a comparison, a condition. Needs a current Python."""
from __future__ import unicode_literals

import ast

SWAPPED = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
           ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
# Assignments to these names declare something: texts, limits and keys have tests of their own.
DECLARED = {"OPTIONS", "KEYS", "PLAYER_KEYS", "OF_A_ROUND", "OF_A_GAME", "OF_A_PLAYER", "TABLE", "PLAYER", "SEAT"}


class Change(ast.NodeTransformer):
    """Makes the change of this number while it walks a tree; `count` counts all that are possible."""

    def __init__(self, wanted=-1):
        self.wanted, self.count, self.line, self.what = wanted, 0, 0, ""

    def visit_Assign(self, node):
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        return node if names & DECLARED else self.generic_visit(node)

    def visit_Constant(self, node):
        if type(node.value) is int and self._is_wanted(node, "%r is %r" % (node.value, node.value + 1)):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        other = SWAPPED[type(node.ops[0])]
        if self._is_wanted(node, "%s is %s" % (type(node.ops[0]).__name__, other.__name__)):
            node.ops[0] = other()
        return node

    def visit_BoolOp(self, node):
        self.generic_visit(node)
        other = ast.And if isinstance(node.op, ast.Or) else ast.Or
        if self._is_wanted(node, "%s is %s" % (type(node.op).__name__, other.__name__)):
            node.op = other()
        return node

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._is_wanted(node, "Not is gone"):
            return node.operand
        return node

    def _is_wanted(self, node, what):
        self.count += 1
        if self.count - 1 != self.wanted:
            return False
        self.line, self.what = node.lineno, what
        return True


def possible(source):
    """How many changes this source allows."""
    change = Change()
    change.visit(ast.parse(source))
    return change.count


def changed(source, number):
    """(tree, line, what was changed) of the source with the change of this number."""
    change = Change(number)
    tree = ast.fix_missing_locations(change.visit(ast.parse(source)))
    return tree, change.line, change.what
