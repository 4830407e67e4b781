package org.novacat.transforms.unit;

/** A symbol and its power within a product. */
record Term(Symbol symbol, double power) {
  Term power(double outer) {
    return new Term(symbol, power * outer);
  }
}
