"""鳥取県's sheet as data: standard.toml, the page's template and style, and the real sheet as a sample."""
