"""Variants differ from the original and from each other, in one place, and are programs."""

import ast
import unittest

from single_faults import Fault, faults

SOURCE = '''
def pool(A_prev, f, stride):
    n_H = (A_prev.shape[1] - f) // stride + 1
    A = np.zeros((1, n_H))
    for h in range(n_H):
        A[0, h] += np.max(A_prev[0, h * stride:h * stride + f], axis=0)
    return A, f
'''


def by_category(found: list[Fault], category: str) -> list[str]:
    return [fault.description for fault in found if fault.category == category]


class SingleFaults(unittest.TestCase):
    def setUp(self) -> None:
        self.found = faults(SOURCE)

    def test_every_variant_is_another_program(self) -> None:
        programs = [ast.unparse(ast.parse(fault.source)) for fault in self.found]
        self.assertEqual(len(programs), len(set(programs)))
        self.assertNotIn(ast.unparse(ast.parse(SOURCE)), programs)

    def test_every_kind_of_fault_is_made(self) -> None:
        expected = {
            "operators": "n_H = (A_prev.shape[1] - f) // stride + 1  ->  n_H = (A_prev.shape[1] + f) // stride + 1",
            "division": "n_H = (A_prev.shape[1] - f) // stride + 1  ->  n_H = (A_prev.shape[1] - f) / stride + 1",
            "constants": "n_H = (A_prev.shape[1] - f) // stride + 1  ->  n_H = (A_prev.shape[1] - f) // stride + 0",
            "names": "n_H = (A_prev.shape[1] - f) // stride + 1  ->  n_H = (A_prev.shape[1] - stride) // stride + 1",
            "bounds": "for h in range(n_H):  ->  for h in range(n_H - 1):",
            "functions": "A = np.zeros((1, n_H))  ->  A = np.ones((1, n_H))",
            "dtype": "A = np.zeros((1, n_H))  ->  A = np.zeros((1, n_H), dtype=int)",
            "order": "return (A, f)  ->  return (f, A)",
            "lost statements": "return (A, f)  ->  (deleted)",
        }
        for category, description in expected.items():
            with self.subTest(category):
                self.assertIn(description, by_category(self.found, category))

    def test_sums_indices_and_axes_are_lost(self) -> None:
        self.assertTrue(any("A[0, h] = np.max" in text for text in by_category(self.found, "accumulation")))
        self.assertTrue(any("A[h, 0] += np.max" in text for text in by_category(self.found, "indices")))
        self.assertTrue(any("axis" not in text.split("->")[1] for text in by_category(self.found, "axes")))

    def test_every_fault_names_its_line(self) -> None:
        lines = SOURCE.count("\n")
        self.assertTrue(all(2 <= fault.line <= lines for fault in self.found))


if __name__ == "__main__":
    unittest.main()
