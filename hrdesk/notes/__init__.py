"""Take down what is said: who, when, of what kind, how sensitive."""
