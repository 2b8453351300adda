"""The states of a deck from draft to archive, cards that are proposed or reported,
and what waits for a reviewer.
"""
