"""What readers of card files share: text and JSON from bytes, rows, tables, and the packs that come out."""
