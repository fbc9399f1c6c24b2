"""The sources of the submissions, a module for each kind, and what a person expects of every function in them."""
