"""Cards in the admin: the list of all, what is done to many, and the boxes that one deck's are typed in."""
