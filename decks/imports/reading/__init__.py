"""What readers of card files share: rows and packs that come out, words for kinds, archives; and in folders
what reads texts, tables, values that nest, and databases.
"""
