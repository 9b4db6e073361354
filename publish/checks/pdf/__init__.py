"""What is looked for in finished PDFs: on their pages, and in what they say of themselves."""
