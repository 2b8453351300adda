"""Reads files of no known shape: finds lists of like records in them, and proposes what their fields mean."""
