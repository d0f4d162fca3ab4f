"""Resolves names, references and titles across the whole site; what fails comes back as data."""

from .link import link

__all__ = ["link"]
