"""Pure rules of the room: what is inherited, how strongly a text is worded, which texts are alike, what a text asks."""
