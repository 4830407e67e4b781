package org.novacat.jobs.query;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.types.StructType;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.lock.LockStatus;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.product.SpectrumObjects;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;

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
    return sound(
        NovaCatPrivate.DERIVED_SPECTRUM,
        "",
        () -> recorded(stores.catalog().spectrumObjects().of(novae)));
  }

  private List<Pointer> spectraOfFew(Set<NovaId> novae) {
    SpectrumObjects recorded = stores.catalog().spectrumObjects();
    return novae.stream()
        .map(
            nova ->
                sound(
                    NovaCatPrivate.DERIVED_SPECTRUM, nova + "/", () -> recorded(recorded.of(nova))))
        .flatMap(List::stream)
        .toList();
  }

  private List<Pointer> recorded(SpectrumObjects.Found found) {
    lost.clear();
    found
        .lost()
        .forEach(
            key ->
                lost.add(
                    "Cannot use object '%s': the table has lost the item of it (see 'novacat verify')"
                        .formatted(key)));
    return found.objects();
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
