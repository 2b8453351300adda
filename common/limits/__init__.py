"""Counting what somebody does, and bounds for what everybody may do."""
