package org.novacat.transforms.photometry.read.sidecar;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.photometry.DataRights;

/**
 * What {@code rights} of a sidecar says: a code of {@link DataRights}, or who may see the file, as
 * {@link Access} is written.
 *
 * @param access who may see it; null when it does not say
 * @param ofRows what each row says of itself
 * @param licence that a code names; "" for none
 */
public record SidecarRights(@Nullable Access access, DataRights ofRows, String licence) {
  /** Nobody says anything. */
  private static final SidecarRights UNSAID = new SidecarRights(null, DataRights.PUBLIC, "");

  /**
   * What a sidecar says.
   *
   * @throws IllegalArgumentException when its words are none of these, which {@link SidecarJson}
   *     does not let pass
   */
  public static SidecarRights of(Sidecar sidecar) {
    return of(sidecar.text(SidecarKey.RIGHTS));
  }

  /**
   * What its words say, "" for nothing.
   *
   * @throws IllegalArgumentException as of a sidecar
   */
  public static SidecarRights of(String words) {
    return words.isEmpty() ? UNSAID : said(words);
  }

  private static SidecarRights said(String words) {
    return code(words).map(SidecarRights::of).orElseGet(() -> of(Access.parse(words)));
  }

  private static SidecarRights of(DataRights code) {
    return switch (code) {
      case PUBLIC -> new SidecarRights(Access.PUBLIC, code, "");
      case CC_BY, CC_BY_SA -> new SidecarRights(null, code, code.code());
      case PROPRIETARY -> new SidecarRights(Access.PRIVATE, code, "");
      case OTHER -> new SidecarRights(null, code, "");
    };
  }

  /** Rows that everybody may see one day cannot say that nobody may for ever. */
  private static SidecarRights of(Access access) {
    return switch (access.kind()) {
      case PUBLIC -> of(DataRights.PUBLIC);
      case PRIVATE -> of(DataRights.PROPRIETARY);
      case PROPRIETARY -> new SidecarRights(access, DataRights.OTHER, "");
    };
  }

  private static Optional<DataRights> code(String words) {
    return Arrays.stream(DataRights.values()).filter(one -> one.code().equals(words)).findFirst();
  }

  /** What to write instead of words; "" when they may stay. */
  static String problem(String words) {
    try {
      of(words);
      return "";
    } catch (IllegalArgumentException e) {
      return "write PUBLIC, PRIVATE, 'PROPRIETARY until YYYY-MM-DD', or one of "
          + Arrays.stream(DataRights.values())
              .map(DataRights::code)
              .collect(Collectors.joining(", "));
    }
  }
}
