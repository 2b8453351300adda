"""Pages as visitors meet them: who is let in, what is told to whom, what hostile requests get."""
