package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.LimitFlag;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.NumberKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Sample;

/**
 * Finds out what the columns of a table are: by a sidecar, by the manual of the format, by UCD, by
 * name, by unit, in this order.
 */
final class RoleFinder {
  private final RawTable table;
  private final Sidecar sidecar;
  private final ReadSettings settings;
  private final Sample sample;
  private final Roles roles;

  /** What is read for the names of columns, as the others of them demand. */
  private final Map<String, String> siblings;

  RoleFinder(RawTable table, Sidecar sidecar, ReadSettings settings, Sample sample) {
    this.table = table;
    this.sidecar = sidecar;
    this.settings = settings;
    this.sample = sample;
    this.roles = new Roles(table.columns());
    this.siblings =
        BandSiblings.readings(
            table.columns().stream()
                .map(column -> column.name().replaceFirst("[ _-]?[Mm]ag$", ""))
                .collect(Collectors.toSet()),
            false);
  }

  Roles find() {
    sidecar();
    conventions();
    ucds();
    if (table.isHeaderless()) {
      bareNumbers();
    }
    synonyms();
    new TimeFinder(roles, sample, sidecar.written().timeOfDay()).find();
    units();
    bandColumns();
    withErrors();
    QualifierFinder qualifiers = new QualifierFinder(roles, sample);
    qualifiers.values();
    new ErrorFinder(roles, sample).find();
    new LimitFinder(roles, sample).find();
    qualifiers.find();
    return roles;
  }

  private void sidecar() {
    sidecar
        .columns()
        .forEach(
            (name, role) -> {
              int column = named(name);
              if (column < 0) {
                throw new UploadRefusedException(
                    FileRefusalCode.MISSING_REQUIRED_COLUMN,
                    "Cannot use the sidecar: there is no column '%s'".formatted(name),
                    "Name columns as the header does, or by number from 1");
              }
              roles.give(column, role, "the sidecar says so");
            });
  }

  private int named(String name) {
    for (int i = 0; i < roles.size(); i++) {
      if (roles.column(i).name().equals(name) || roles.column(i).label().equals(name)) {
        return i;
      }
    }
    boolean number = name.matches("[1-9]\\d{0,3}") && Integer.parseInt(name) <= roles.size();
    return number ? Integer.parseInt(name) - 1 : -1;
  }

  private void conventions() {
    for (int i = 0; i < roles.size(); i++) {
      Role role = table.conventions().roles().get(roles.column(i).plain());
      String reason = "a column of " + table.format();
      if (role != null && isForSeveral(role) && roles.isFree(i)) {
        roles.give(i, role, reason);
      } else if (role != null) {
        give(i, role, reason);
      }
    }
  }

  /** Most roles are for one column, but a manual knows better. */
  private boolean isForSeveral(Role role) {
    return role == Role.QUALITY
        || role == Role.DERIVED
        || (role == Role.FLUX && table.conventions().either());
  }

  private void ucds() {
    for (int i = 0; i < roles.size(); i++) {
      Role role = byUcd(roles.column(i));
      String reason = "UCD " + roles.column(i).ucd();
      if (role == Role.VALUE && areBanded() && roles.isFree(i)) {
        bandValue(i, bandOf(roles.column(i).name()), reason);
      } else if (role != null) {
        give(i, role, reason);
      }
    }
  }

  /** The UCD of a limit is often that of a value. */
  private static @Nullable Role byUcd(UploadColumn column) {
    Role role = Synonyms.byUcd(column.ucd().toLowerCase(Locale.ROOT));
    boolean limit =
        LimitFlag.senseOf(column.name()) != LimitFlag.Sense.OTHER
            || Synonyms.rank(Role.LIMIT, column.plain()) >= 0;
    return limit && (role == Role.VALUE || role == Role.FLUX) ? null : role;
  }

  /** Whether all columns of magnitudes by UCD are named after bands, as Bmag and Vmag are. */
  private boolean areBanded() {
    List<UploadColumn> magnitudes =
        table.columns().stream().filter(column -> byUcd(column) == Role.VALUE).toList();
    return magnitudes.stream().noneMatch(column -> bandOf(column.name()).isEmpty());
  }

  private void bandValue(int column, String band, String reason) {
    roles.give(column, Role.BAND_VALUE, reason + ", named after the band '%s'".formatted(band));
    roles.band(column, band);
  }

  /** Two or three columns of numbers without names are epoch, value and error. */
  private void bareNumbers() {
    boolean numbers = roles.size() == 2 || roles.size() == 3;
    for (int i = 0; i < roles.size() && numbers; i++) {
      numbers = sample.isNumeric(i) && roles.isFree(i);
    }
    if (numbers) {
      boolean flux = !sidecar.text(SidecarKey.UNIT).isEmpty();
      String reason = "one of %s columns of numbers without names".formatted(roles.size());
      roles.give(0, Role.EPOCH, reason);
      roles.give(1, flux ? Role.FLUX : Role.VALUE, reason);
      if (roles.size() == 3) {
        roles.partner(1, 2, reason);
      }
    }
  }

  private void synonyms() {
    for (Role role : Synonyms.roles()) {
      int best = -1;
      for (int i = 0; i < roles.size(); i++) {
        boolean better = best < 0 || rank(role, i) < rank(role, best);
        if (roles.isFree(i) && rank(role, i) < Integer.MAX_VALUE && better) {
          best = i;
        }
      }
      if (best >= 0) {
        give(best, role, "named '%s'".formatted(roles.column(best).label()));
      }
    }
  }

  /** Headers such as HJD-2450000 are as good as the plain names of times. */
  private int rank(Role role, int column) {
    int rank = Synonyms.rank(role, roles.column(column).plain());
    if (rank >= 0) {
      return role == Role.VALUE && isMBesideBands(column) ? Integer.MAX_VALUE : rank;
    }
    boolean time = role == Role.EPOCH && Synonyms.roleOf(roles.column(column).plain()) == Role.NONE;
    TimeFrame frame = time ? TimeFrames.named(roles.column(column).name()) : null;
    TimeFrame elapsed = time ? TimeFrames.named(roles.column(column).label()) : null;
    frame = frame == null && elapsed != null && elapsed.lacksZero() ? elapsed : frame;
    return frame == null ? Integer.MAX_VALUE : frame.lacksZero() ? 99 : 4;
  }

  /** {@code M} beside columns of bands is another thing than their magnitudes. */
  private boolean isMBesideBands(int column) {
    return roles.column(column).name().equalsIgnoreCase("m")
        && IntStream.range(0, roles.size())
            .noneMatch(i -> Synonyms.rank(Role.BAND, roles.column(i).plain()) >= 0)
        && IntStream.range(0, roles.size()).anyMatch(i -> i != column && isBandColumn(i));
  }

  private void units() {
    for (int i = 0; i < roles.size(); i++) {
      String unit = roles.column(i).unit();
      boolean free = roles.isFree(i) && !unit.isEmpty() && !ErrorFinder.isError(roles.column(i));
      if (free && TimeFrames.named(unit) != null && !roles.has(Role.EPOCH)) {
        give(i, Role.EPOCH, "unit " + unit);
      }
    }
    if (roles.has(Role.VALUE) || roles.has(Role.FLUX)) {
      return;
    }
    for (int i = 0; i < roles.size(); i++) {
      UploadColumn column = roles.column(i);
      if (roles.isFree(i) && !ErrorFinder.isError(column) && bandOf(column.name()).isEmpty()) {
        boolean plain = NumberKind.of(column) != NumberKind.LOGARITHMIC;
        if (plain && FluxUnits.of(column.unit()).isKnown()) {
          give(i, Role.FLUX, "unit " + column.unit());
        }
      }
    }
  }

  /** Without a column of values, columns named after bands are such. */
  private void bandColumns() {
    if (roles.has(Role.VALUE) || roles.has(Role.FLUX)) {
      return;
    }
    AmbiguousHeaders ambiguous = new AmbiguousHeaders(table.columns());
    List<Integer> bands =
        IntStream.range(0, roles.size()).filter(this::isBandColumn).boxed().toList();
    boolean sure = bands.stream().anyMatch(i -> !ambiguous.isOne(roles.column(i)));
    for (int i : bands) {
      String band = bandOf(roles.column(i).name());
      if (!isTaken(band) && (!sure || !ambiguous.isOne(roles.column(i)))) {
        bandValue(i, band, "a column");
      }
    }
  }

  /** V and Vmag are two columns of one band, and only one of them can be the values. */
  private boolean isTaken(String band) {
    return roles.all(Role.BAND_VALUE).stream()
        .anyMatch(i -> bare(roles.bandOf(i)).equals(bare(band)));
  }

  /** A band without what says that its magnitude is meant. */
  static String bare(String band) {
    return band.replaceFirst("[ _-]?[Mm]ag$", "").replaceFirst("^(?:mag|m)_", "");
  }

  private boolean isBandColumn(int column) {
    UploadColumn header = roles.column(column);
    return roles.isFree(column) && isPlausible(header) && !bandOf(header.name()).isEmpty();
  }

  /** A column T in days is no band, nor is one that could have been another thing by its name. */
  private static boolean isPlausible(UploadColumn column) {
    String unit = column.unit();
    return Synonyms.roleOf(column.plain()) == Role.NONE
        && (unit.isEmpty()
            || unit.startsWith("mag")
            || MagnitudeSystems.inLabel(unit) != null
            || FluxUnits.of(unit).isKnown());
  }

  /** The band in a header such as V, Vmag, V_mag, mag_V; "" when there is none. */
  private String bandOf(String name) {
    String bare = MagnitudeSystems.without(name);
    for (String part :
        List.of(
            name,
            name.replaceFirst("[ _-]?[Mm]ag$", ""),
            name.replaceFirst("^(?:mag|m)_", ""),
            bare,
            bare.replaceFirst("[ _-]?[Mm]ag$", ""))) {
      String read = siblings.getOrDefault(part, part);
      if (settings.bands().test(read)) {
        return read;
      }
    }
    return "";
  }

  /** Numbers with their errors are values, whatever they are called, where nothing else is. */
  private void withErrors() {
    if (roles.has(Role.VALUE) || roles.has(Role.FLUX) || roles.has(Role.BAND_VALUE)) {
      return;
    }
    for (int i = 0; i < roles.size(); i++) {
      UploadColumn column = roles.column(i);
      if (sample.kinds(i).stream().anyMatch(ValueCell::hasError)) {
        boolean flux =
            column.plain().contains("flux") || !FluxUnits.canonical(column.unit()).isEmpty();
        give(i, flux ? Role.FLUX : Role.VALUE, "its cells are numbers with errors");
      }
    }
  }

  /** Most roles are for one column; a second one is left alone. */
  private void give(int column, Role role, String reason) {
    if (!roles.isFree(column)) {
      return;
    }
    boolean taken = role != Role.NONE && roles.has(role);
    if (!taken) {
      roles.give(column, role, reason);
    }
  }
}
