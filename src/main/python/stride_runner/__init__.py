"""Runs a learner's NumPy code in a process of its own, with no way out but the result.

`runner` is the server that forks, `submission` what happens in the forked child, `confine` what the child may no longer
do, `doorman` how it is told so, `values` the bytes in which arguments and results travel, and
`watch` takes notes for pictures.
Standard library and NumPy only; nothing here knows an exercise or an expected value.
"""
