"""The tidy layout for very deep trees, node by node in linear time.

After A. van der Ploeg, Drawing non-layered tidy trees in linear time (2014), here with one height for all nodes.
"""

from __future__ import annotations

import numpy as np

from sorstudio.ui.picture.shape import Floats, Shape

_NOBODY = -1


def tidy_deep(shape: Shape, breadth: Floats, gap: float) -> Floats:
    """The start edge of each node along its level; the shape has one root."""
    return _Walk(shape, breadth, gap).run()


class _Walk:
    """The work space: lists, because single numbers are quicker in them than in arrays."""

    def __init__(self, shape: Shape, breadth: Floats, gap: float) -> None:
        size = shape.size
        self.parent = shape.parent.tolist()
        self.first = shape.first.tolist()
        self.count = shape.count.tolist()
        self.bottom = (shape.level_of_each() + 1).tolist()
        self.breadth = breadth.tolist()
        self.gap = gap
        self.start = [0.0] * size
        self.mod, self.shift, self.change = ([0.0] * size for _ in range(3))
        self.left_thread, self.right_thread = ([_NOBODY] * size for _ in range(2))
        self.left_end, self.right_end = list(range(size)), list(range(size))
        self.left_sum, self.right_sum = ([0.0] * size for _ in range(2))

    def run(self) -> Floats:
        for node in range(len(self.start) - 1, -1, -1):
            if self.count[node]:
                self._pack_children(node)
        return self._summed()

    def _pack_children(self, node: int) -> None:
        first = self.first[node]
        last = first + self.count[node] - 1
        lowest = [(self.bottom[self.left_end[first]], 0)]
        for index in range(1, self.count[node]):
            bottom = self.bottom[self.right_end[first + index]]
            self._separate(first, index, lowest)
            while lowest and bottom >= lowest[-1][0]:
                lowest.pop()
            lowest.append((bottom, index))
        inner = self.start[first] + self.mod[first] + self.mod[last] + self.start[last] + self.breadth[last]
        self.start[node] = (inner - self.breadth[node]) / 2
        self.left_end[node], self.left_sum[node] = self.left_end[first], self.left_sum[first]
        self.right_end[node], self.right_sum[node] = self.right_end[last], self.right_sum[last]

    def _separate(self, first: int, index: int, lowest: list[tuple[int, int]]) -> None:
        """Push child `index` clear of the right contour of those before it, going down level by level."""
        child = first + index
        left, left_mod = child - 1, self.mod[child - 1]
        right, right_mod = child, self.mod[child]
        reach = len(lowest) - 1
        is_head = True
        while left != _NOBODY and right != _NOBODY:
            if self.bottom[left] > lowest[reach][0]:
                reach -= 1
            clash = left_mod + self.start[left] + self.breadth[left] + self.gap - right_mod - self.start[right]
            if clash > 0 or (is_head and clash < 0):
                right_mod += clash
                self._move(first, index, lowest[reach][1], clash)
            is_head = False
            left = self._next_right(left)
            right = self._next_left(right)
            left_mod += self.mod[left] if left != _NOBODY else 0.0
            right_mod += self.mod[right] if right != _NOBODY else 0.0
        self._thread(first, child, left, left_mod, right, right_mod)

    def _thread(self, first: int, child: int, left: int, left_mod: float, right: int, right_mod: float) -> None:
        """Let the shallower contour go on in the deeper one, so that later walks can follow it."""
        if left == _NOBODY and right != _NOBODY:
            end = self.left_end[first]
            self.left_thread[end] = right
            jump = right_mod - self.mod[right] - self.left_sum[first]
            self.mod[end] += jump
            self.start[end] -= jump
            self.left_end[first], self.left_sum[first] = self.left_end[child], self.left_sum[child]
        elif left != _NOBODY and right == _NOBODY:
            end = self.right_end[child]
            self.right_thread[end] = left
            jump = left_mod - self.mod[left] - self.right_sum[child]
            self.mod[end] += jump
            self.start[end] -= jump
            self.right_end[child], self.right_sum[child] = self.right_end[child - 1], self.right_sum[child - 1]

    def _move(self, first: int, index: int, giver: int, distance: float) -> None:
        """Move a child's subtree and share the new room among the smaller siblings between."""
        child = first + index
        self.mod[child] += distance
        self.left_sum[child] += distance
        self.right_sum[child] += distance
        between = index - giver
        if between > 1:
            self.shift[first + giver + 1] += distance / between
            self.shift[child] -= distance / between
            self.change[child] -= distance - distance / between

    def _next_right(self, node: int) -> int:
        return self.first[node] + self.count[node] - 1 if self.count[node] else self.right_thread[node]

    def _next_left(self, node: int) -> int:
        return self.first[node] if self.count[node] else self.left_thread[node]

    def _summed(self) -> Floats:
        """Add up what was put off: every subtree's own move and the shared room."""
        total = [0.0] * len(self.start)
        for node in range(len(self.start)):
            total[node] = self.mod[node] + (total[self.parent[node]] if node else 0.0)
            moved = speed = 0.0
            for child in range(self.first[node], self.first[node] + self.count[node]):
                speed += self.shift[child]
                moved += speed + self.change[child]
                self.mod[child] += moved
        return np.add(self.start, total)
