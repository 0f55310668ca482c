"""The board's own rules: readings, comment periods, majorities and what a proposal still needs."""
