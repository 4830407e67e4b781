package org.novacat.persistence.file;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.novacat.layouts.credit.Access;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Types;

/**
 * What others may do with something, and whom they have to name; "" for what is not known.
 *
 * @param rights who may see it, as {@link Access} writes it; "" when nobody said, and then
 *     everybody may
 * @param licence its SPDX identifier or address, or its conditions in a few words
 * @param bibcode of the publication to cite, the 19 characters of ADS
 * @param doi of the publication or data to cite, without a resolver's address
 * @param observers whose observation it is
 * @param acknowledgement the sentence by which who uses it thanks
 * @param sourceUrl where it was published
 */
public record Rights(
    String rights,
    String licence,
    String bibcode,
    String doi,
    List<String> observers,
    String acknowledgement,
    String sourceUrl)
    implements Serializable {
  /** As attributes of an item; what is not known is not there. */
  public static final RecordType<Rights> FIELDS =
      RecordType.of(Rights.class)
          .known("rights", Types.SENTENCE, Rights::rights, "")
          .known("licence", Types.TEXT, Rights::licence, "")
          .known("bibcode", Types.TEXT, Rights::bibcode, "")
          .known("doi", Types.TEXT, Rights::doi, "")
          .known("observers", Types.NOTES, Rights::observers, List.of())
          .known("acknowledgement", Types.SENTENCE, Rights::acknowledgement, "")
          .known("source_url", Types.TEXT, Rights::sourceUrl, "");

  /** Nothing is known. */
  public static final Rights NONE = new Rights("", "", "", "", List.of(), "", "");

  private static final int LONGEST = 200;
  private static final int BIBCODE = 19;

  public Rights {
    requireNonNull(rights, "rights is null");
    requireNonNull(acknowledgement, "acknowledgement is null");
    requireNonNull(sourceUrl, "sourceUrl is null");
    observers = List.copyOf(observers);
    check("licence", licence, "give its SPDX identifier");
    check("DOI", doi, "give it without words around it");
    if (!bibcode.isEmpty() && (bibcode.length() != BIBCODE || bibcode.contains(" "))) {
      throw new IllegalArgumentException(
          "Cannot record bibcode '%s': it is not one of %s characters".formatted(bibcode, BIBCODE));
    }
  }

  /** A cut one would name another. */
  private static void check(String what, String text, String remedy) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Cannot record %s '%s': it is longer than %s letters (%s)"
              .formatted(what, text, LONGEST, remedy));
    }
  }

  /**
   * These said of something of which others were said before: what they say takes its place, and
   * what they do not say stays.
   */
  public Rights onto(Rights before) {
    return new Rights(
        either(rights, before.rights),
        either(licence, before.licence),
        either(bibcode, before.bibcode),
        either(doi, before.doi),
        observers.isEmpty() ? before.observers : observers,
        either(acknowledgement, before.acknowledgement),
        either(sourceUrl, before.sourceUrl));
  }

  private static String either(String now, String before) {
    return now.isEmpty() ? before : now;
  }

  /** Who may see it. */
  public Access access() {
    return Access.stored(rights);
  }
}
