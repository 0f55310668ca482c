"""The board's acts: each a function from the manual and what the clerk said to a plan, or a refusal that names the rule."""
