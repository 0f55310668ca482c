"""Text as people read it: inline markup, HTML, Markdown, terminal output, suggestions and translations."""
