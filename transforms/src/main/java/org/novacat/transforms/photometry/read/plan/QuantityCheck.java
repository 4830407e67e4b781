package org.novacat.transforms.photometry.read.plan;

import static org.novacat.layouts.photometry.FileRefusalCode.UNCALIBRATED_FLUX;
import static org.novacat.layouts.photometry.FileRefusalCode.UNSUPPORTED_QUANTITY;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.transforms.photometry.read.column.ColumnUse;
import org.novacat.transforms.photometry.read.column.ErrorScale;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.NumberKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.text.Numbers;

/**
 * Whether the values of a file are of a kind that a table holds.
 *
 * @param zeroPointSystem system of a column of zero points; null when nothing says it
 */
record QuantityCheck(
    String name,
    Roles roles,
    Sidecar sidecar,
    List<ValuePlan> values,
    @Nullable String zeroPointSystem,
    Sample sample) {
  private static final List<String> UNSUPPORTED =
      List.of("lum", "detrend", "absmag", "absolute", "residual", "oc", "hardness", "photonindex");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)\\babsolute (?:\\w+ ){0,2}mag");

  /** Why they are not; null when they are. */
  @Nullable FileRefusal refusal() {
    if (values.isEmpty()) {
      return nothing();
    }
    for (ValuePlan value : values) {
      FileRefusal refusal = ofColumn(value.column());
      if (refusal == null) {
        refusal = value.isMagnitude() ? magnitude(value) : flux(value);
      }
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /** A sidecar that says where the values are does not make others of them. */
  private @Nullable FileRefusal ofColumn(int column) {
    if (isUnsupported(roles.column(column).plain()) || isAbsolute(roles.column(column))) {
      return unsupported(label(column));
    }
    if (ErrorScale.isThousandths(roles.column(column).unit())) {
      return thousandths(column);
    }
    boolean logarithmic = NumberKind.of(roles.column(column)) == NumberKind.LOGARITHMIC;
    return logarithmic ? logarithmic(column) : null;
  }

  /** By its UCD or its description; a word that may stand for absolute photometry is none. */
  private static boolean isAbsolute(UploadColumn column) {
    return column.ucd().toLowerCase(Locale.ROOT).startsWith("phys.magabs")
        || ABSOLUTE.matcher(column.description()).find();
  }

  /** Such numbers are mostly differences, and no table tells them from magnitudes. */
  private FileRefusal thousandths(int column) {
    return new FileRefusal(
        UNSUPPORTED_QUANTITY,
        "Cannot use '%s': column '%s' counts thousandths of a magnitude"
            .formatted(name, label(column)),
        "Write magnitudes, if they are such and no differences, each number divided by 1000, and"
            + " name their unit 'mag'");
  }

  private FileRefusal nothing() {
    for (int i = 0; i < roles.size(); i++) {
      FileRefusal refusal = roles.isFree(i) ? ofFree(i) : null;
      if (refusal != null) {
        return refusal;
      }
    }
    for (ColumnUse use : roles.uses()) {
      if (use.role() == Role.NONE && isUnsupported(UploadColumn.plain(use.name()))) {
        return unsupported(use.name());
      }
    }
    return FileRefusals.valueless(name, roles, new Candidates(roles, sample).value());
  }

  /** Why a column that might have been the values is none. */
  private @Nullable FileRefusal ofFree(int column) {
    UploadColumn free = roles.column(column);
    if (NumberKind.of(free) == NumberKind.LOGARITHMIC) {
      return isUnsupported(free.plain()) ? unsupported(label(column)) : logarithmic(column);
    }
    boolean thousandths = ErrorScale.isThousandths(free.unit()) && !ErrorFinder.isError(free);
    return thousandths ? thousandths(column) : null;
  }

  private static boolean isUnsupported(String plain) {
    return !NumberKind.isName(NumberKind.PLAIN, plain)
        && (isOther(plain) || plain.startsWith("lum"));
  }

  private static boolean isOther(String plain) {
    return UNSUPPORTED.stream()
        .anyMatch(
            word ->
                word.length() < 4
                    ? plain.equals(word) || plain.startsWith("log" + word)
                    : plain.contains(word));
  }

  private FileRefusal unsupported(String column) {
    return new FileRefusal(
        UNSUPPORTED_QUANTITY,
        "Cannot use '%s': column '%s' is neither a magnitude, a flux density nor a count rate"
            .formatted(name, column),
        "Upload the magnitudes or fluxes that it was made from");
  }

  private FileRefusal logarithmic(int column) {
    return new FileRefusal(
        UNSUPPORTED_QUANTITY,
        "Cannot use '%s': column '%s' holds logarithms of fluxes".formatted(name, label(column)),
        "Upload the fluxes themselves, 10 to the power of them, with their errors");
  }

  private @Nullable FileRefusal magnitude(ValuePlan value) {
    String asserted = sidecar.text(SidecarKey.MAGNITUDE_SYSTEM);
    return !MagnitudeSystems.INSTRUMENTAL.equals(value.kind().system()) || !asserted.isEmpty()
        ? null
        : new FileRefusal(
            UNSUPPORTED_QUANTITY,
            "Cannot use '%s': column '%s' holds differential or instrumental magnitudes"
                .formatted(name, label(value.column())),
            "Upload standard magnitudes; or keep these beside them, never joined with others, by a"
                + " sidecar: \"magnitude-system\": \"INSTRUMENTAL\"");
  }

  private @Nullable FileRefusal flux(ValuePlan value) {
    boolean counted = value.kind().needsZeroPoint() || value.unit().isEmpty();
    int zero = roles.index(Role.ZERO_POINT);
    if (!counted || (zero < 0 && value.unit().isEmpty())) {
      return null;
    }
    if (zero < 0 && isNormalised(value, sample)) {
      return normalised(value.column());
    }
    if (zero < 0) {
      return uncalibrated("column '%s' holds instrumental flux".formatted(label(value.column())));
    }
    boolean said = roles.has(Role.MAGNITUDE_SYSTEM) || sidecar.zeroPointJy() != null;
    return said || MagnitudeSystems.AB.equals(zeroPointSystem) ? null : ofWhatSystem(zero);
  }

  /** Zero points of Vega magnitudes are of use only with the flux density of magnitude 0. */
  private FileRefusal ofWhatSystem(int zero) {
    return new FileRefusal(
        UNCALIBRATED_FLUX,
        "Cannot use '%s': column '%s' holds zero points, and nothing says that they are AB"
                .formatted(name, label(zero))
            + " magnitudes",
        "Say it in a sidecar, \"magnitude-system\": \"AB\"; or, of other systems, the flux density"
            + " of magnitude 0 in Jy, as \"zero-point-jy\"");
  }

  /** Whether fluxes without a known unit lie around 1, as those divided by their mean do. */
  static boolean isNormalised(ValuePlan value, Sample sample) {
    boolean counted = value.kind().needsZeroPoint() || value.unit().isEmpty();
    if (value.isMagnitude()
        || !counted
        || !sample.isAll(value.column(), QuantityCheck::isNearOne)) {
      return false;
    }
    double mean =
        sample.texts(value.column()).stream().mapToDouble(Numbers::parse).average().orElse(0);
    return Math.abs(mean - 1) < 0.05;
  }

  private static boolean isNearOne(String cell) {
    double number = Numbers.parse(cell);
    return number > 0.5 && number < 2;
  }

  /** No zero point makes flux of them. */
  private FileRefusal normalised(int column) {
    return new FileRefusal(
        UNCALIBRATED_FLUX,
        "Cannot use '%s': the fluxes of column '%s' lie around 1, as those divided by their mean do"
            .formatted(name, label(column)),
        "Upload them before they were divided, with their unit; or magnitudes");
  }

  private FileRefusal uncalibrated(String what) {
    return new FileRefusal(
        UNCALIBRATED_FLUX,
        "Cannot use '%s': %s".formatted(name, what),
        "Say in a sidecar what one unit of it is, as \"zero-point\": its AB magnitude, such as 20.44");
  }

  private String label(int column) {
    return roles.column(column).label();
  }
}
