"""``python -m publish``."""

from .cli import main

if __name__ == "__main__":  # where worker processes import this anew, they must not start over
    main()
