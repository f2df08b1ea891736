"""Turn notes into recommendations, describe them, adopt them."""
