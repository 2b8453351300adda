"""Cards, hands and answers: what players do beside answering."""
