package org.novacat.persistence.release;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** Release as an item. */
public final class ReleaseItem {
  public static final Field<ReleaseId> ID = Field.required("release_id", Types.RELEASE_ID);
  public static final Field<ContentHash> CONTENT =
      Field.required("content_fingerprint", Types.HASH);
  public static final Field<Long> NOVAE = Field.required("n_novae", Types.WHOLE);
  public static final Field<Long> SPECTRA = Field.required("n_spectra", Types.WHOLE);
  public static final Field<Long> ROWS = Field.required("n_photometry_rows", Types.WHOLE);
  public static final Field<String> LOSSES = Field.optional("losses_accepted", Types.SENTENCE);

  public static final Shape SHAPE =
      Shape.first(
          "Release",
          "RELEASE",
          "<release_id>",
          PointerFields.ALWAYS.all(),
          ID,
          CONTENT,
          NOVAE,
          SPECTRA,
          ROWS,
          LOSSES);

  private ReleaseItem() {}

  public static ItemKey key(ReleaseId id) {
    return Keys.release(id);
  }

  /** A release that is whole; refused when there is one of its id. */
  public static Write put(Release release) {
    return PointerFields.ALWAYS
        .with(new ItemDraft(SHAPE, key(release.id()), release.meta()), release.files())
        .with(ID, release.id())
        .with(CONTENT, release.content())
        .with(NOVAE, release.novae())
        .with(SPECTRA, release.spectra())
        .with(ROWS, release.rows())
        .with(LOSSES, release.lossesAccepted().isEmpty() ? null : release.lossesAccepted())
        .putIf(Condition.absent());
  }

  /** That there is such a release. */
  public static Write exists(ReleaseId id) {
    return new Write.Check(key(id), Condition.equal(ID.name(), id.toString()));
  }

  public static Release read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new Release(
        fields.get(ID),
        fields.get(CONTENT),
        PointerFields.ALWAYS.read(fields),
        fields.get(NOVAE),
        fields.get(SPECTRA),
        fields.get(ROWS),
        fields.get(LOSSES, ""),
        fields.meta());
  }
}
