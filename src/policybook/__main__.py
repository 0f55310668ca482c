"""Run the command as `python -m policybook`."""

from policybook.start import main

main()
