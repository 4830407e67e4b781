package org.novacat.jobs.publish;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.Rights;

/** Finds out what releases hold that is not for everybody to see any more. */
final class Withdrawn {
  private final Stores stores;
  private final LocalDate today;
  private final NovaContents contents;
  private final Map<IngestFileId, Boolean> uploads = new HashMap<>();
  private final Map<NovaId, Long> shown = new HashMap<>();
  private final Map<NovaId, Set<DataProductId>> closed = new HashMap<>();

  /**
   * By what the items say now.
   *
   * @param clock by whose day, in UTC, it is decided what everybody may see
   */
  Withdrawn(Stores stores, Clock clock) {
    this.stores = stores;
    this.today = LocalDate.ofInstant(clock.instant(), UTC);
    this.contents = new NovaContents(stores.catalog(), clock);
  }

  /**
   * Names of products of a release that have, or are, what was withdrawn since. A spectrum or an
   * upload of which nobody knows any more is none.
   *
   * @throws org.novacat.persistence.store.UnusableObject when a photometry table that has changed
   *     since cannot be read
   */
  List<String> of(Collection<ReleaseUnit> units) {
    return units.stream().flatMap(this::of).toList();
  }

  private Stream<String> of(ReleaseUnit unit) {
    return unit.products().stream()
        .filter(
            product ->
                product.isSpectrum() ? isClosed(unit, product) : hasClosedRows(unit, product))
        .map(product -> product.isSpectrum() ? product.name() : "photometry of " + unit.title());
  }

  /** Of a nova that was merged since, the product itself has to be asked. */
  private boolean isClosed(ReleaseUnit unit, ReleasedProduct spectrum) {
    return closed.computeIfAbsent(unit.nova(), contents::closed).contains(spectrum.id())
        || stores
            .catalog()
            .products()
            .find(spectrum.id())
            .map(found -> isClosed(found.rights()))
            .orElse(false);
  }

  private boolean isClosed(Rights rights) {
    return !rights.access().isPublicOn(today);
  }

  private boolean hasClosedRows(ReleaseUnit unit, ReleasedProduct photometry) {
    return photometry.uploads().stream().anyMatch(this::isClosed)
        || contents.find(unit.nova()).filter(now -> hasFewerRows(now, photometry)).isPresent();
  }

  private boolean isClosed(IngestFileId upload) {
    return uploads.computeIfAbsent(
        upload,
        id -> stores.catalog().uploads().find(id).map(it -> isClosed(it.rights())).orElse(false));
  }

  /** Rows of an upload that everybody may see can be closed each by itself. */
  private boolean hasFewerRows(NovaContent now, ReleasedProduct released) {
    PhotometryContent table = now.photometry();
    boolean isAsItWas =
        table != null
            && !released.uploads().isEmpty()
            && table.table().sha256().equals(released.output());
    return table != null
        && !isAsItWas
        && shown.computeIfAbsent(now.id(), any -> rows(now))
            < Math.min(released.rows(), table.rows());
  }

  private long rows(NovaContent nova) {
    try (@Nullable PublicPhotometry table = PublicPhotometry.of(stores.archive(), nova)) {
      return table == null ? 0 : table.rows();
    }
  }
}
