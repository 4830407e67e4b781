package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.axis.SpreadUnits;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;

/**
 * Which column is what: as somebody states it, else by unit, UCD and utype, else by name, else, in
 * a table without names, the first for wavelengths and the second for fluxes.
 */
final class ColumnChoice {
  private final String fileName;
  private final TextTable table;
  private final StatedFacts stated;
  private final Samples samples;
  private final Map<Integer, Piece> pieces = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int wavelength = -1;
  private int flux = -1;
  private int uncertainty = -1;
  private int mask = -1;
  private int order = -1;

  private ColumnChoice(String fileName, TextTable table, StatedFacts stated) {
    this.fileName = fileName;
    this.table = table;
    this.stated = stated;
    this.samples = table.samples();
  }

  /**
   * The columns that are used, by their numbers from 0; −1 where there is none.
   *
   * @param kind what the uncertainty is
   * @param maskOfGood whether the mask is 0 where a sample is bad
   * @param pieces what became of each column
   */
  record Chosen(
      int wavelength,
      int flux,
      int uncertainty,
      Uncertainty.Kind kind,
      int mask,
      boolean maskOfGood,
      int order,
      List<Piece> pieces,
      List<String> notes) {}

  /**
   * Chooses.
   *
   * @throws org.novacat.transforms.spectrum.text.source.TextRefusedException when no column, or
   *     more than one, may be the wavelength or the flux
   */
  static Chosen of(String fileName, TextTable table, StatedFacts stated) {
    return new ColumnChoice(fileName, table, stated).choose();
  }

  private Chosen choose() {
    wavelength = stated(StatedFact.WAVELENGTH_COLUMN);
    flux = stated(StatedFact.FLUX_COLUMN);
    boolean named = wavelength >= 0 && flux >= 0;
    if (!named) {
      SpectrumSigns.check(fileName, table);
    }
    wavelength = wavelength >= 0 ? wavelength : ofWavelength();
    flux = flux >= 0 ? flux : ofFlux();
    use(wavelength, "wavelength");
    use(flux, "flux");
    Uncertainty.Kind kind = chooseUncertainty();
    boolean good = chooseMask();
    chooseOrder();
    IntStream.range(0, samples.columns()).forEach(this::leave);
    return new Chosen(
        wavelength, flux, uncertainty, kind, mask, good, order, inOrder(), List.copyOf(notes));
  }

  private List<Piece> inOrder() {
    return IntStream.range(0, samples.columns()).mapToObj(pieces::get).toList();
  }

  /** The column that somebody states by its name or by its number from 1; −1 when nobody does. */
  private int stated(StatedFact fact) {
    String said = stated.text(fact).orElse("").strip();
    if (said.isEmpty()) {
      return -1;
    }
    for (int i = 0; i < samples.columns(); i++) {
      if (table.columns().get(i).name().equalsIgnoreCase(said)) {
        return i;
      }
    }
    int number = said.matches("\\d{1,4}") ? Integer.parseInt(said) : 0;
    if (number < 1 || number > samples.columns()) {
      throw Remedies.state(
          QuarantineReason.MISSING_CRITICAL_METADATA,
          "STATED_COLUMN_MISSING",
          fileName,
          "%s says that %s is '%s', and it has no such column among its %s"
              .formatted(stated.from(), fact.key(), said, samples.columns()),
          fact,
          "1");
    }
    return number - 1;
  }

  private int ofWavelength() {
    List<Integer> found = all(ColumnRole.WAVELENGTH);
    found = found.isEmpty() ? all(ColumnRole.LOG_WAVELENGTH) : found;
    found = found.isEmpty() ? all(ColumnRole.OTHER_AXIS) : found;
    if (found.isEmpty()) {
      return first();
    }
    if (found.size() > 1) {
      found = SeveralAxes.narrowed(table, found);
    }
    if (found.size() > 1) {
      throw several("wavelengths", found, StatedFact.WAVELENGTH_COLUMN);
    }
    return found.get(0);
  }

  private int ofFlux() {
    List<Integer> found = all(ColumnRole.FLUX).stream().filter(i -> i != wavelength).toList();
    if (found.isEmpty()) {
      return second();
    }
    List<Integer> plain =
        found.stream().filter(i -> table.columns().get(i).qualifiers().isEmpty()).toList();
    List<Integer> left = plain.isEmpty() ? found : plain;
    if (left.size() > 1) {
      throw several("fluxes", left, StatedFact.FLUX_COLUMN);
    }
    return left.get(0);
  }

  private RuntimeException several(String what, List<Integer> columns, StatedFact fact) {
    String names = columns.stream().map(this::called).collect(Collectors.joining(", "));
    return Remedies.state(
        QuarantineReason.MISSING_CRITICAL_METADATA,
        "COLUMNS_AMBIGUOUS",
        fileName,
        "%s may be its %s".formatted(names, what),
        fact,
        Integer.toString(columns.get(0) + 1));
  }

  /** The first column that has numbers, in a table whose names say nothing. */
  private int first() {
    return positional(0, "wavelength", StatedFact.WAVELENGTH_COLUMN);
  }

  private int second() {
    boolean byPlace = pieces.isEmpty() && isNameless(wavelength);
    if (!byPlace) {
      throw unknown("flux", StatedFact.FLUX_COLUMN);
    }
    return positional(1, "flux", StatedFact.FLUX_COLUMN);
  }

  private int positional(int place, String what, StatedFact fact) {
    List<Integer> numeric =
        IntStream.range(0, samples.columns()).filter(i -> samples.numbers(i) > 0).boxed().toList();
    boolean nameless = numeric.stream().allMatch(this::isNameless);
    if (!nameless || table.misfit() != null || numeric.size() <= place) {
      throw unknown(what, fact);
    }
    return numeric.get(place);
  }

  private boolean isNameless(int column) {
    TextColumn it = table.columns().get(column);
    return it.role() == null && (it.name().isEmpty() || SpectrumSigns.isGeneric(it.name()));
  }

  private RuntimeException unknown(String what, StatedFact fact) {
    String names =
        table.misfit() == null
            ? IntStream.range(0, samples.columns())
                .mapToObj(this::called)
                .collect(Collectors.joining(", "))
            : "line %s, '%s', names another number of columns than its rows have"
                .formatted(table.misfit().number(), table.misfit().said());
    return Remedies.state(
        QuarantineReason.MISSING_CRITICAL_METADATA,
        "COLUMNS_UNKNOWN",
        fileName,
        "nothing says which of its columns is the %s (%s)".formatted(what, names),
        fact,
        fact == StatedFact.FLUX_COLUMN && wavelength == 0 ? "2" : "1");
  }

  /** Columns of a role that have numbers. */
  private List<Integer> all(ColumnRole role) {
    return IntStream.range(0, samples.columns())
        .filter(i -> table.columns().get(i).is(role) && samples.numbers(i) > 0)
        .boxed()
        .toList();
  }

  private Uncertainty.Kind chooseUncertainty() {
    uncertainty = stated(StatedFact.UNCERTAINTY_COLUMN);
    if (uncertainty < 0) {
      uncertainty = ofUncertainty();
    }
    String said = stated.text(StatedFact.UNCERTAINTY_KIND).orElse("");
    Uncertainty.Kind kind =
        uncertainty < 0
            ? Uncertainty.Kind.SIGMA
            : UncertaintyKinds.of(said, table.columns().get(uncertainty));
    if (uncertainty >= 0 && said.isEmpty() && stated(StatedFact.UNCERTAINTY_COLUMN) < 0) {
      kind = byUnit(kind);
    }
    if (uncertainty >= 0) {
      use(uncertainty, UncertaintyKinds.words(kind));
    }
    return kind;
  }

  /** The kind that the unit leaves; where it leaves none the column is not used. */
  private Uncertainty.Kind byUnit(Uncertainty.Kind named) {
    String unit = table.columns().get(uncertainty).unit();
    Uncertainty.Kind kind = SpreadUnits.kind(named, unit, table.columns().get(flux).unit());
    if (kind == null) {
      uncertainty = -1;
    }
    return kind == null ? Uncertainty.Kind.SIGMA : kind;
  }

  /** Of several the one whose name has the same further words as that of the flux. */
  private int ofUncertainty() {
    for (ColumnRole role : List.of(ColumnRole.SIGMA, ColumnRole.IVAR, ColumnRole.VARIANCE)) {
      List<Integer> found = all(role);
      List<Integer> same =
          found.stream()
              .filter(
                  i ->
                      table
                          .columns()
                          .get(i)
                          .qualifiers()
                          .equals(table.columns().get(flux).qualifiers()))
              .toList();
      List<Integer> left = found.size() > 1 ? same : found;
      if (left.size() == 1) {
        return left.get(0);
      }
    }
    return -1;
  }

  private boolean chooseMask() {
    mask = stated(StatedFact.MASK_COLUMN);
    List<Integer> found = new ArrayList<>(all(ColumnRole.MASK));
    found.addAll(truths(ColumnRole.MASK));
    List<Integer> good = new ArrayList<>(all(ColumnRole.GOOD));
    good.addAll(truths(ColumnRole.GOOD));
    boolean statedGood = mask >= 0 && table.columns().get(mask).is(ColumnRole.GOOD);
    boolean ofGood = mask >= 0 ? statedGood : found.isEmpty() && good.size() == 1;
    int one = found.size() == 1 ? found.get(0) : ofGood && mask < 0 ? good.get(0) : -1;
    int chosen = mask >= 0 ? mask : one;
    mask = chosen >= 0 && Masks.isPlausible(samples, chosen, ofGood) ? chosen : -1;
    if (mask >= 0) {
      use(mask, ofGood ? "quality, 0 is bad" : "quality, 0 is good");
    } else if (chosen >= 0) {
      unaccounted(
          chosen, "more samples are bad by it than good, so what its values mean is not clear");
    }
    return ofGood;
  }

  private List<Integer> truths(ColumnRole role) {
    return IntStream.range(0, samples.columns())
        .filter(i -> table.columns().get(i).is(role) && samples.isTruth(i))
        .boxed()
        .toList();
  }

  private void chooseOrder() {
    List<Integer> found = all(ColumnRole.ORDER);
    if (found.size() == 1 && Blocks.areOrders(samples, found.get(0))) {
      order = found.get(0);
      use(order, "number of the order");
    }
  }

  private void use(int column, String as) {
    TextColumn it = table.columns().get(column);
    String why = it.why().isEmpty() ? "" : ", by its " + it.why();
    pieces.put(column, Piece.used("column", called(column), as + why));
  }

  private void unaccounted(int column, String why) {
    pieces.put(column, Piece.unaccounted("column", called(column), why));
    notes.add("%s is not used: %s.".formatted(called(column), why));
  }

  /** What becomes of a column that nobody needs. */
  private void leave(int column) {
    if (pieces.containsKey(column)) {
      return;
    }
    String irrelevant = LeftColumns.irrelevant(table.columns().get(column), samples, column);
    if (irrelevant.isEmpty()) {
      unaccounted(column, LeftColumns.unaccounted(table.columns().get(column), samples, column));
    } else {
      pieces.put(column, Piece.irrelevant("column", called(column), irrelevant));
    }
  }

  /** A column for people: its number from 1 and its name. */
  private String called(int column) {
    String name = table.columns().get(column).name();
    return name.isEmpty()
        ? "column %s".formatted(column + 1)
        : "column %s '%s'".formatted(column + 1, name);
  }
}
