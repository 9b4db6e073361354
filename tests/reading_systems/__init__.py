"""E-books opened in the engines that people read them with: MuPDF, epub.js in Chromium, and calibre.

Each says in sentences what a reader would miss: words that are lost or out of order, contents that stand there twice,
links that lead nowhere. A program that is not there raises OSError.
"""
