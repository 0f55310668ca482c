"""Run the command as `python -m policybook`."""

from policybook.cli import main

main()
