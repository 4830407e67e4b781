package org.novacat.transforms.photometry.read.column;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;

/**
 * What columns are called (photometry specification, section 7), in {@linkplain
 * UploadColumn#plain() plain} letters (resource {@code synonyms.tsv}). The order is that of
 * preference where two columns could have one role.
 */
public final class Synonyms {
  private static final Map<Role, List<String>> NAMES = new LinkedHashMap<>();
  private static final Map<String, Role> UCDS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(Synonyms.class, "synonyms.tsv").rows()) {
      Role role = Role.named(row.cell("role")).orElseThrow();
      NAMES.put(role, row.words("names"));
      row.words("ucds").forEach(ucd -> UCDS.put(ucd, role));
    }
  }

  /** Names of errors that do not say of what. */
  public static final List<String> ERRORS =
      List.of(
          ("err error emag magerr merr sigma dm dmag uncertainty unc uncert fehler dujy"
                  + " magerror magnitudeerror sig stderr fluxerr fluxerror eflux erate rateerr"
                  + " sigmag errmag magunc")
              .split(" "));

  private Synonyms() {}

  /** Roles in the order in which they choose. */
  public static Iterable<Role> roles() {
    return NAMES.keySet();
  }

  /** The rank of a plain name for a role, from 0; −1 when it is no name of it. */
  public static int rank(Role role, String plain) {
    return NAMES.getOrDefault(role, List.of()).indexOf(plain);
  }

  /** The first role that a plain name could have; NONE when it is no name of any. */
  public static Role roleOf(String plain) {
    for (Map.Entry<Role, List<String>> names : NAMES.entrySet()) {
      if (names.getValue().contains(plain)) {
        return names.getKey();
      }
    }
    return Role.NONE;
  }

  /** The role that a column with this UCD has; errors find their values by themselves later. */
  public static @Nullable Role byUcd(String ucd) {
    return UCDS.get(ucd.split(";")[0].strip());
  }

  /** Whether one of the columns is a time, which makes a line of words a header. */
  public static boolean nameATime(List<UploadColumn> columns) {
    return columns.stream()
        .anyMatch(c -> rank(Role.EPOCH, c.plain()) >= 0 || TimeFrames.named(c.label()) != null);
  }
}
