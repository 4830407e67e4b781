package org.novacat.persistence.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.persistence.testing.Samples.PROVIDER;
import static org.novacat.persistence.testing.Samples.bytes;
import static org.novacat.persistence.testing.Samples.register;
import static org.novacat.persistence.testing.Samples.registration;
import static org.novacat.persistence.testing.Samples.stub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.Registered.Acquired;
import org.novacat.persistence.commit.Registered.AlreadyThere;
import org.novacat.persistence.commit.Registered.Conflict;
import org.novacat.persistence.commit.Registered.Created;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.InMemoryTable.Tokens;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

class RegistrarTest {
  private final InMemoryTable table = new InMemoryTable();
  private final MutableClock clock = new MutableClock();
  private final Catalog catalog = Catalogs.over(table, clock);
  private final NovaId nova = Samples.nova(catalog, "V1500 Cyg");

  @Test
  void newProduct_isEligibleAndFoundByIdAndLocator() {
    Registration wish = registration(nova, 1);

    List<Registered> results = register(catalog, List.of(wish));

    SpectraProduct product = catalog.products().find(wish.id()).orElseThrow();
    assertThat(results).containsExactly(new Created(wish, product.ref()));
    assertThat(product.rawFile()).isEqualTo(wish.rawFile());
    assertThat(product.state()).hasToString("UNVALIDATED/ACQUIRED/ACQUIRE");
    assertThat(product.locators()).isEqualTo(wish.locators());
    assertThat(catalog.products().eligible()).containsExactly(product);
  }

  @Test
  void rightsThatAreSaid_areThereFromTheFirstWriteOn() {
    Registration wish = registration(nova, 1).crediting(rights("PRIVATE"));

    register(catalog, List.of(wish));

    assertThat(catalog.products().find(wish.id()).orElseThrow().rights())
        .isEqualTo(rights("PRIVATE"));
    assertThat(register(catalog, List.of(registration(nova, 1))))
        .singleElement()
        .isInstanceOf(AlreadyThere.class);
  }

  /** Of two runs that bring one product at the same time, that of the other is not lost. */
  @Test
  void otherRightsThanThoseOfAKnownProduct_areAConflict() {
    register(catalog, List.of(registration(nova, 1)));
    Registration wish = registration(nova, 1).crediting(rights("PRIVATE"));

    assertThat(register(catalog, List.of(wish)))
        .containsExactly(
            new Conflict(wish, "other rights are said of it already (register it again)"));
  }

  private static Rights rights(String who) {
    return new Rights(who, "", "", "", List.of(), "", "");
  }

  @Test
  void secondTime_writesNothing() {
    List<Registration> wishes = wishes(250);
    register(catalog, wishes);
    int before = table.applied().size();

    List<Registered> results = register(Catalogs.over(table, clock), wishes);

    assertThat(results).hasSize(250).allMatch(result -> result instanceof AlreadyThere);
    assertThat(table.applied()).hasSize(before);
  }

  @Test
  void moreLocatorsThanAnItemHolds_areAConflictOfTheirOwn() {
    Registration wish = registration(nova, 1);
    List<String> locators = Collections.nCopies(Registration.MOST_LOCATORS + 1, "file:1.fits");
    Registration tooMany =
        new Registration(
            nova, PROVIDER, wish.id(), "product-1", locators, wish.rawFile(), wish.files());

    List<Registered> results = register(catalog, List.of(tooMany, registration(nova, 2)));

    assertThat(results).hasSize(2).hasAtLeastOneElementOfType(Created.class);
    assertThat(results)
        .contains(
            new Conflict(
                tooMany, "it has 21 locators, and 20 are allowed (leave some of them out)"));
  }

  @Test
  void locatorThatIsNoKey_isAConflictOfItsOwn() {
    Registration bad = registration(nova, 1);
    Registration tooLong =
        new Registration(
            nova, PROVIDER, bad.id(), "l".repeat(2048), bad.locators(), bad.rawFile(), bad.files());

    List<Registered> results = register(catalog, List.of(tooLong, registration(nova, 2)));

    assertThat(results)
        .hasAtLeastOneElementOfType(Created.class)
        .contains(
            new Conflict(
                tooLong,
                "its locator is too long for a key of the table, which has at most 2048 bytes"
                    + " (shorten it)"))
        .hasSize(2);
    assertThat(only().id()).isEqualTo(registration(nova, 2).id());
  }

  @Test
  void stubWhoseBytesCome_isAcquired() {
    register(catalog, List.of(stub(nova, 1)));
    assertThat(only().state()).hasToString("UNVALIDATED/STUB/ACQUIRE");

    List<Registered> results = register(catalog, List.of(registration(nova, 1)));

    assertThat(results).containsExactly(new Acquired(registration(nova, 1), only().ref()));
    assertThat(only().rawFile()).isEqualTo(registration(nova, 1).rawFile());
    assertThat(only().meta().version()).isEqualTo(2);
  }

  @Test
  void stubAndBytesInOneGo_areOneAfterTheOther() {
    List<Registered> results =
        register(catalog, List.of(stub(nova, 1), registration(nova, 1), registration(nova, 1)));

    assertThat(results.stream().map(result -> result.getClass().getSimpleName()))
        .containsExactly("Created", "Acquired", "AlreadyThere");
    assertThat(table.conflicts()).isZero();
  }

  @Test
  void stubOfWhatHasBytes_isAlreadyThere() {
    register(catalog, List.of(registration(nova, 1)));

    assertThat(register(catalog, List.of(stub(nova, 1))))
        .singleElement()
        .isInstanceOf(AlreadyThere.class);
  }

  @Test
  void otherBytes_areAConflictThatNamesBoth() {
    register(catalog, List.of(registration(nova, 1)));

    List<Registered> results = register(catalog, List.of(registration(nova, 1, bytes(2))));

    assertThat(results)
        .containsExactly(
            new Conflict(
                registration(nova, 1, bytes(2)),
                "its bytes are known with SHA-256 %s, given %s".formatted(bytes(1), bytes(2))));
  }

  @Test
  void productOfAnotherNova_isAConflictThatNamesIt() {
    NovaId other = Samples.nova(catalog, "RS Oph");
    register(catalog, List.of(registration(nova, 1)));

    List<Registered> results =
        register(catalog, List.of(registration(other, 1), registration(other, 2)));

    assertThat(results)
        .filteredOn(result -> result instanceof Conflict)
        .containsExactly(new Conflict(registration(other, 1), "it is registered for nova " + nova));
    assertThat(results).filteredOn(result -> result instanceof Created).hasSize(1);
    assertThat(catalog.products().ofNova(other)).hasSize(1);
  }

  @Test
  void novaThatDoesNotExistOrIsDoubtful_isAConflict() {
    NovaId none = NovaId.mint();
    catalog.novae().add(new NewNova("A", List.of(), new SkyPosition(10, 10), Map.of()));
    NovaId doubtful =
        catalog
            .novae()
            .add(new NewNova("B", List.of(), new SkyPosition(10, 10.001), Map.of()))
            .nova()
            .id();

    List<Registered> results =
        register(catalog, List.of(registration(none, 1), registration(doubtful, 2)));

    assertThat(results)
        .containsExactly(
            new Conflict(registration(none, 1), "there is no nova " + none),
            new Conflict(
                registration(doubtful, 2),
                "the identity of nova %s is in quarantine".formatted(doubtful)));
  }

  @Test
  void anyFaults_endAsIfThereHadBeenNone() {
    Seeded.cases(
        20,
        random -> {
          InMemoryTable store = new InMemoryTable().withTokens(Tokens.FORGOTTEN);
          NovaId id = Samples.nova(Catalogs.over(store, clock), "V1500 Cyg");
          FaultPlan plan = FaultPlan.everything(random.nextLong(), 0.1);
          Catalog faulty = Catalogs.over(new FaultyTable(store, plan), clock);
          List<Registration> wishes =
              IntStream.range(0, 120).mapToObj(n -> registration(id, n)).toList();

          List<Registered> results = register(faulty, wishes);

          assertThat(results).hasSize(120).allMatch(result -> result instanceof Created);
          assertThat(Catalogs.over(store, clock).products().ofNova(id)).hasSize(120);
        });
  }

  /** The driver holds what is under way, never all. */
  @Test
  void manyRegistrations_areTakenNoFasterThanTheyAreSettled() {
    long[] open = {0, 0};
    List<Registration> wishes = wishes(5000);
    var counted =
        wishes.stream()
            .peek(
                wish -> {
                  open[0]++;
                  open[1] = Math.max(open[1], open[0]);
                })
            .iterator();

    catalog.registrar(CommitSettings.DEFAULTS).commit(counted, result -> open[0]--);

    assertThat(open[0]).isZero();
    assertThat(open[1]).isLessThanOrEqualTo(100 + 9 * 33 + 33);
  }

  private List<Registration> wishes(int count) {
    List<Registration> wishes = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      wishes.add(registration(nova, n));
    }
    return wishes;
  }

  private SpectraProduct only() {
    return catalog.products().ofNova(nova).findFirst().orElseThrow();
  }
}
