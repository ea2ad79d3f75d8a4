"""Recognition: which words of an article name places, and how each is meant."""

from geo.recognition.recogniser import Recogniser

__all__ = ["Recogniser"]
