"""The domain: the profile, its trace and ledger, identifiers. Knows no document and no format."""
