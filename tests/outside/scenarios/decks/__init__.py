"""Card files and counts while games go on and workers die."""
