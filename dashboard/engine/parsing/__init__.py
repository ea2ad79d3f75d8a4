"""Articles parsed once, corrected and queued; long ones in a process of their own."""
