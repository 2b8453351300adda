"""What is done to many decks at once: at once where that is short, else by a worker, while a page shows how
far it is.
"""
