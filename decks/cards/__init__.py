"""Texts of cards: made regular, compared, and taken apart for drawing. Pure; knows no database."""
