"""What the operations do: one module per resource, one public function per operation, named like it.

Every function takes the `Call`, then the ids of its path, then `query` and `body` where its operation has
them, and returns the body of its first success status, an `Answer` with another one, or nothing. It fails by
raising a `Problem`.
"""
