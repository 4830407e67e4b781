package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.SourceScale;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;

/**
 * Settles what becomes of the columns that got no role: known to be irrelevant (resource {@code
 * irrelevant-columns.tsv}), or unaccounted for, which costs trust where the column looks as if it
 * mattered.
 */
final class ColumnAccount {
  private static final Map<String, Known> IRRELEVANT = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(ColumnAccount.class, "irrelevant-columns.tsv").rows()) {
      Known known = new Known(row.cell("what"), row.cell("cells"));
      row.words("names").forEach(name -> IRRELEVANT.put(name, known));
    }
  }

  /**
   * Columns of a name.
   *
   * @param what they are, for people
   * @param cells {@code numbers}, {@code figures} for cells with some in them, "" for any
   */
  private record Known(String what, String cells) {
    private boolean fits(Sample sample, int index) {
      return switch (cells) {
        case "numbers" ->
            sample.isNumeric(index) || sample.kinds(index).stream().allMatch(Known::isMeasure);
        case "figures" -> sample.kinds(index).stream().allMatch(Known::hasFigure);
        default -> true;
      };
    }

    /** {@code 60s}, {@code 12:30:00}. */
    private static boolean isMeasure(String cell) {
      return cell.matches("[-+.]?\\d.*");
    }

    private static boolean hasFigure(String cell) {
      return cell.chars().anyMatch(Character::isDigit);
    }
  }

  /**
   * What a column says of the one whose name it ends in (Standards for Astronomical Catalogues, CDS
   * 2000, section 3.2.2); other such letters stand for flags.
   */
  private static final Map<String, String> DESCRIBES =
      Map.of(
          "o_", "the number of observations behind",
          "r_", "where it was published:",
          "w_", "the weight of",
          "m_", "tells components apart in");

  /** The name of a column of magnitudes in a band. */
  private static final Pattern BAND =
      Pattern.compile(
          "[UBVRIJHKugrizG]'?|[UBVRI]c|[UBVRIJHKugriz]_?mag|mag_?[UBVRIJHKugriz]|UV[WM][12]");

  private final Roles roles;
  private final Sample sample;
  private final TimeFrame frame;
  private final List<String> doubts = new ArrayList<>();

  private ColumnAccount(Roles roles, Sample sample, TimeFrame frame) {
    this.roles = roles;
    this.sample = sample;
    this.frame = frame;
  }

  /**
   * Settles all; what each row has to say of those that look as if they mattered, "" mostly.
   *
   * @param frame how the times that are read count
   */
  static String settle(Roles roles, Sample sample, TimeFrame frame) {
    ColumnAccount account = new ColumnAccount(roles, sample, frame);
    for (int i = 0; i < roles.size(); i++) {
      if (roles.isFree(i)) {
        account.settle(i);
      }
    }
    return account.doubts.isEmpty()
        ? ""
        : "nobody understood column " + String.join(", ", account.doubts);
  }

  private void settle(int index) {
    UploadColumn column = roles.column(index);
    String why = irrelevant(column, index);
    if (why != null) {
      roles.give(index, Role.NONE, why);
      return;
    }
    String named =
        column.name().isEmpty() ? "%s".formatted(index + 1) : "'%s'".formatted(column.name());
    String second = second(column, index);
    if (second.isEmpty()) {
      suspect(index, named);
    } else {
      doubts.add(named);
      roles.leave(index, second);
    }
  }

  private void suspect(int index, String named) {
    Optional<Suspicion> suspicion = Suspicion.of(roles.column(index), sample, index);
    suspicion.ifPresent(found -> doubts.add(named));
    roles.leave(
        index,
        suspicion
            .map(
                found ->
                    "nobody understands it, and it %s (say what it is in a sidecar: %s)"
                        .formatted(found.what(), found.remedy(quoted(named), sample.kinds(index))))
            .orElse("nothing names a role for it"));
  }

  /** What a column that is called as those of measurements are would be; "" when it is not. */
  private String second(UploadColumn column, int index) {
    if (Synonyms.rank(Role.BAND, column.plain()) >= 0 && roles.has(Role.BAND)) {
      return "nobody reads a second band beside '%s'; write each measurement in a row of its own"
          .formatted(roles.column(roles.index(Role.BAND)).name());
    }
    String against = against(column, index);
    String cells = against.isEmpty() ? ofCells(index) : against;
    return cells.isEmpty() ? ofValues(column, index) : cells;
  }

  /** What cells that belong to times say. */
  private String ofCells(int index) {
    boolean scale = sample.kinds(index).stream().allMatch(ColumnAccount::isScale);
    if (scale) {
      return "its cells name time scales or zones, and nobody reads them; write all times in one";
    }
    return sample.isAll(index, CalendarDates::isClock)
        ? "its cells are times of day, and nobody reads them; write times of day in UT behind the dates"
        : "";
  }

  private String ofValues(UploadColumn column, int index) {
    boolean wide = roles.has(Role.BAND_VALUE);
    if (wide && AmbiguousHeaders.isNamed(column) && sample.isNumeric(index)) {
      return ("nothing says that its numbers are magnitudes of the band that is called so (write each"
              + " with its band in a row of its own when they are, or say in a sidecar that it is"
              + " none: {\"columns\": {%s: \"none\"}})")
          .formatted(quoted(column.name()));
    }
    return isValue(column) && sample.isNumeric(index)
        ? "nobody reads these values beside the others; write each measurement in a row of its own"
        : "";
  }

  /** What a second column of stars or of times says against the first; "" when nothing. */
  private String against(UploadColumn column, int index) {
    int object = roles.index(Role.OBJECT);
    boolean names = object >= 0 && Synonyms.rank(Role.OBJECT, column.plain()) >= 0;
    if (names && !stars(index).isEmpty() && !stars(object).equals(stars(index))) {
      return "it names other stars than '%s'; keep one of both"
          .formatted(roles.column(object).name());
    }
    return isTime(column) && roles.has(Role.EPOCH) ? otherTimes(column, index) : "";
  }

  private Set<String> stars(int index) {
    return sample.kinds(index).stream()
        .map(cell -> NameOfFile.of(cell).star())
        .filter(star -> !star.isEmpty() && !star.startsWith("Nova"))
        .collect(Collectors.toSet());
  }

  private boolean isTime(UploadColumn column) {
    return Synonyms.roleOf(column.plain()) == Role.EPOCH
        || TimeFrames.named(column.name()) != null
        || TimesBeside.isOfABand(column.name(), roles);
  }

  private static boolean isScale(String cell) {
    return SourceScale.named(cell) != null || cell.matches("(?:MJD|JD|BJD|HJD)(?:_[A-Z]{2,3})?");
  }

  private static boolean isValue(UploadColumn column) {
    return Synonyms.rank(Role.VALUE, column.plain()) >= 0 || isBand(column.name());
  }

  /** Whether a text is what columns of magnitudes in one band are called, or the band itself. */
  static boolean isBand(String text) {
    return BAND.matcher(text).matches();
  }

  private boolean hasColumn(String name) {
    return IntStream.range(0, roles.size()).anyMatch(i -> roles.column(i).name().equals(name));
  }

  private static String quoted(String name) {
    return '"' + name.replace("'", "") + '"';
  }

  /** Why no row needs a column; null when that is not known. */
  private @Nullable String irrelevant(UploadColumn column, int index) {
    String ofOther =
        DESCRIBES.getOrDefault(column.name().length() > 2 ? column.name().substring(0, 2) : "", "");
    if (!ofOther.isEmpty() && hasColumn(column.name().substring(2))) {
      return ofOther + " '" + column.name().substring(2) + "'";
    }
    if (sample.kinds(index).isEmpty()) {
      return "it is empty";
    }
    Known known = IRRELEVANT.get(column.plain());
    if (known != null && known.fits(sample, index)) {
      return known.what;
    }
    int epoch = roles.index(Role.EPOCH);
    return isTime(column) && epoch >= 0 && otherTimes(column, index).isEmpty()
        ? "a time beside '%s', which is preferred".formatted(roles.column(epoch).name())
        : null;
  }

  /** How a column that is called as times are differs from those that are read. */
  private String otherTimes(UploadColumn column, int index) {
    TimesBeside times = new TimesBeside(roles, sample, frame);
    boolean elapsed = TimePart.of(column) == TimePart.NEVER;
    String doubt = times.isAny() && !elapsed ? times.doubt(index) : "";
    return doubt.isEmpty()
        ? ""
        : "%s, which are read (write each measurement with its own time in a row; or say in a sidecar that it is none: {\"columns\": {%s: \"none\"}})"
            .formatted(doubt, quoted(column.name()));
  }
}
