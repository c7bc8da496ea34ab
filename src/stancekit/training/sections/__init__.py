"""What training and evaluation found out, as sections of a report."""
