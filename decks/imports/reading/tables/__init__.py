"""Tables in files of all kinds, as rows of texts; and the paragraphs of office documents."""
