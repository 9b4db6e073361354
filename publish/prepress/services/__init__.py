"""The rules of print services, and the covers of the books that they glue."""
