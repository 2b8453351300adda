"""Letters: what is in them, when and how they are sent, and whether mail works on this site."""
