package org.novacat.persistence.commit;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.item.LocatorAliasItem;
import org.novacat.persistence.item.RawFile;
import org.novacat.persistence.item.SpectraProduct;
import org.novacat.persistence.item.SpectraProductItem;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.KeyLimits;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what a registration means for what is known, and tells it. */
final class RegistrationJudge implements Judge<RegistrationUnit> {
  private final RunContext run;
  private final Clock clock;
  private final Consumer<Registered> results;

  RegistrationJudge(RunContext run, Clock clock, Consumer<Registered> results) {
    this.run = run;
    this.clock = clock;
    this.results = results;
  }

  @Override
  public void applied(RegistrationUnit unit) {
    results.accept(unit.result());
  }

  @Override
  public Optional<RegistrationUnit> refused(RegistrationUnit unit, List<Reason> reasons) {
    Reason product = reasons.get(RegistrationUnit.PRODUCT);
    if (product.code() == Code.CONDITION_FAILED) {
      RawItem current = product.current();
      return decide(unit.registration(), current == null ? null : SpectraProductItem.read(current));
    }
    RawItem alias =
        reasons.stream().map(Reason::current).filter(Objects::nonNull).findFirst().orElseThrow();
    String why = "it is registered for nova %s".formatted(LocatorAliasItem.read(alias).novaId());
    results.accept(new Registered.Conflict(unit.registration(), why));
    return Optional.empty();
  }

  @Override
  public void unknown(RegistrationUnit unit, OutcomeUnknownException why) {
    results.accept(new Registered.Unknown(unit.registration(), String.valueOf(why.getMessage())));
  }

  /** What to write for a registration; empty, and told, when that is nothing. */
  Optional<RegistrationUnit> decide(Registration wish, @Nullable SpectraProduct known) {
    Stamp stamp = new Stamp(clock.instant(), run.jobRunId());
    RawFile raw = wish.rawFile();
    if (known == null) {
      ProductEvent event =
          raw == null ? ProductEvent.REGISTERED : ProductEvent.REGISTERED_WITH_BYTES;
      ProductState to = ProductTransitions.TABLE.next(null, event).orElseThrow();
      return fitting(RegistrationUnit.creation(wish, to, stamp));
    }
    RawFile there = known.rawFile();
    if (raw == null || (there != null && there.sha256().equals(raw.sha256()))) {
      return told(new Registered.AlreadyThere(wish, known.ref()));
    }
    if (there != null) {
      return told(
          new Registered.Conflict(
              wish,
              "its bytes are known with SHA-256 %s, given %s"
                  .formatted(there.sha256(), raw.sha256())));
    }
    if (known.coming() != null) {
      return told(
          new Registered.Conflict(
              wish,
              "other bytes are taking its place, with SHA-256 %s (register it again)"
                  .formatted(known.coming().sha256())));
    }
    Optional<ProductState> to = ProductTransitions.TABLE.next(known.state(), ProductEvent.ACQUIRED);
    return to.isPresent()
        ? fitting(RegistrationUnit.acquisition(wish, known.ref(), raw, to.get(), stamp))
        : told(
            new Registered.Conflict(
                wish, "its state %s does not allow bytes to come".formatted(known.state())));
  }

  private Optional<RegistrationUnit> fitting(RegistrationUnit unit) {
    return unit.fits()
        ? Optional.of(unit)
        : told(new Registered.Conflict(unit.registration(), tooLarge(unit)));
  }

  private static String tooLarge(RegistrationUnit unit) {
    return unit.keysFit()
        ? "its item would have %s bytes, and %s are allowed (give it a shorter locator)"
            .formatted(unit.largest(), ItemSize.MOST_IN_WRITE)
        : "its locator is too long for a key of the table, which has at most %s bytes (shorten it)"
            .formatted(KeyLimits.MOST_PARTITION);
  }

  private Optional<RegistrationUnit> told(Registered result) {
    results.accept(result);
    return Optional.empty();
  }
}
