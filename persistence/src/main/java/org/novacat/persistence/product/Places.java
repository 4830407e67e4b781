package org.novacat.persistence.product;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/**
 * Where products lie, to be put in order: of a million it takes some sixty megabytes, which are all
 * that a plan holds of products that are not its next hundred.
 */
final class Places {
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Provider> providers = new HashMap<>();

  /** One product; ids without the objects around them. */
  private record Place(
      long novaHigh, long novaLow, Provider provider, long productHigh, long productLow) {
    private static final Comparator<Place> ORDER =
        comparing(Place::novaHigh, Long::compareUnsigned)
            .thenComparing(Place::novaLow, Long::compareUnsigned)
            .thenComparing(Place::provider)
            .thenComparing(Place::productHigh, Long::compareUnsigned)
            .thenComparing(Place::productLow, Long::compareUnsigned);

    ItemKey key() {
      return Keys.spectraProduct(
          new NovaId(new UUID(novaHigh, novaLow)),
          provider,
          new DataProductId(new UUID(productHigh, productLow)));
    }
  }

  /** Places of products' items. */
  static Places of(Stream<RawItem> items) {
    Places places = new Places();
    items.forEach(places::add);
    return places;
  }

  /** Adds others. */
  void addAll(Places others) {
    places.addAll(others.places);
  }

  /** Adds the place of a product's item. */
  void add(RawItem item) {
    String[] ofNova = item.key().sk().substring(Keys.SPECTRA.length()).split("#", 2);
    UUID nova = NovaId.parse(item.key().pk()).value();
    UUID product = DataProductId.parse(ofNova[1]).value();
    places.add(
        new Place(
            nova.getMostSignificantBits(),
            nova.getLeastSignificantBits(),
            providers.computeIfAbsent(ofNova[0], Provider::new),
            product.getMostSignificantBits(),
            product.getLeastSignificantBits()));
  }

  /** All of them by nova, then provider, then id, as their texts are ordered. */
  Stream<ItemKey> inOrder() {
    places.sort(Place.ORDER);
    return places.stream().map(Place::key);
  }
}
