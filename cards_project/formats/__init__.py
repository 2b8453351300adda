"""How dates and times are written where a template names Django's formats (the admin)."""
