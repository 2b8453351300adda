"""What comes back by mail, from a mailbox or a provider: answers to dates, letters that did not arrive."""
