package org.novacat.persistence.file;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Types;

/**
 * What others may do with something, and whom they have to name; "" for what is not known.
 *
 * @param rights in words
 * @param licence its SPDX identifier or address
 * @param bibcode of the publication to cite, the 19 characters of ADS
 * @param observers whose observation it is
 */
public record Rights(String rights, String licence, String bibcode, List<String> observers) {
  /** As attributes of an item; what is not known is not there. */
  public static final RecordType<Rights> FIELDS =
      RecordType.of(Rights.class)
          .known("rights", Types.SENTENCE, Rights::rights, "")
          .known("licence", Types.TEXT, Rights::licence, "")
          .known("bibcode", Types.TEXT, Rights::bibcode, "")
          .known("observers", Types.NOTES, Rights::observers, List.of());

  /** Nothing is known. */
  public static final Rights NONE = new Rights("", "", "", List.of());

  private static final int LONGEST_LICENCE = 200;
  private static final int BIBCODE = 19;

  public Rights {
    requireNonNull(rights, "rights is null");
    observers = List.copyOf(observers);
    if (licence.length() > LONGEST_LICENCE) {
      throw new IllegalArgumentException(
          "Cannot record licence '%s': it is longer than %s letters (give its SPDX identifier)"
              .formatted(licence, LONGEST_LICENCE));
    }
    if (!bibcode.isEmpty() && (bibcode.length() != BIBCODE || bibcode.contains(" "))) {
      throw new IllegalArgumentException(
          "Cannot record bibcode '%s': it is not one of %s characters".formatted(bibcode, BIBCODE));
    }
  }
}
