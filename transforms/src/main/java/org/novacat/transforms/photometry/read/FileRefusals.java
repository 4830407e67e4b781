package org.novacat.transforms.photometry.read;

import static org.novacat.layouts.photometry.FileRefusalCode.MISSING_REQUIRED_COLUMN;
import static org.novacat.layouts.photometry.FileRefusalCode.TIME_REFERENCE_MISSING;
import static org.novacat.layouts.photometry.FileRefusalCode.UNCALIBRATED_FLUX;
import static org.novacat.layouts.photometry.FileRefusalCode.UNSUPPORTED_QUANTITY;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;

/** What keeps a table out as a whole, found before its rows are read. */
final class FileRefusals {
  private static final List<String> UNSUPPORTED =
      List.of("lum", "detrend", "deltamag", "diffmag", "absmag", "residual", "oc");

  private static final List<String> UNCALIBRATED =
      List.of(
          "normflux", "relflux", "relativeflux", "normalizedflux", "adu", "counts", "netcounts");

  private FileRefusals() {}

  /** The first reason to refuse; null when there is none. */
  static @Nullable FileRefusal of(String name, Roles roles, TimeFrame frame, boolean banded) {
    if (!roles.has(Role.EPOCH) && !(roles.has(Role.EPOCH_START) && roles.has(Role.EPOCH_END))) {
      return missing(name, roles, "epoch");
    }
    FileRefusal quantity = quantity(name, roles);
    if (quantity != null) {
      return quantity;
    }
    if (frame.lacksZero()) {
      return new FileRefusal(
          TIME_REFERENCE_MISSING,
          "Cannot place the times of '%s': %s".formatted(name, frame.reason()),
          "Say the moment of day 0 in a sidecar: \"t0\": 2456628.5");
    }
    return banded ? null : missing(name, roles, "band");
  }

  private static @Nullable FileRefusal quantity(String name, Roles roles) {
    if (roles.has(Role.VALUE) || roles.has(Role.FLUX) || roles.has(Role.BAND_VALUE)) {
      return null;
    }
    String unsupported = containing(roles, UNSUPPORTED);
    if (unsupported != null) {
      return new FileRefusal(
          UNSUPPORTED_QUANTITY,
          "Cannot use '%s': column '%s' is neither a magnitude, a flux density nor a count rate"
              .formatted(name, unsupported),
          "Upload the magnitudes or fluxes that it was made from");
    }
    String uncalibrated = containing(roles, UNCALIBRATED);
    return uncalibrated == null
        ? missing(name, roles, "value")
        : uncalibrated(name, "column '%s'".formatted(uncalibrated));
  }

  /** Instrumental flux without a zero point. */
  static FileRefusal uncalibrated(String name, String what) {
    return new FileRefusal(
        UNCALIBRATED_FLUX,
        "Cannot use '%s': %s holds instrumental flux".formatted(name, what),
        "Say in a sidecar what one unit of it is: \"zero-point\": 20.44 (AB magnitude)");
  }

  private static @Nullable String containing(Roles roles, List<String> words) {
    for (ColumnUse use : roles.uses()) {
      String plain = Column.plain(use.name());
      for (String word : words) {
        boolean hit =
            word.length() < 4
                ? plain.equals(word) || plain.startsWith("log" + word)
                : plain.contains(word);
        if (use.role() == Role.NONE && (hit || (word.equals("lum") && plain.startsWith("lum")))) {
          return use.name();
        }
      }
    }
    return null;
  }

  private static FileRefusal missing(String name, Roles roles, String role) {
    String columns =
        roles.uses().stream()
            .map(use -> use.name().isEmpty() ? "column " + use.number() : use.name())
            .limit(20)
            .collect(Collectors.joining(", "));
    String remedy =
        role.equals("band")
            ? "Say the band in a sidecar: \"band\": \"V\""
            : "Say in a sidecar which column it is: \"columns\": {\"2\": \"%s\"}"
                .formatted(role.toLowerCase(Locale.ROOT));
    return new FileRefusal(
        MISSING_REQUIRED_COLUMN,
        "Cannot read '%s': nothing says the %s (columns: %s)".formatted(name, role, columns),
        remedy);
  }

  /** A table without rows. */
  static FileRefusal noRows(String name) {
    return new FileRefusal(
        FileRefusalCode.NO_DATA_ROWS,
        "Cannot read '%s': it has a header and no rows".formatted(name),
        "Upload it with its rows");
  }
}
