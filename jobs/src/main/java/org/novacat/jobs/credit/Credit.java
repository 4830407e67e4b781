package org.novacat.jobs.credit;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.credit.Access;

/**
 * What others may do with a spectrum or a file, and whom they have to name; "" for what is not
 * known.
 *
 * @param access who may see it
 * @param licence its SPDX identifier, or its conditions in words, or {@link #NOT_STATED}; never
 *     empty
 * @param bibcode of the publication to cite
 * @param doi of the publication or data to cite, without a resolver's address
 * @param observers whose observation it is
 * @param acknowledgement the sentence by which who uses it thanks
 * @param sourceUrl where it was published
 * @param database where it was published, to be named whatever else is said; null when it is none
 *     that novacat knows of
 * @param origins where each fact comes from; has all of {@link CreditField}
 */
public record Credit(
    Access access,
    String licence,
    String bibcode,
    String doi,
    List<String> observers,
    String acknowledgement,
    String sourceUrl,
    @Nullable Database database,
    SortedMap<CreditField, Origin> origins)
    implements Serializable {
  /** The licence of what nobody has named a licence for. */
  public static final String NOT_STATED = "not stated";

  public Credit {
    requireNonNull(access, "access is null");
    requireNonNull(bibcode, "bibcode is null");
    requireNonNull(doi, "doi is null");
    requireNonNull(acknowledgement, "acknowledgement is null");
    requireNonNull(sourceUrl, "sourceUrl is null");
    if (licence.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot give credit: the licence is empty (say '%s')".formatted(NOT_STATED));
    }
    observers = List.copyOf(observers);
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /** Where a fact comes from. */
  public Origin origin(CreditField field) {
    return origins.getOrDefault(field, Origin.NOBODY);
  }

  /** A fact as text: observers parted by {@code "; "}; "" for what is not known. */
  public String text(CreditField field) {
    return switch (field) {
      case RIGHTS -> access.text();
      case LICENCE -> licence;
      case BIBCODE -> bibcode;
      case DOI -> doi;
      case OBSERVERS -> String.join("; ", observers);
      case ACKNOWLEDGEMENT -> acknowledgement;
      case SOURCE_URL -> sourceUrl;
    };
  }
}
