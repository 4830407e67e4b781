package org.novacat.jobs.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;

/**
 * The objects that a query reads: those that are there and as long as their items say. Others are
 * left out, and named.
 */
final class SoundObjects {
  private final Stores stores;
  private final List<String> leftOut = new ArrayList<>();

  SoundObjects(Stores stores) {
    this.stores = stores;
  }

  /** Where the items are. */
  Stores stores() {
    return stores;
  }

  /** What was left out until now, a sentence each. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Of committed tables; one that was built anew while it was looked at is looked at again. */
  List<ObjectKey> photometry() {
    List<Pointer> tables =
        stores.catalog().photometryTables().list().map(PhotometryTable::object).toList();
    Map<Pointer, UnusableObject> changed = unusable(NovaCatPrivate.PHOTOMETRY_TABLE, tables);
    if (changed.isEmpty()) {
      return tables.stream().map(Pointer::key).toList();
    }
    return sound(
        NovaCatPrivate.PHOTOMETRY_TABLE,
        stores.catalog().photometryTables().list().map(PhotometryTable::object).toList());
  }

  /** Of valid products. */
  List<ObjectKey> spectra() {
    Map<ObjectKey, Pointer> recorded =
        stores
            .catalog()
            .products()
            .files(FileRole.SPECTRUM)
            .map(FileObject::pointer)
            .collect(toMap(Pointer::key, identity(), (one, other) -> one));
    List<Pointer> valid =
        stores
            .catalog()
            .products()
            .all(product -> product.state().validation() == ValidationStatus.VALID)
            .map(product -> recorded(product, recorded))
            .filter(Objects::nonNull)
            .toList();
    return sound(NovaCatPrivate.DERIVED_SPECTRUM, valid);
  }

  private @Nullable Pointer recorded(SpectraProduct product, Map<ObjectKey, Pointer> recorded) {
    ObjectKey key = NovaCatKeys.spectrumParquet(product.novaId(), product.id()).key();
    Pointer pointer = recorded.get(key);
    if (pointer == null) {
      leftOut.add(
          "Cannot use object '%s': the table has lost the item of it (see 'novacat verify')"
              .formatted(key));
    }
    return pointer;
  }

  private List<ObjectKey> sound(LayoutEntry line, Collection<Pointer> pointers) {
    Map<Pointer, UnusableObject> unusable = unusable(line, pointers);
    unusable.values().forEach(why -> leftOut.add(String.valueOf(why.getMessage())));
    return pointers.stream()
        .filter(pointer -> !unusable.containsKey(pointer))
        .map(Pointer::key)
        .toList();
  }

  private Map<Pointer, UnusableObject> unusable(LayoutEntry line, Collection<Pointer> pointers) {
    return stores.archive().unusable(line.template().literalPrefix(), pointers);
  }
}
