package org.novacat.persistence.commit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.product.AttemptHistory;
import org.novacat.persistence.product.LocatorAlias;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Write;

/**
 * A registration as writes; the product comes first.
 *
 * @param result what it is when all is written
 */
record RegistrationUnit(Registration registration, Registered result, List<Write> writes)
    implements CommitUnit {
  static final int PRODUCT = 0;

  /** A product that is not there yet, the alias of its locator and the one of its id. */
  static RegistrationUnit creation(Registration wish, ProductState state, Stamp stamp) {
    SpectraProduct product = product(wish, state, stamp.fresh());
    ItemMeta meta = stamp.fresh();
    List<Write> writes = new ArrayList<>();
    writes.add(SpectraProduct.ITEM.put(product));
    writes.add(
        new LocatorAlias(
                wish.provider().name(),
                wish.locatorIdentity(),
                wish.id(),
                wish.novaId(),
                wish.provider(),
                meta)
            .claim());
    writes.add(LocatorAlias.byId(wish.id(), wish.novaId(), wish.provider(), meta).claim());
    return new RegistrationUnit(
        wish, new Registered.Created(wish, product.ref()), withFiles(writes, wish, stamp));
  }

  /** The bytes of a product that was known without them. */
  static RegistrationUnit acquisition(
      Registration wish, ProductRef known, Pointer raw, ProductState to, Stamp stamp) {
    List<Write> writes = new ArrayList<>();
    writes.add(SpectraProduct.acquired(known, raw, wish.locators(), wish.stated(), to, stamp));
    return new RegistrationUnit(
        wish, new Registered.Acquired(wish, known.after(to)), withFiles(writes, wish, stamp));
  }

  private static List<Write> withFiles(List<Write> writes, Registration wish, Stamp stamp) {
    for (FileObject file : wish.files()) {
      writes.add(FileObject.first(file, wish.novaId(), wish.id(), stamp));
    }
    return List.copyOf(writes);
  }

  private static SpectraProduct product(Registration wish, ProductState state, ItemMeta meta) {
    @Nullable Pointer raw = wish.rawFile();
    return new SpectraProduct(
        wish.novaId(),
        wish.provider(),
        wish.id(),
        wish.locatorIdentity(),
        wish.locators(),
        state,
        AttemptHistory.NONE,
        raw,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        wish.rights(),
        raw == null ? StatedFacts.NONE : wish.stated(),
        meta);
  }
}
