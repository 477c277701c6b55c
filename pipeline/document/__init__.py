"""The neutral document: blocks and tables of styled, located text. Knows no BCP."""
