package org.novacat.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.persistence.testing.Samples.bytes;
import static org.novacat.persistence.testing.Samples.commit;
import static org.novacat.persistence.testing.Samples.quarantined;
import static org.novacat.persistence.testing.Samples.register;
import static org.novacat.persistence.testing.Samples.registered;
import static org.novacat.persistence.testing.Samples.valid;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.lock.Locks.Recovery;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.nova.NovaAdded;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.run.Attempt;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.DynamoServer;
import org.novacat.persistence.testing.Samples;

/** Each operation once on a server: every expression that is sent is one that it accepts. */
class CatalogIT {
  private final Table table = DynamoServer.fresh();
  private final Catalog catalog = Catalogs.over(table, Clock.systemUTC());

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void novae_areAddedDoubtedMergedAndConfirmed() {
    NovaId first = catalog.novae().add(at("V1500 Cyg", 0)).nova().id();
    NovaAdded second = catalog.novae().add(at("Nova X", 5));
    NovaAdded third = catalog.novae().add(at("Nova Y", -5));
    assertThat(catalog.runs().list()).extracting(JobRun::status).containsOnly(RunStatus.SUCCEEDED);
    assertThat(second).isInstanceOf(NovaAdded.IdentityQuarantined.class);

    catalog.novae().merge(second.nova().id(), first);
    catalog.novae().confirm(third.nova().id());
    catalog.novae().alias(third.nova().id(), "Nova X");

    assertThat(catalog.novae().resolve("nova_x").novae()).hasSize(2);
    assertThat(catalog.novae().list()).hasSize(2);
    assertThat(catalog.novae().add(at("V1500 Cyg", 1))).isInstanceOf(NovaAdded.AlreadyKnown.class);
  }

  @Test
  void products_areRegisteredReviewedAndCounted() {
    NovaId nova = Samples.nova(catalog, "V1500 Cyg");
    register(catalog, List.of(Samples.stub(nova, 0)));
    List<ProductRef> products = registered(catalog, nova, 3);
    commit(
        catalog,
        List.of(
            valid(products.get(0), bytes(0)),
            quarantined(products.get(1), QuarantineReason.UNREADABLE),
            quarantined(products.get(2), QuarantineReason.OTHER)));
    catalog.products().approveRetry(products.get(1).id());
    catalog.products().reject(products.get(2).id(), "wrong star");

    assertThat(register(catalog, List.of(Samples.registration(nova, 0))))
        .singleElement()
        .isInstanceOf(Registered.AlreadyThere.class);
    assertThat(catalog.products().eligible()).hasSize(1);
    assertThat(catalog.products().eligible(nova)).hasSize(1);
    assertThat(catalog.products().quarantined()).hasSize(1);
    assertThat(catalog.products().files(nova, products.get(0).id())).hasSize(3);
    assertThat(catalog.census().spectra().total()).isEqualTo(3);
  }

  @Test
  void runs_beginAttemptAndEnd() {
    JobRun run = catalog.runs().begin(RunKey.of("ingest-spectra", "plan", 1), null);
    Attempt attempt =
        new Attempt(
            "ValidateSpectra",
            1,
            run.startedAt(),
            Duration.ofMillis(7),
            AttemptOutcome.SUCCEEDED,
            null,
            null);
    catalog.runs().recordAttempts(run, List.of(attempt));
    JobRun ended = catalog.runs().finish(run, RunStatus.SUCCEEDED, Map.of("valid", "1"));

    assertThat(catalog.runs().list()).containsExactly(ended);
    assertThat(catalog.runs().attempts(ended)).containsExactly(attempt);
  }

  @Test
  void work_isPutAndRemoved() {
    catalog.workQueue().put(NovaId.mint(), DirtyType.SPECTRA, WorkConsumer.BUNDLE);

    List<WorkItem> work = catalog.workQueue().list(WorkConsumer.BUNDLE).toList();
    assertThat(work).hasSize(1);
    catalog.workQueue().remove(work.get(0));
    assertThat(catalog.workQueue().list(WorkConsumer.BUNDLE)).isEmpty();
  }

  @Test
  void locks_areTakenRenewedGivenUpAndCompleted() {
    LockRequest once = LockRequest.once("work", bytes(1));
    var lease = ((LockAnswer.Acquired) catalog.locks().acquire(once)).lease();
    lease.renew();
    assertThat(catalog.locks().acquire(once)).isInstanceOf(LockAnswer.Held.class);
    assertThat(catalog.locks().recover("work")).isEqualTo(Recovery.STILL_HELD);
    lease.fail("broken");

    var again = ((LockAnswer.Acquired) catalog.locks().acquire(once)).lease();
    assertThat(again.fence().token()).isEqualTo(3);
    again.complete("done");
    assertThat(catalog.locks().acquire(once))
        .isInstanceOfSatisfying(
            LockAnswer.Completed.class, done -> assertThat(done.outcome()).isEqualTo("done"));
  }

  private static NewNova at(String name, double arcsecNorth) {
    return new NewNova(
        name, List.of(), new SkyPosition(317.9, 48.15 + arcsecNorth / 3600), Map.of());
  }
}
