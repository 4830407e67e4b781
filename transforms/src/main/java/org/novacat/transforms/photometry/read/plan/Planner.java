package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.Trust;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Fate;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.photometry.read.upload.FileRefusals;

/** Puts together what file, format and sidecar say, before the first row is read. */
public final class Planner {
  private static final Pattern SPECTRAL_UNIT = Pattern.compile("GHz|MHz|keV|MeV|GeV|TeV");

  private final String name;
  private final RawTable table;
  private final Sidecar sidecar;
  private final ReadSettings settings;
  private final Sample sample;
  private final Roles roles;
  private final List<String> notes = new ArrayList<>();
  private String doubt = "";

  /**
   * @param sample the first rows of the table
   */
  public Planner(
      String name, RawTable table, Sidecar sidecar, ReadSettings settings, Sample sample) {
    this.name = name;
    this.table = table;
    this.sidecar = sidecar;
    this.settings = settings;
    this.sample = sample;
    this.roles = new RoleFinder(table, sidecar, settings, sample).find();
  }

  /**
   * What was understood, and how rows are read or why they are not.
   *
   * @param understanding what was understood
   * @param rows how rows are read
   * @param refusal why they are not; null when they are
   * @param remedies what helps rows that are rejected, by the reason, where the file tells more
   *     than the reason
   */
  public record Plan(
      Understanding understanding,
      RowPlan rows,
      @Nullable FileRefusal refusal,
      Supplier<Map<RowRejectionCode, String>> remedies) {}

  public Plan plan(String encoding, boolean lines) {
    TimeFrame frame = new FrameFinder(table, sidecar, roles, sample, notes).frame();
    Stated object = Stated.object(name, table, sidecar, roles, notes);
    Stated band = Stated.band(table, sidecar, roles, notes);
    List<ValuePlan> values = new ValueFinder(table, sidecar, roles, notes).values();
    boolean banded =
        !band.text().isEmpty()
            || roles.has(Role.BAND)
            || roles.has(Role.BAND_VALUE)
            || roles.has(Role.ENERGY_ABOVE);
    CommentAccount comments =
        CommentAccount.of(
            table.facts(),
            table.columns(),
            new FactDoubts(name, table.facts(), roles, sample, sidecar));
    List<Integer> clocks = new TimeFinder(roles, sample, null).unread();
    doubt = joined(ColumnAccount.settle(roles, sample, frame), comments.doubt());
    FileRefusal quantity =
        new QuantityCheck(name, roles, sidecar, values, zeroPointSystem(), sample).refusal();
    BandWish wish = new BandWish(roles, table.facts(), sample, values);
    String epoch = new Candidates(roles, sample).epoch();
    FileRefusal refusal =
        FileRefusals.of(name, roles, frame, epoch, banded ? "" : wish.remedy(), quantity);
    refusal =
        refusal == null
            ? new TimeDoubts(name, roles, sample, frame).refusal(table, sidecar, clocks)
            : refusal;
    Wishes wishes =
        new Wishes(
            roles,
            frame,
            object.text(),
            banded ? null : wish.wish(),
            values,
            quantity,
            sample,
            settings.now());
    RowPlan rows = rows(frame, object, band, values);
    Understanding understanding =
        new Understanding(
            table.format(),
            encoding,
            lines,
            roles.uses(),
            frame,
            table.facts().values(),
            object.text(),
            object.reason(),
            band.text(),
            band.reason(),
            trust(object, band),
            wishes.list(),
            notes,
            List.of(),
            new Account(LineTally.NONE, 0, pieces(comments, object)));
    return new Plan(
        understanding,
        rows,
        refusal,
        new RowRemedies(roles, sample, frame, values, settings.now())::all);
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
  }

  /** Comments, the name of the file where it names the nova, and columns that nobody understood. */
  private List<Account.Piece> pieces(CommentAccount comments, Stated object) {
    List<Account.Piece> pieces = new ArrayList<>(comments.pieces());
    if (object.reason().equals(Stated.OF_FILE_NAME)) {
      pieces.add(new Account.Piece("file name", name, Fate.USED, "the nova " + object.text()));
    }
    roles.uses().stream()
        .filter(use -> use.fate() == Fate.UNACCOUNTED)
        .map(use -> new Account.Piece("column", use.label(), Fate.UNACCOUNTED, use.reason()))
        .forEach(pieces::add);
    return pieces;
  }

  private static Trust trust(Stated object, Stated band) {
    return new Trust(null, null, null, band.by(), null, object.by());
  }

  private RowPlan rows(TimeFrame frame, Stated object, Stated band, List<ValuePlan> values) {
    boolean beside = roles.has(Role.VALUE) && roles.has(Role.FLUX) && !table.conventions().either();
    int flux = beside ? roles.index(Role.FLUX) : -1;
    int bands = roles.index(Role.BAND);
    String bandUnit = bands < 0 ? "" : bandUnit(roles.column(bands));
    return new RowPlan(
        table,
        roles,
        frame,
        sample.hasDecimalCommas(numeric(values)),
        values,
        flux,
        beside ? roles.errorOf(flux) : -1,
        object.text(),
        band.text(),
        bandUnit,
        bandReadings(values),
        zeroPointSystem(),
        origin(),
        sidecar,
        sample.numeric(),
        doubt,
        trust(object, band));
  }

  /** The unit of frequencies or energies: {@code freq (GHz)}, {@code Freq_MHz}; "" for others. */
  private static String bandUnit(UploadColumn column) {
    String name = column.name();
    String unit =
        column.unit().isEmpty() ? name.substring(name.lastIndexOf('_') + 1) : column.unit();
    return SPECTRAL_UNIT.matcher(unit).matches() ? unit : "";
  }

  private Map<String, String> bandReadings(List<ValuePlan> values) {
    int column = roles.index(Role.BAND);
    boolean said =
        column < 0
            || !roles.column(column).unit().isEmpty()
            || !bandUnit(roles.column(column)).isEmpty();
    if (said || !sidecar.text(SidecarKey.BAND).isEmpty()) {
      return Map.of();
    }
    boolean fluxes = values.stream().anyMatch(value -> !value.isMagnitude());
    Map<String, String> readings = BandSiblings.readings(sample.texts(column), fluxes);
    readings.keySet().removeAll(sidecar.bands().keySet());
    if (roles.has(Role.TELESCOPE) || roles.has(Role.INSTRUMENT)) {
      readings.keySet().removeAll(BandSiblings.OF_SURVEYS);
    }
    readings.forEach(
        (text, band) ->
            notes.add(
                "Band '%s' is read as '%s', as the others of its column are"
                    .formatted(text, band)));
    return readings;
  }

  private List<Integer> numeric(List<ValuePlan> values) {
    List<Integer> columns = new ArrayList<>();
    for (ValuePlan value : values) {
      columns.add(value.column());
      if (value.error() >= 0) {
        columns.add(value.error());
      }
    }
    if (roles.has(Role.EPOCH)) {
      columns.add(roles.index(Role.EPOCH));
    }
    return columns;
  }

  private @Nullable String zeroPointSystem() {
    int column = roles.index(Role.ZERO_POINT);
    return column < 0 ? null : ValueFinder.zeroPointSystem(table, sidecar, roles.column(column));
  }

  private Origin origin() {
    return new Origin(
        stated(SidecarKey.BIBCODE, table.facts().get(ColumnFacts.BIBCODE)),
        stated(SidecarKey.DOI, table.facts().get(ColumnFacts.DOI)),
        sidecar.text(SidecarKey.DATA_URL),
        stated(SidecarKey.CATALOG, table.facts().get(ColumnFacts.CATALOG)),
        sidecar.text(SidecarKey.TABLE),
        stated(SidecarKey.TELESCOPE, other(ColumnFacts.TELESCOPE, table.conventions().telescope())),
        stated(
            SidecarKey.INSTRUMENT, other(ColumnFacts.INSTRUMENT, table.conventions().instrument())),
        stated(SidecarKey.OBSERVER, table.facts().get(ColumnFacts.OBSERVER)));
  }

  private String other(String fact, String manual) {
    String stated = table.facts().get(fact);
    return stated.isEmpty() ? manual : stated;
  }

  private String stated(SidecarKey key, String file) {
    String asserted = sidecar.text(key);
    return asserted.isEmpty() ? Excerpt.of(file, ReadSettings.LONGEST_CELL) : asserted;
  }
}
