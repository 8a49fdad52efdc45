"""Speed as ratios against a floor measured in the same run; nothing here is a test, and nothing asserts a clock."""
