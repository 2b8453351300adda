"""The channel layer and the consumers of the classic stack."""
