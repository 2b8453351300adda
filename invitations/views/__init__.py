"""Pages and documents of invitations: find, check access, call one service, answer.

No view imports another.
"""
