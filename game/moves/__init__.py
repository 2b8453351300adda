"""Moves on stored rooms: batches of them, committed by compare-and-swap, and what they leave behind."""
