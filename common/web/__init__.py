"""Requests and answers: middleware, the site's own address, clients' addresses, error pages, health."""
