"""Changes of single cards, with limits, undo and duplicates.

`card_edits` and `page_edits` are the only writers of cards.
"""
