package org.novacat.persistence.release;

import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** CurrentRelease as an item. */
public final class CurrentReleaseItem {
  public static final Shape SHAPE =
      Shape.first(
          "CurrentRelease", "RELEASE", "CURRENT", PointerFields.ALWAYS.all(), ReleaseItem.ID);

  private CurrentReleaseItem() {}

  public static ItemKey key() {
    return Keys.currentRelease();
  }

  /** Moves it to another release; refused when it is not as its mover read it. */
  public static Write.Put put(CurrentRelease current) {
    return PointerFields.ALWAYS
        .with(new ItemDraft(SHAPE, key(), current.meta()), current.pointer())
        .with(ReleaseItem.ID, current.id())
        .putNext();
  }

  public static CurrentRelease read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new CurrentRelease(
        fields.get(ReleaseItem.ID), PointerFields.ALWAYS.read(fields), fields.meta());
  }
}
