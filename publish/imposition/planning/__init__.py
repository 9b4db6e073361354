"""What stands where: pages on the sides of sheets. Numbers in, numbers out."""
