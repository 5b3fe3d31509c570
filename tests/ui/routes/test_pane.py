"""Asking as a sender."""
