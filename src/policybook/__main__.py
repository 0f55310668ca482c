"""Run the command as `python -m policybook`."""

from policybook.cli.entry import main

main()
