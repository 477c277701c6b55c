"""Families of forms, as data: what a document of one prints, and what it means."""

from pipeline.families.errors import FamilyError
from pipeline.families.kinds import KINDS, Kind
from pipeline.families.loader import load_families, parse_family
from pipeline.families.model import DIMENSIONS, PROFILE, Family, Field, LookAlike, Node

__all__ = [
    "DIMENSIONS",
    "KINDS",
    "PROFILE",
    "Family",
    "FamilyError",
    "Field",
    "Kind",
    "LookAlike",
    "Node",
    "load_families",
    "parse_family",
]
