"""Write a redline, one module for each format."""
