"""One trained encoder for both languages: word pieces in, word vectors and the scores of every head out."""
