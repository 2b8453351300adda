"""What hosts do: invite people, within a quota, and set game nights."""
