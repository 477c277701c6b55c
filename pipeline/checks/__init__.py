"""Checks: findings about a profile or its files. A check knows no document and no other check."""
