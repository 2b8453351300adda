"""White and black cards: their texts, the pile, hands, and what players write."""
