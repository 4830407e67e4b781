package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.Trust;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
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

  /**
   * What the times count from, the nova and the band of the whole file, and the values.
   *
   * @param object the nova for all rows
   * @param band the band for all rows
   */
  private record Said(TimeFrame frame, Stated object, Stated band, List<ValuePlan> values) {}

  /**
   * Plans the reading of the table; once, since it settles what becomes of each column.
   *
   * @param lines whether the rows are lines of the upload
   */
  public Plan plan(String encoding, boolean lines) {
    Said said = said();
    CommentAccount comments = comments();
    List<Integer> clocks = new TimeFinder(roles, sample, null).unread();
    doubt = joined(ColumnAccount.settle(roles, sample, said.frame()), comments.doubt());
    FileRefusal quantity = quantity(said.values());
    BandWish wish = isBanded(said) ? null : bandWish(said);
    FileRefusal refusal = refusal(said, wish, quantity);
    RowPlan rows = rows(said);
    List<Understanding.Wish> wishes = wishes(said, wish, quantity);
    return new Plan(
        understanding(encoding, lines, said, wishes, pieces(comments, said.object())),
        rows,
        refusal == null ? doubtOfTimes(said.frame(), clocks) : refusal,
        new RowRemedies(roles, sample, said.frame(), said.values(), settings.now())::all);
  }

  /** In this order they leave their notes. */
  private Said said() {
    return new Said(
        new FrameFinder(table, sidecar, roles, sample, notes).frame(),
        Stated.object(name, table, sidecar, roles, notes),
        Stated.band(table, sidecar, roles, notes),
        new ValueFinder(table, sidecar, roles, notes).values());
  }

  private CommentAccount comments() {
    ColumnFacts facts = table.facts();
    return CommentAccount.of(
        facts, table.columns(), new FactDoubts(name, facts, roles, sample, sidecar));
  }

  private @Nullable FileRefusal quantity(List<ValuePlan> values) {
    return new QuantityCheck(name, roles, sidecar, values, zeroPointSystem(), sample).refusal();
  }

  private boolean isBanded(Said said) {
    return !said.band().text().isEmpty()
        || roles.has(Role.BAND)
        || roles.has(Role.BAND_VALUE)
        || roles.has(Role.ENERGY_ABOVE);
  }

  private BandWish bandWish(Said said) {
    return new BandWish(roles, table.facts(), sample, said.values());
  }

  private @Nullable FileRefusal refusal(
      Said said, @Nullable BandWish wish, @Nullable FileRefusal quantity) {
    String epoch = new Candidates(roles, sample).epoch();
    String band = wish == null ? "" : wish.remedy();
    return FileRefusals.of(name, roles, said.frame(), epoch, band, quantity);
  }

  private @Nullable FileRefusal doubtOfTimes(TimeFrame frame, List<Integer> clocks) {
    return new TimeDoubts(name, roles, sample, frame).refusal(table, sidecar, clocks);
  }

  private List<Understanding.Wish> wishes(
      Said said, @Nullable BandWish wish, @Nullable FileRefusal quantity) {
    return new Wishes(
            roles,
            said.frame(),
            said.object().text(),
            wish == null ? null : wish.wish(),
            said.values(),
            quantity,
            sample,
            settings.now())
        .list();
  }

  private Understanding understanding(
      String encoding,
      boolean lines,
      Said said,
      List<Understanding.Wish> wishes,
      List<Piece> pieces) {
    return new Understanding(
        table.format(),
        encoding,
        lines,
        roles.uses(),
        said.frame(),
        table.facts().values(),
        said.object().text(),
        said.object().reason(),
        said.band().text(),
        said.band().reason(),
        trust(said),
        wishes,
        notes,
        List.of(),
        new Account(LineTally.NONE, 0, pieces));
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
  }

  /** Comments, the name of the file where it names the nova, and columns that nobody understood. */
  private List<Piece> pieces(CommentAccount comments, Stated object) {
    List<Piece> pieces = new ArrayList<>(comments.pieces());
    if (object.reason().equals(Stated.OF_FILE_NAME)) {
      pieces.add(new Piece("file name", name, Fate.USED, "the nova " + object.text()));
    }
    roles.uses().stream()
        .filter(use -> use.fate() == Fate.UNACCOUNTED)
        .map(use -> new Piece("column", use.label(), Fate.UNACCOUNTED, use.reason()))
        .forEach(pieces::add);
    return pieces;
  }

  private static Trust trust(Said said) {
    return new Trust(null, null, null, said.band().by(), null, said.object().by());
  }

  private RowPlan rows(Said said) {
    boolean beside = roles.has(Role.VALUE) && roles.has(Role.FLUX) && !table.conventions().either();
    int flux = beside ? roles.index(Role.FLUX) : -1;
    return new RowPlan(
        table,
        roles,
        said.frame(),
        sample.hasDecimalCommas(numeric(said.values())),
        said.values(),
        flux,
        beside ? roles.errorOf(flux) : -1,
        said.object().text(),
        said.band().text(),
        bandUnit(),
        bandReadings(said.values()),
        zeroPointSystem(),
        origin(),
        sidecar,
        sample.numeric(),
        doubt,
        trust(said));
  }

  /** The unit of frequencies or energies: {@code freq (GHz)}, {@code Freq_MHz}; "" for others. */
  private String bandUnit() {
    int bands = roles.index(Role.BAND);
    if (bands < 0) {
      return "";
    }
    UploadColumn column = roles.column(bands);
    String name = column.name();
    String unit =
        column.unit().isEmpty() ? name.substring(name.lastIndexOf('_') + 1) : column.unit();
    return SPECTRAL_UNIT.matcher(unit).matches() ? unit : "";
  }

  private Map<String, String> bandReadings(List<ValuePlan> values) {
    int column = roles.index(Role.BAND);
    boolean said = column < 0 || !roles.column(column).unit().isEmpty() || !bandUnit().isEmpty();
    return said || !sidecar.text(SidecarKey.BAND).isEmpty()
        ? Map.of()
        : bandReadings(column, values);
  }

  private Map<String, String> bandReadings(int column, List<ValuePlan> values) {
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
