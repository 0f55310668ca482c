"""Write the list of what is due, one module for each format."""
