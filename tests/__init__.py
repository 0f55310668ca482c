"""The tests of Policybook."""
