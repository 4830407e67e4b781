package org.novacat.layouts.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads products of powers of symbols in the union of the notations that headers use: FITS 4.0
 * section 4.3.1, VOUnits 1.0 section 2, OGIP 93-001, and the CDS standard for catalogues.
 *
 * <ul>
 *   <li>product: {@code .}, {@code *}, {@code ·}, space; quotient: {@code /}, of the next factor
 *       only
 *   <li>power: {@code **2}, {@code ^2}, {@code **(-2)}, {@code cm2}, {@code cm-2}
 *   <li>leading factor: {@code 1E-17}, {@code 10**(-17)}, {@code 10^-17}, {@code 10-17} (CDS)
 * </ul>
 *
 * <p>{@code erg/s cm2} has two readings, and writers mean either: a positive power that follows a
 * quotient without brackets is refused. Negative powers there have one sensible reading.
 */
final class UnitGrammar {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern CDS_TEN = Pattern.compile("10(?=[+-]\\d)");
  private static final Pattern NAME =
      Pattern.compile("e-(?![0-9])|[A-Za-z\u00b5\u03bc\u00c5\u212b]+");
  private static final Pattern POWER_SIGN = Pattern.compile("\\s*(\\*\\*|\\^)\\s*");

  /** A power as WISeREP writes it: {@code cm(-2)}. */
  private static final Pattern BRACKETED = Pattern.compile("\\([+-]?\\d{1,2}\\)");

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d+(\\.\\d+)?(/\\d+)?");
  private static final Pattern TIMES =
      Pattern.compile("\\s*(\\*(?!\\*)|\\.|\u00b7|(?<=\\d)x(?=10))\\s*");

  /** Names for products of units: the flux densities of the HST synthetic photometry manuals. */
  private static final Map<String, String> COMPOUNDS =
      Map.of(
          "flam", "erg.s-1.cm-2.Angstrom-1",
          "fnu", "erg.s-1.cm-2.Hz-1",
          "photlam", "photon.s-1.cm-2.Angstrom-1",
          "photnu", "photon.s-1.cm-2.Hz-1");

  private static final double SMALLEST_FACTOR = 1e-100;
  private static final double LARGEST_FACTOR = 1e100;
  private static final double LARGEST_POWER = 20;

  /** A symbol and its power within a product. */
  record Term(Symbol symbol, double power) {
    Term power(double outer) {
      return new Term(symbol, power * outer);
    }
  }

  private final Cursor cursor;
  private final List<Term> terms = new ArrayList<>();
  private double factor = 1;

  UnitGrammar(String text) {
    cursor = new Cursor(text);
  }

  /** Reads the whole text; called once. */
  UnitGrammar read() throws UnitSyntaxException {
    cursor.skipSpaces();
    leadingFactors();
    if (!cursor.atEnd()) {
      terms.addAll(product());
    }
    cursor.skipSpaces();
    if (!cursor.atEnd()) {
      throw new UnitSyntaxException("'" + cursor.rest() + "' is left over");
    }
    return this;
  }

  double factor() {
    return factor;
  }

  List<Term> terms() {
    return terms;
  }

  private void leadingFactors() throws UnitSyntaxException {
    for (Optional<Double> number = number(); number.isPresent(); number = number()) {
      factor *= number.get();
      if (cursor.take(TIMES).isEmpty()) {
        cursor.skipSpaces();
      }
    }
    if (!(factor >= SMALLEST_FACTOR && factor <= LARGEST_FACTOR)) {
      throw new UnitSyntaxException("its factor is " + factor);
    }
  }

  private Optional<Double> number() throws UnitSyntaxException {
    if (cursor.take(CDS_TEN).isPresent()) {
      return Optional.of(tenTo(exponent()));
    }
    Optional<String> digits = cursor.take(NUMBER);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(digits.get());
    if (cursor.take(POWER_SIGN).isEmpty()) {
      return Optional.of(value);
    }
    double exponent = exponent();
    return Optional.of(value == 10 ? tenTo(exponent) : StrictMath.pow(value, exponent));
  }

  private static double tenTo(double exponent) {
    return new Scale(1, exponent).toDouble();
  }

  private List<Term> product() throws UnitSyntaxException {
    List<Term> product = new ArrayList<>();
    boolean divided = false;
    boolean divide = cursor.take('/');
    do {
      List<Term> next = factorTerms();
      if (!divide && divided && next.stream().anyMatch(term -> term.power() > 0)) {
        throw new UnitSyntaxException("a product after '/' has two readings without brackets");
      }
      for (Term term : next) {
        product.add(divide ? term.power(-1) : term);
      }
      divided |= divide;
      divide = cursor.take('/');
    } while (divide || another());
    return product;
  }

  /** Whether another factor follows, by a sign or by a space. */
  private boolean another() {
    if (cursor.take(TIMES).isPresent()) {
      return true;
    }
    boolean spaced = cursor.skipSpaces();
    char next = cursor.peek();
    return next != '\0' && next != ')' && (spaced || next == '(');
  }

  private List<Term> factorTerms() throws UnitSyntaxException {
    cursor.skipSpaces();
    List<Term> base = cursor.take('(') ? bracket() : named();
    double power = power();
    return base.stream().map(term -> term.power(power)).toList();
  }

  private List<Term> bracket() throws UnitSyntaxException {
    List<Term> inner = product();
    if (!cursor.take(')')) {
      throw new UnitSyntaxException("a bracket is not closed");
    }
    return inner;
  }

  private List<Term> named() throws UnitSyntaxException {
    Optional<String> name = cursor.take(NAME);
    if (name.isEmpty()) {
      throw new UnitSyntaxException("no unit at '" + cursor.rest() + "'");
    }
    String compound = COMPOUNDS.get(name.get().toLowerCase(Locale.ROOT));
    if (compound != null) {
      return new UnitGrammar(compound).read().terms();
    }
    return Symbols.find(name.get())
        .map(symbol -> List.of(new Term(symbol, 1)))
        .orElseThrow(() -> new UnitSyntaxException("no table has '" + name.get() + "'"));
  }

  private double power() throws UnitSyntaxException {
    double power =
        cursor.take(POWER_SIGN).isPresent()
            ? exponent()
            : cursor
                .take(BRACKETED)
                .map(text -> text.substring(1, text.length() - 1))
                .or(() -> cursor.take(INTEGER))
                .map(Double::parseDouble)
                .orElse(1.0);
    if (!(Math.abs(power) <= LARGEST_POWER)) {
      throw new UnitSyntaxException("a power is " + power);
    }
    return power;
  }

  private double exponent() throws UnitSyntaxException {
    boolean bracketed = cursor.take('(');
    Optional<String> number = cursor.take(bracketed ? EXPONENT : INTEGER);
    if (number.isEmpty() || (bracketed && !cursor.take(')'))) {
      throw new UnitSyntaxException("an exponent cannot be read at '" + cursor.rest() + "'");
    }
    return value(number.get());
  }

  private static double value(String number) {
    int slash = number.indexOf('/');
    return slash < 0
        ? Double.parseDouble(number)
        : Double.parseDouble(number.substring(0, slash))
            / Double.parseDouble(number.substring(slash + 1));
  }
}
