package org.novacat.transforms.spectrum.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.spectrum.text.table.Directive;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;
import org.novacat.transforms.spectrum.text.table.TextTables;

/** The reading of one file. */
final class SpectrumReading {
  /** Rows that may be left out, of all; one may be in any case. */
  private static final double MOST_REJECTED = 0.1;

  private final TextInput in;
  private final StatedFacts stated;
  private final TextTable table;
  private final Samples samples;
  private final TextProfile profile;
  private final List<String> notes = new ArrayList<>();

  SpectrumReading(TextInput in, StatedFacts stated) {
    this.in = in;
    this.stated = stated;
    this.table = TextTables.open(in);
    this.samples = table.samples();
    this.profile = TextProfile.of(table);
  }

  ReadResult read() {
    ColumnChoice.Chosen chosen = ColumnChoice.of(in.name(), table, stated);
    TextColumn wavelength = checked(table.columns().get(chosen.wavelength()));
    SecondSpectrum.check(in.name(), table);
    FileFacts facts = SpectrumFacts.of(table);
    List<Piece> prose = prose(facts);
    AxisFacts axis = AxisFacts.of(in.name(), wavelength, facts, stated, profile);
    FluxFacts flux =
        FluxFacts.of(in.name(), table.columns().get(chosen.flux()), facts, stated, profile);
    BitSet usable = usable(chosen);
    Orders orders = new Orders(table, chosen, axis, flux, Blocks.of(table, chosen, usable));
    SpectrumFacts.state(facts, stated);
    Stream.of(chosen.notes(), axis.notes(), flux.notes(), orders.notes()).forEach(notes::addAll);
    return result(
        chosen,
        facts,
        orders,
        account(chosen, facts, prose, usable),
        new TextTrust(profile, axis, flux, facts));
  }

  /** The column of the axis, unless it is no axis of wavelengths. */
  private TextColumn checked(TextColumn axis) {
    if (axis.is(ColumnRole.OTHER_AXIS)) {
      throw new TextRefusedException(
          QuarantineReason.NOT_A_SPECTRUM,
          "AXIS_NOT_WAVELENGTH",
          "Cannot read '%s': its axis is '%s', which is no wavelength (write wavelengths)"
              .formatted(in.name(), axis.name()));
    }
    return axis;
  }

  private List<Piece> prose(FileFacts facts) {
    List<Piece> prose = Prose.read(table.prose(), facts);
    // Names in a sentence, such as "wavelengths in air in Angstrom, flux in counts".
    Prose.read(table.header().stream().filter(line -> line.remark() >= 0).toList(), facts);
    return prose;
  }

  private ReadResult result(
      ColumnChoice.Chosen chosen,
      FileFacts facts,
      Orders orders,
      List<Piece> account,
      TextTrust trust) {
    List<SourceSpectrum> spectra = orders.spectra();
    if (spectra.isEmpty()) {
      Refusal first = orders.refused().get(0).refusal();
      String why =
          first.message().replaceFirst("^Cannot use the axis: ", "its axis cannot be used: ");
      throw new TextRefusedException(
          new Refusal(
              first.reason(),
              first.detail(),
              "Cannot read '%s': %s".formatted(in.name(), why),
              first.facts()));
    }
    Observation observation = ObservationFacts.of(facts, stated);
    return new ReadResult.Read(
        profile.id(),
        selection(chosen),
        observation,
        spectra,
        orders.refused(),
        noted(facts),
        account,
        trust.of(observation.time()),
        signature());
  }

  private List<String> noted(FileFacts facts) {
    notes.addAll(facts.notes());
    return notes;
  }

  /** Rows that have a wavelength, and a flux or none; others are left out. */
  private BitSet usable(ColumnChoice.Chosen chosen) {
    BitSet usable = new BitSet();
    for (int i = 0; i < samples.rows(); i++) {
      boolean axis = Double.isFinite(samples.value(chosen.wavelength(), i));
      usable.set(i, axis && !samples.isBad(chosen.flux(), i));
    }
    int rejected = table.lines().rejected() + samples.rows() - usable.cardinality();
    if (rejected > 0) {
      notes.add("%s of its rows are left out: a cell is no number.".formatted(rejected));
    }
    if (rejected > 1 && rejected > MOST_REJECTED * (samples.rows() + table.lines().rejected())) {
      throw new TextRefusedException(
          QuarantineReason.INVALID_FLUX,
          "TOO_MANY_BAD_ROWS",
          "Cannot read '%s': %s of %s rows are no numbers, the first in line %s (mend or leave out these lines)"
              .formatted(
                  in.name(),
                  rejected,
                  samples.rows() + table.lines().rejected(),
                  firstRejected(usable)));
    }
    return usable;
  }

  private int firstRejected(BitSet usable) {
    int row = usable.nextClearBit(0);
    int bad = row < samples.rows() ? samples.line(row) : Integer.MAX_VALUE;
    int line = table.rejected().isEmpty() ? Integer.MAX_VALUE : table.rejected().get(0).number();
    return Math.min(bad, line);
  }

  private List<Piece> account(
      ColumnChoice.Chosen chosen, FileFacts facts, List<Piece> prose, BitSet usable) {
    List<TextLine> rejected = new ArrayList<>(table.rejected());
    for (int i = usable.nextClearBit(0); i < samples.rows(); i = usable.nextClearBit(i + 1)) {
      if (rejected.size() < 2 * TextTables.MOST_KEPT) {
        rejected.add(shown(samples.line(i), i));
      }
    }
    rejected.sort(Comparator.comparingInt(TextLine::number));
    int bad = samples.rows() - usable.cardinality();
    return new TextAccount(table.lines().reject(table.lines().all() == 0 ? 0 : bad))
        .header(table)
        .add(chosen.pieces())
        .add(facts.pieces())
        .add(prose)
        .rejected(rejected, bad + table.lines().rejected())
        .stated(stated)
        .pieces();
  }

  /** The line of a row; where rows are no lines, its number. */
  private TextLine shown(int line, int row) {
    boolean isLine = table.lines().all() > 0 && line <= in.lines().size();
    return isLine ? in.lines().get(line - 1) : new TextLine(line, "sample %s".formatted(row + 1));
  }

  private Map<String, String> selection(ColumnChoice.Chosen chosen) {
    Map<String, String> inputs = new TreeMap<>();
    inputs.put("format", table.format());
    inputs.put("layout", table.layout());
    inputs.put("encoding", in.text().encoding());
    inputs.put("columns", Integer.toString(samples.columns()));
    inputs.put("sign", profile.what());
    inputs.put("wavelength", Integer.toString(chosen.wavelength() + 1));
    inputs.put("flux", Integer.toString(chosen.flux() + 1));
    return inputs;
  }

  /** Equal for files of the same make: of the same format, columns and names of values. */
  private String signature() {
    StringBuilder text = new StringBuilder("text\n").append(table.format()).append('\n');
    table.columns().forEach(c -> text.append(c.name()).append('\t').append(c.unit()).append('\n'));
    table.directives().stream()
        .map(Directive::plain)
        .sorted()
        .forEach(k -> text.append(k).append('\n'));
    return ContentHash.of(text.toString().getBytes(UTF_8)).hex();
  }
}
