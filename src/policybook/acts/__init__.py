"""Record the board's acts: each act is planned from the manual and the clerk's details, or refused by the rule it breaks."""
