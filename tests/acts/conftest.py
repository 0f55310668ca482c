"""A fresh Heron Bend for each test."""

from tests.acts import desk

__all__ = ["desk"]
