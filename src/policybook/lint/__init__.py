"""Run the checks over a manual and report the findings."""
