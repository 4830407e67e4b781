package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Parallel;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Query.Source;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.SortRange;
import org.novacat.persistence.table.Table;

/** The objects of valid spectra, as items say; whether they are there is not looked at. */
public final class SpectrumObjects {
  private static final Condition VALID =
      Condition.equal(SpectraProduct.VALIDATION_STATUS.name(), ValidationStatus.VALID.name());

  private final Table table;

  /** Of a table. */
  public SpectrumObjects(Table table) {
    this.table = requireNonNull(table, "table is null");
  }

  /**
   * What was found.
   *
   * @param objects by nova, then provider, then product
   * @param lost objects of valid spectra whose items the table has lost
   */
  public record Found(List<Pointer> objects, List<ObjectKey> lost) {
    public Found {
      objects = List.copyOf(objects);
      lost = List.copyOf(lost);
    }

    /** Each product has its object on record from the moment that it is valid. */
    private static Found of(List<ItemKey> valid, Stream<RawItem> recorded) {
      Map<ObjectKey, Pointer> known =
          recorded
              .map(item -> FileObject.read(item).pointer())
              .collect(toMap(Pointer::key, identity(), (one, other) -> one));
      List<Pointer> objects = new ArrayList<>();
      List<ObjectKey> lost = new ArrayList<>();
      for (ItemKey product : valid) {
        ObjectKey key = object(product);
        Pointer pointer = known.get(key);
        if (pointer == null) {
          lost.add(key);
        } else {
          objects.add(pointer);
        }
      }
      return new Found(objects, lost);
    }

    private static ObjectKey object(ItemKey product) {
      String[] parts = product.sk().split("#");
      DataProductId id = DataProductId.parse(parts[parts.length - 1]);
      return NovaCatKeys.spectrumParquet(NovaId.parse(product.pk()), id).key();
    }
  }

  /** Of one nova; costs what it has. */
  public Found of(NovaId nova) {
    Query products =
        new Query(
            Source.TABLE,
            Keys.partition(nova),
            SortRange.prefix(Keys.SPECTRA),
            VALID,
            Set.of(SpectraProduct.VALIDATION_STATUS.name()),
            0);
    List<ItemKey> valid = Pages.of(table, products).map(RawItem::key).toList();
    Query files = Query.of(Keys.partition(nova), Keys.filePrefix(FileRole.SPECTRUM.name()));
    return Found.of(valid, Pages.of(table, files));
  }

  /**
   * Of these novae in two passes over the whole table, several parts at once. Of a million spectra
   * some five hundred megabytes are held.
   */
  public Found of(Set<NovaId> novae) {
    Places places = new Places();
    Scan valid =
        Scan.of(Keys.SPECTRA).where(VALID).only(Set.of(SpectraProduct.VALIDATION_STATUS.name()));
    Parallel.scan(table, valid, items -> Places.of(items.filter(item -> isOf(item, novae))))
        .forEach(places::addAll);
    Scan files =
        Scan.of(Keys.FILES)
            .where(Condition.equal(FileObject.ROLE.name(), FileRole.SPECTRUM.name()));
    List<List<RawItem>> recorded =
        Parallel.scan(table, files, items -> items.filter(item -> isOf(item, novae)).toList());
    return Found.of(places.inOrder().toList(), recorded.stream().flatMap(List::stream));
  }

  /** All objects on record of the products of a nova, by product and role. */
  public Map<DataProductId, Map<FileRole, Pointer>> files(NovaId nova) {
    Map<DataProductId, Map<FileRole, Pointer>> files = new HashMap<>();
    Pages.of(table, Query.of(Keys.partition(nova), Keys.FILES))
        .forEach(
            item -> {
              FileObject file = FileObject.read(item);
              files
                  .computeIfAbsent(FileObject.productOf(item), any -> new EnumMap<>(FileRole.class))
                  .put(file.role(), file.pointer());
            });
    return files;
  }

  private static boolean isOf(RawItem item, Set<NovaId> novae) {
    return novae.contains(NovaId.parse(item.key().pk()));
  }
}
