package org.novacat.jobs.query;

import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.types.StructType;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.ObjectKey;
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

  private static final String LOST =
      "Cannot use object '%s': the table has lost the item of it (see 'novacat verify')";

  private final Stores stores;
  private final Map<String, String> table;
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final Map<Set<NovaId>, List<Looked>> spectra = new HashMap<>();

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
    Looked looked =
        sound(
            NovaCatPrivate.PHOTOMETRY_TABLE,
            "",
            () ->
                new SpectrumObjects.Found(
                    stores
                        .catalog()
                        .photometryTables()
                        .list()
                        .map(PhotometryTable::object)
                        .toList(),
                    List.of()));
    leftOut.addAll(looked.no().values());
    return looked.sound();
  }

  /** Of valid products of some novae; looked up again it is the same. */
  synchronized List<Pointer> spectra(Predicate<NovaId> wanted, Predicate<ObjectKey> asked) {
    Set<NovaId> novae = stores.catalog().novae().ids();
    Set<NovaId> some = novae.stream().filter(wanted).collect(toCollection(TreeSet::new));
    List<Looked> looked = spectra.computeIfAbsent(some, this::spectra);
    looked.forEach(
        one ->
            one.no()
                .forEach(
                    (key, why) -> {
                      if (asked.test(key)) {
                        leftOut.add(why);
                      }
                    }));
    return looked.stream().flatMap(one -> one.sound().stream()).toList();
  }

  private List<Looked> spectra(Set<NovaId> novae) {
    SpectrumObjects recorded = stores.catalog().spectrumObjects();
    LayoutEntry line = NovaCatPrivate.DERIVED_SPECTRUM;
    return novae.size() > FEW_NOVAE
        ? List.of(sound(line, "", () -> recorded.of(novae)))
        : novae.stream().map(nova -> sound(line, nova + "/", () -> recorded.of(nova))).toList();
  }

  /**
   * Objects that can be read, and why others cannot.
   *
   * @param no a sentence each
   */
  private record Looked(List<Pointer> sound, Map<ObjectKey, String> no) {}

  /** What was made anew while it was looked at is looked at again. */
  private Looked sound(LayoutEntry line, String below, Supplier<SpectrumObjects.Found> items) {
    String prefix = line.template().literalPrefix() + below;
    SpectrumObjects.Found found = items.get();
    Map<Pointer, UnusableObject> unusable = stores.archive().unusable(prefix, found.objects());
    if (!unusable.isEmpty()) {
      found = items.get();
      unusable = stores.archive().unusable(prefix, found.objects());
    }
    Map<Pointer, UnusableObject> named = unusable;
    Map<ObjectKey, String> no = new TreeMap<>();
    found.lost().forEach(key -> no.put(key, LOST.formatted(key)));
    named.forEach((pointer, why) -> no.put(pointer.key(), said(line, pointer, why)));
    return new Looked(
        found.objects().stream().filter(pointer -> !named.containsKey(pointer)).toList(), no);
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
