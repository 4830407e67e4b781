package org.novacat.persistence.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Types;

/** Rights as attributes of an item; what is not known is not there. */
public final class RightsFields {
  public static final Field<String> RIGHTS = Field.optional("rights", Types.SENTENCE);
  public static final Field<String> LICENCE = Field.optional("licence", Types.TEXT);
  public static final Field<String> BIBCODE = Field.optional("bibcode", Types.TEXT);
  public static final Field<List<String>> OBSERVERS = Field.optional("observers", Types.NOTES);

  private RightsFields() {}

  public static Changes set(Changes changes, Rights rights) {
    return changes
        .set(RIGHTS, known(rights.rights()))
        .set(LICENCE, known(rights.licence()))
        .set(BIBCODE, known(rights.bibcode()))
        .set(OBSERVERS, rights.observers().isEmpty() ? null : rights.observers());
  }

  public static ItemDraft with(ItemDraft draft, Rights rights) {
    return draft
        .with(RIGHTS, known(rights.rights()))
        .with(LICENCE, known(rights.licence()))
        .with(BIBCODE, known(rights.bibcode()))
        .with(OBSERVERS, rights.observers().isEmpty() ? null : rights.observers());
  }

  public static Rights read(Fields fields) {
    return new Rights(
        fields.get(RIGHTS, ""),
        fields.get(LICENCE, ""),
        fields.get(BIBCODE, ""),
        fields.get(OBSERVERS, List.of()));
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
