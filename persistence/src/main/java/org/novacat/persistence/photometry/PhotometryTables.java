package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.nova.Directory;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;

/** The one photometry table of each nova. */
public final class PhotometryTables {
  private final Table table;

  public PhotometryTables(Table table) {
    this.table = requireNonNull(table, "table is null");
  }

  /** Who builds the table of a nova holds this lock. */
  public static LockRequest lock(NovaId nova) {
    return LockRequest.mutex("RebuildPhotometryTable:" + nova);
  }

  /** The table of a nova; empty when none was ever built. */
  public Optional<PhotometryTable> find(NovaId nova) {
    return PhotometryTable.ITEM.find(table, Keys.photometryTable(nova));
  }

  /** The tables of all novae but merged ones, in order of these, read 100 at a time. */
  public Stream<PhotometryTable> list() {
    return table
        .getEach(Directory.ids(table).map(Keys::photometryTable))
        .map(PhotometryTable.ITEM::read);
  }

  /** What the table of a nova is made from, by upload. */
  public List<PhotometryPart> parts(NovaId nova) {
    return Pages.of(table, Query.of(Keys.partition(nova), Keys.PHOTOMETRY_PARTS))
        .map(PhotometryPart.ITEM::read)
        .toList();
  }
}
