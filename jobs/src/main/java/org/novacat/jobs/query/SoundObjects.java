package org.novacat.jobs.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.lock.LockStatus;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.table.ItemKey;

/**
 * The objects that a query reads: those that are there and as long as their items say. Others are
 * left out, and named.
 */
final class SoundObjects {
  /** So many are asked for one by one, more in one pass over the table. */
  private static final int FEW_NOVAE = 20;

  private final Stores stores;
  private final Map<String, String> table;
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final List<String> lost = new ArrayList<>();
  private final Map<Set<NovaId>, List<Pointer>> spectra = new HashMap<>();

  /**
   * The objects of an archive.
   *
   * @param table its table, as options of the data source {@code novacat-table}
   */
  SoundObjects(Stores stores, Map<String, String> table) {
    this.stores = stores;
    this.table = Map.copyOf(table);
  }

  /** The table, as options of the data source {@code novacat-table}. */
  Map<String, String> table() {
    return table;
  }

  Stores stores() {
    return stores;
  }

  /** What was left out until now, a sentence each. */
  synchronized List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Objects as Spark reads them. */
  ObjectFiles files(StructType ids, ObjectFiles.Source objects) {
    return new ObjectFiles(stores.derivedLocation().store(), ids, objects);
  }

  /** Of committed tables. */
  synchronized List<Pointer> photometry() {
    return sound(
        NovaCatPrivate.PHOTOMETRY_TABLE,
        "",
        () -> stores.catalog().photometryTables().list().map(PhotometryTable::object).toList());
  }

  /** Of valid products of some novae; asked for the same ones again it says the same. */
  synchronized List<Pointer> spectra(Predicate<NovaId> wanted) {
    Set<NovaId> novae = stores.catalog().novae().ids();
    Set<NovaId> some = novae.stream().filter(wanted).collect(toCollection(TreeSet::new));
    return spectra.computeIfAbsent(
        some, any -> some.size() > FEW_NOVAE ? spectraOf(some) : spectraOfFew(some));
  }

  private List<Pointer> spectraOf(Set<NovaId> novae) {
    Products products = stores.catalog().products();
    return sound(
        NovaCatPrivate.DERIVED_SPECTRUM,
        "",
        () -> valid(products.valid(novae), products.files(FileRole.SPECTRUM)));
  }

  private List<Pointer> spectraOfFew(Set<NovaId> novae) {
    Products products = stores.catalog().products();
    return novae.stream()
        .flatMap(
            nova ->
                sound(
                    NovaCatPrivate.DERIVED_SPECTRUM,
                    nova + "/",
                    () -> valid(products.valid(nova), products.files(nova, FileRole.SPECTRUM)))
                    .stream())
        .toList();
  }

  /** Products are read first: each has its object on record from the moment that it is valid. */
  private List<Pointer> valid(Stream<ItemKey> products, Stream<FileObject> files) {
    List<ItemKey> valid = products.toList();
    Map<ObjectKey, Pointer> recorded =
        files
            .map(FileObject::pointer)
            .collect(toMap(Pointer::key, identity(), (one, other) -> one));
    lost.clear();
    return valid.stream()
        .map(product -> recorded(spectrum(product), recorded))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The object of the product that lies there. */
  private static ObjectKey spectrum(ItemKey product) {
    String[] parts = product.sk().split("#");
    return NovaCatKeys.spectrumParquet(
            NovaId.parse(product.pk()), DataProductId.parse(parts[parts.length - 1]))
        .key();
  }

  private @Nullable Pointer recorded(ObjectKey key, Map<ObjectKey, Pointer> recorded) {
    Pointer pointer = recorded.get(key);
    if (pointer == null) {
      lost.add(
          "Cannot use object '%s': the table has lost the item of it (see 'novacat verify')"
              .formatted(key));
    }
    return pointer;
  }

  /** What was made anew while it was looked at is looked at again. */
  private List<Pointer> sound(LayoutEntry line, String below, Supplier<List<Pointer>> items) {
    String prefix = line.template().literalPrefix() + below;
    List<Pointer> pointers = items.get();
    Map<Pointer, UnusableObject> unusable = stores.archive().unusable(prefix, pointers);
    if (!unusable.isEmpty()) {
      pointers = items.get();
      unusable = stores.archive().unusable(prefix, pointers);
    }
    Map<Pointer, UnusableObject> named = unusable;
    leftOut.addAll(lost);
    named.forEach((pointer, why) -> leftOut.add(said(line, pointer, why)));
    return pointers.stream().filter(pointer -> !named.containsKey(pointer)).toList();
  }

  /** A table is replaced some time before its item says so, under the nova's lock. */
  private String said(LayoutEntry line, Pointer pointer, UnusableObject why) {
    boolean beingBuilt =
        line == NovaCatPrivate.PHOTOMETRY_TABLE
            && line.template()
                .parse(pointer.key())
                .map(fields -> NovaId.parse(fields.text("nova_id")))
                .flatMap(nova -> stores.catalog().locks().find(PhotometryTables.lock(nova).key()))
                .filter(lock -> lock.status() == LockStatus.IN_PROGRESS)
                .isPresent();
    return beingBuilt
        ? "Cannot use object '%s': it is being built anew (run the query again)"
            .formatted(pointer.key())
        : String.valueOf(why.getMessage());
  }
}
