package org.novacat.persistence.commit;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.product.LocatorAlias;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.KeyLimits;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what a registration means for what is known, and tells it. */
final class RegistrationJudge extends Judge<Registration, Registered, RegistrationUnit> {
  private final Map<NovaId, String> novae = new HashMap<>();

  RegistrationJudge(Session session, Consumer<Registered> results) {
    super(session, results);
  }

  /** What is known of a hundred of them is read at once. */
  @Override
  Stream<RegistrationUnit> begin(Stream<? extends Registration> given) {
    return Chunks.of(given, Table.MOST_IN_ONE_REQUEST).flatMap(this::begin);
  }

  private Stream<RegistrationUnit> begin(List<? extends Registration> chunk) {
    Map<DataProductId, SpectraProduct> known = known(chunk);
    return chunk.stream().flatMap(wish -> begin(wish, known.get(wish.id())).stream());
  }

  private Optional<RegistrationUnit> begin(Registration wish, @Nullable SpectraProduct known) {
    int locators = wish.locators().size();
    String problem =
        locators > Registration.MOST_LOCATORS
            ? "it has %s locators, and %s are allowed (leave some of them out)"
                .formatted(locators, Registration.MOST_LOCATORS)
            : novae.computeIfAbsent(wish.novaId(), this::problem);
    return problem.isEmpty() ? decide(wish, known) : conflict(wish, problem);
  }

  private Map<DataProductId, SpectraProduct> known(List<? extends Registration> chunk) {
    List<ItemKey> keys =
        chunk.stream()
            .map(wish -> Keys.spectraProduct(wish.novaId(), wish.provider(), wish.id()))
            .distinct()
            .toList();
    return session.table().getAll(keys).items().stream()
        .map(SpectraProduct.ITEM::read)
        .collect(toMap(SpectraProduct::id, product -> product, (one, other) -> one));
  }

  /** Why nothing can be registered for a nova; empty when it can. */
  private String problem(NovaId id) {
    @Nullable RawItem item = session.table().get(Keys.nova(id));
    if (item == null) {
      return "there is no nova %s".formatted(id);
    }
    return switch (Nova.ITEM.read(item).identityStatus()) {
      case ACTIVE -> "";
      case QUARANTINED -> "the identity of nova %s is in quarantine".formatted(id);
      case MERGED -> "nova %s was merged into another".formatted(id);
    };
  }

  @Override
  Optional<RegistrationUnit> applied(RegistrationUnit unit) {
    return told(unit.result());
  }

  @Override
  Optional<RegistrationUnit> refused(RegistrationUnit unit, List<Reason> reasons) {
    Reason product = reasons.get(RegistrationUnit.PRODUCT);
    if (product.code() == Code.CONDITION_FAILED) {
      RawItem current = product.current();
      return decide(
          unit.registration(), current == null ? null : SpectraProduct.ITEM.read(current));
    }
    RawItem alias =
        reasons.stream().map(Reason::current).filter(Objects::nonNull).findFirst().orElseThrow();
    String why = "it is registered for nova %s".formatted(LocatorAlias.ITEM.read(alias).novaId());
    return conflict(unit.registration(), why);
  }

  /** Registering it again tells. */
  @Override
  Optional<Registered> readBack(RegistrationUnit unit) {
    return Optional.empty();
  }

  @Override
  Registered unknown(RegistrationUnit unit, String why) {
    return new Registered.Unknown(unit.registration(), why);
  }

  /** What to write for a registration; empty, and told, when that is nothing. */
  private Optional<RegistrationUnit> decide(Registration wish, @Nullable SpectraProduct known) {
    Stamp stamp = session.stamp();
    Pointer raw = wish.rawFile();
    if (known == null) {
      ProductEvent event =
          raw == null ? ProductEvent.REGISTERED : ProductEvent.REGISTERED_WITH_BYTES;
      ProductState to = ProductTransitions.TABLE.next(null, event).orElseThrow();
      return fitting(RegistrationUnit.creation(wish, to, stamp));
    }
    if (!wish.rights().onto(known.rights()).equals(known.rights())) {
      return conflict(wish, "other rights are said of it already (register it again)");
    }
    Pointer there = known.rawFile();
    if (raw == null || (there != null && there.sha256().equals(raw.sha256()))) {
      return raw == null || saysNothingElse(wish, known)
          ? told(new Registered.AlreadyThere(wish, known.ref()))
          : conflict(wish, "something else is stated of it already (register it again)");
    }
    if (there != null) {
      return conflict(
          wish,
          "its bytes are known with SHA-256 %s, given %s".formatted(there.sha256(), raw.sha256()));
    }
    if (known.coming() != null) {
      return conflict(
          wish,
          "other bytes are taking its place, with SHA-256 %s (register it again)"
              .formatted(known.coming().sha256()));
    }
    Optional<ProductState> to = ProductTransitions.TABLE.next(known.state(), ProductEvent.ACQUIRED);
    return to.isPresent()
        ? fitting(RegistrationUnit.acquisition(wish, known.ref(), raw, to.get(), stamp))
        : conflict(wish, "its state %s does not allow bytes to come".formatted(known.state()));
  }

  private static boolean saysNothingElse(Registration wish, SpectraProduct known) {
    return wish.stated().isEmpty() || wish.stated().facts().equals(known.stated().facts());
  }

  private Optional<RegistrationUnit> fitting(RegistrationUnit unit) {
    return unit.fits() ? Optional.of(unit) : conflict(unit.registration(), tooLarge(unit));
  }

  private static String tooLarge(RegistrationUnit unit) {
    return unit.keysFit()
        ? "its item would have %s bytes, and %s are allowed (give it a shorter locator)"
            .formatted(unit.largest(), ItemSize.MOST_IN_WRITE)
        : "its locator is too long for a key of the table, which has at most %s bytes (shorten it)"
            .formatted(KeyLimits.MOST_PARTITION);
  }

  private Optional<RegistrationUnit> conflict(Registration wish, String why) {
    return told(new Registered.Conflict(wish, why));
  }
}
