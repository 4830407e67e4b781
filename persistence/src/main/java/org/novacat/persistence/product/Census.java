package org.novacat.persistence.product;

import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.nova.Directory;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.TableCounts;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.table.Parallel;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;

/**
 * What there is of novae that were not merged, counted by reading the whole table once, in parallel
 * and of products no more than is counted. What other runs write meanwhile may be in it or not.
 */
public record Census(ProductCounts spectra, TableCounts tables) {
  /** Counts now. */
  public static Census of(Table table) {
    Set<NovaId> novae = Directory.ids(table).collect(toCollection(HashSet::new));
    Set<String> counted = new TreeSet<>(SpectraProduct.COUNTED);
    counted.addAll(PhotometryTable.ITEM.shape().required());
    List<Part> parts =
        Parallel.scan(table, Scan.of(Keys.PRODUCTS).only(counted), items -> Part.of(items, novae));
    Part all = new Part();
    parts.forEach(all::add);
    return new Census(new ProductCounts(all.byState, all.quarantined), all.tables);
  }

  /** What one thread has counted. */
  private static final class Part {
    private final Map<ProductState, Long> byState = new HashMap<>();
    private final Map<QuarantineReason, Long> quarantined = new HashMap<>();
    private TableCounts tables = TableCounts.NONE;

    static Part of(Stream<RawItem> items, Set<NovaId> novae) {
      Part part = new Part();
      items.forEach(item -> part.add(item, novae));
      return part;
    }

    private void add(RawItem item, Set<NovaId> novae) {
      if (!novae.contains(NovaId.parse(item.key().pk()))) {
        return;
      }
      if (item.key().sk().startsWith(Keys.SPECTRA)) {
        add(SpectraProduct.ITEM.read(item));
      } else {
        tables = tables.and(PhotometryTable.ITEM.read(item));
      }
    }

    private void add(SpectraProduct product) {
      byState.merge(product.state(), 1L, Long::sum);
      Quarantine quarantine = product.quarantine();
      if (quarantine != null && product.state().validation() == ValidationStatus.QUARANTINED) {
        quarantined.merge(quarantine.facts().reason(), 1L, Long::sum);
      }
    }

    void add(Part other) {
      other.byState.forEach((state, count) -> byState.merge(state, count, Long::sum));
      other.quarantined.forEach((reason, count) -> quarantined.merge(reason, count, Long::sum));
      tables = tables.and(other.tables);
    }
  }
}
