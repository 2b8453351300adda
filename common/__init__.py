"""The cellar: small helpers everybody may use. Imports nothing of this project."""
