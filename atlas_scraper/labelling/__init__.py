"""A document divided by its labels: which lines are labels, what belongs to each, and what is around them."""
