"""Text that shows a page as it was laid out, its columns kept apart by blanks alone."""
