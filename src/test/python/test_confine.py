"""Each layer holds, and each probe notices when it does not."""

import os
import sys
import unittest

from stride_runner import confine
from stride_runner.confine import Layer, Limits

LIMITS = Limits(wall=10, cpu=5, memory=64 << 20, output=1000, result=1000)


@unittest.skipUnless(sys.platform.startswith("linux"), "the layers are Linux's")
class Layers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        confine.prepare()

    def test_every_layer_holds(self):
        for layer in confine.LAYERS:
            with self.subTest(layer.name):
                self.assertIsNone(confine.probe(layer, LIMITS))

    def test_every_probe_notices_that_its_layer_is_not_there(self):
        for layer in confine.LAYERS:
            if layer.name == "privileges" and os.geteuid() != 0:
                continue  # There are none to lose
            with self.subTest(layer.name):
                self.assertIsNotNone(confine.probe(Layer(layer.name, lambda limits: None, layer.attempt), LIMITS))

    def test_a_layer_that_cannot_be_applied_does_not_hold(self):
        def fails(limits):
            raise OSError("no such thing")

        self.assertIn("no such thing", confine.probe(Layer("none", fails, lambda limits: None), LIMITS))

    def test_a_probe_that_dies_does_not_hold(self):
        self.assertEqual(confine.probe(Layer("none", lambda limits: os._exit(0), lambda limits: None), LIMITS), "the probe died")

    def test_all_layers_hold_together(self):
        def attempt(limits):
            attempts = [layer.attempt(limits) for layer in confine.LAYERS if layer.name in ("limits", "seccomp")]
            return next((failure for failure in attempts if failure), None)

        everything = Layer("all", lambda limits: confine.apply(confine.LAYERS, limits), attempt)
        self.assertIsNone(confine.probe(everything, LIMITS))


if __name__ == "__main__":
    unittest.main()
