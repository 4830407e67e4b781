package org.novacat.persistence.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.testing.Samples.bytes;
import static org.novacat.persistence.testing.Samples.commit;
import static org.novacat.persistence.testing.Samples.quarantined;
import static org.novacat.persistence.testing.Samples.register;
import static org.novacat.persistence.testing.Samples.registered;
import static org.novacat.persistence.testing.Samples.stub;
import static org.novacat.persistence.testing.Samples.valid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.CountingTable;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

class ProductsTest {
  private final InMemoryTable table = new InMemoryTable().withPages(7);
  private final Catalog catalog = Catalogs.over(table, new MutableClock());
  private final Products products = catalog.products();
  private final NovaId nova = Samples.nova(catalog, "V1500 Cyg");

  /** Pages hold seven items, and each of the other products has four. */
  @Test
  void filesOfAProduct_areAskedForOnceARole_whateverElseItsNovaHas() {
    List<ProductRef> refs = registered(catalog, nova, 60);
    Samples.commit(
        catalog,
        IntStream.range(0, 60).mapToObj(n -> valid(refs.get(n), Samples.bytes(n))).toList());
    CountingTable counted = new CountingTable(table);
    Products asked = Catalogs.over(counted, new MutableClock()).products();

    List<FileObject> files = asked.files(nova, refs.get(30).id());

    assertThat(files)
        .extracting(FileObject::role)
        .containsExactly(FileRole.SPECTRUM, FileRole.METADATA, FileRole.PREVIEW);
    assertThat(counted.requests()).isEqualTo(Map.of("query", FileRole.values().length));
  }

  @Test
  void productsOfANova_comeByProviderThenId() {
    registered(catalog, nova, 20);
    Registration bess = Samples.registration(nova, 99);
    register(
        catalog,
        List.of(
            new Registration(
                nova, new Provider("bess"), bess.id(), "x", List.of(), bess.rawFile(), List.of())));

    List<SpectraProduct> all = products.ofNova(nova).toList();

    assertThat(all).hasSize(21);
    assertThat(all.get(0).provider().name()).isEqualTo("bess");
    assertThat(all.subList(1, 21).stream().map(SpectraProduct::id)).isSorted();
    assertThat(products.ofNova(nova, Samples.PROVIDER)).hasSize(20);
    assertThat(products.all()).hasSize(21);
  }

  @Test
  void eligible_costsOnePassOverTheIndex_inParts_andAReadForAHundred() {
    registered(catalog, nova, 50);
    CountingTable counting = new CountingTable(table);
    Products few = Catalogs.over(counting, new MutableClock()).products();

    assertThat(few.eligible()).hasSize(50);
    assertThat(counting.requests()).isEqualTo(Map.of("scanIndex", 1 + 8 + 7, "getAll", 1));
    registered(catalog, nova, 300);
    assertThat(few.eligible().limit(3)).hasSize(3);
    assertThat(counting.requests()).isEqualTo(Map.of("scanIndex", 1 + 43 + 7, "getAll", 1));
  }

  @Test
  void eligible_comesNovaByNova_inTheOrderOfIds_whateverTheOrderOfTheIndex() {
    List<NovaId> novae = new ArrayList<>(List.of(nova));
    List.of("T CrB", "RS Oph", "V339 Del").forEach(n -> novae.add(Samples.nova(catalog, n)));
    List<Registration> wishes = new ArrayList<>();
    for (NovaId one : novae) {
      for (String provider : List.of("eso.x", "bess", "eso-sdp", "eso")) {
        for (int n = 0; n < 4; n++) {
          wishes.add(of(one, new Provider(provider), n));
        }
      }
    }
    register(catalog, wishes);
    Table shuffled =
        new ForwardingTable(table) {
          @Override
          public Page scan(Scan scan, Page.@Nullable Cursor from) {
            Page page = super.scan(scan, from);
            List<RawItem> items = new ArrayList<>(page.items());
            Collections.reverse(items);
            return new Page(items, page.next(), page.capacity());
          }
        };
    Products few = Catalogs.over(shuffled, new MutableClock()).products();

    List<SpectraProduct> novaByNova = novae.stream().sorted().flatMap(products::eligible).toList();

    assertThat(novaByNova).hasSize(64);
    assertThat(few.eligible()).containsExactlyElementsOf(novaByNova);
    assertThat(products.all()).containsExactlyElementsOf(novaByNova);
    assertThat(products.all(product -> product.novaId().equals(nova))).hasSize(16);
  }

  private static Registration of(NovaId nova, Provider provider, int n) {
    Registration full = Samples.registration(nova, n);
    String key = nova + "-" + n;
    DataProductId id = DataProductId.ofProductKey(provider, key);
    return new Registration(nova, provider, id, key, List.of(), full.rawFile(), List.of());
  }

  @Test
  void indexThatLagsBehind_doesNotOfferWhatIsDone() {
    List<ProductRef> refs = registered(catalog, nova, 3);
    table.freezeIndex();

    commit(catalog, List.of(valid(refs.get(0), bytes(0))));

    assertThat(table.scan(Scan.ofIndex(""), null).items()).hasSize(3);
    assertThat(products.eligible().map(SpectraProduct::id))
        .containsExactlyInAnyOrder(refs.get(1).id(), refs.get(2).id());
  }

  @Test
  void counts_addUp() {
    List<ProductRef> refs = registered(catalog, nova, 6);
    commit(
        catalog,
        List.of(
            valid(refs.get(0), bytes(0)),
            valid(refs.get(1), bytes(0)),
            quarantined(refs.get(2), QuarantineReason.UNREADABLE),
            quarantined(refs.get(3), QuarantineReason.NOT_A_SPECTRUM)));
    catalog.products().reject(refs.get(3).id(), "wrong star");

    ProductCounts counts = catalog.census().spectra();

    assertThat(counts.total()).isEqualTo(6);
    assertThat(counts.byState())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                state("VALID/ACQUIRED/NONE"), 1L,
                state("UNVALIDATED/SKIPPED_DUPLICATE/NONE"), 1L,
                state("QUARANTINED/ACQUIRED/NONE"), 1L,
                state("TERMINAL_INVALID/ACQUIRED/NONE"), 1L,
                state("UNVALIDATED/ACQUIRED/ACQUIRE"), 2L));
    assertThat(counts.quarantined())
        .containsExactlyEntriesOf(Map.of(QuarantineReason.UNREADABLE, 1L));
  }

  @Test
  void acquisition_isRecordedWithItsFiles() {
    ProductRef stub = stubbed();
    Registration full = Samples.registration(nova, 1);
    FileObject source = Samples.file(FileRole.SOURCE, "raw/source.json");

    ProductRef after =
        products.recordAcquisition(
            stub, full.rawFile(), full.locators(), StatedFacts.NONE, List.of(source));

    SpectraProduct product = products.find(stub.id()).orElseThrow();
    assertThat(product.ref()).isEqualTo(after);
    assertThat(product.rawFile()).isEqualTo(full.rawFile());
    assertThat(products.files(nova, stub.id())).containsExactly(source);
    assertThatThrownBy(
            () ->
                products.recordAcquisition(
                    stub, full.rawFile(), full.locators(), StatedFacts.NONE, List.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("it is no longer as it was read, version 1");
  }

  @Test
  void whatIsStated_comesBackEqualFromTheItem() {
    Seeded.cases(
        100,
        random -> {
          Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
          for (StatedFact fact : StatedFact.values()) {
            if (random.nextBoolean()) {
              facts.put(fact, text(random));
            }
          }
          StatedFacts stated =
              facts.isEmpty() ? StatedFacts.NONE : new StatedFacts(facts, text(random));
          Registration wish = Samples.registration(nova, random.nextInt(Integer.MAX_VALUE));

          register(catalog, List.of(wish.stating(stated)));

          assertThat(products.find(wish.id()).orElseThrow().stated()).isEqualTo(stated);
        });
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(20), 0x21, 0x2ff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void acquisitionOfAValidProduct_isRefused() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(valid(product, bytes(0))));
    ProductRef done = products.find(product.id()).orElseThrow().ref();

    assertThatThrownBy(
            () ->
                products.recordAcquisition(
                    done,
                    Samples.registration(nova, 0).rawFile(),
                    List.of(),
                    StatedFacts.NONE,
                    List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot record ACQUIRED for product '%s': its state VALID/ACQUIRED/NONE does not allow it"
                .formatted(product.id()));
  }

  @Test
  void otherBytes_takeThePlaceOfThoseInQuarantine_inTwoSteps() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(quarantined(product, QuarantineReason.UNREADABLE)));
    Registration other = Samples.registration(nova, 1);
    ProductRef refused = products.find(product.id()).orElseThrow().ref();
    ComingBytes coming = new ComingBytes(other.rawFile().sha256(), other.rawFile().byteLength());

    ProductRef acquiring = products.recordComing(refused, coming);
    SpectraProduct between = products.find(product.id()).orElseThrow();
    products.recordAcquisition(
        acquiring, other.rawFile(), other.locators(), StatedFacts.NONE, List.of());
    SpectraProduct after = products.find(product.id()).orElseThrow();

    assertThat(between.state()).hasToString("UNVALIDATED/ACQUIRING/NONE");
    assertThat(between.coming()).isEqualTo(coming);
    assertThat(between.rawFile()).isNotEqualTo(other.rawFile());
    assertThat(after.state()).hasToString("UNVALIDATED/ACQUIRED/ACQUIRE");
    assertThat(after.coming()).isNull();
    assertThat(after.rawFile()).isEqualTo(other.rawFile());
    assertThat(after.locators()).isEqualTo(other.locators());
    assertThat(after.quarantine()).isNull();
    assertThat(products.eligible()).containsExactly(after);
  }

  @Test
  void outcomeOnBytesThatAreReplaced_isAConflict() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    products.recordComing(
        product, new ComingBytes(Samples.registration(nova, 1).rawFile().sha256(), 1));

    assertThat(commit(catalog, List.of(valid(product, bytes(0)))))
        .singleElement()
        .isInstanceOf(CommitResult.Conflict.class);
  }

  @Test
  void bytesOfAValidProduct_areNeverReplaced() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(valid(product, bytes(0))));
    ProductRef done = products.find(product.id()).orElseThrow().ref();
    ComingBytes coming = new ComingBytes(Samples.registration(nova, 1).rawFile().sha256(), 1);

    assertThatThrownBy(() -> products.recordComing(done, coming))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Cannot record BYTES_COMING for product");
  }

  @Test
  void approvedRetry_isEligibleAgainAndCanBecomeValid() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(quarantined(product, QuarantineReason.UNKNOWN_PROFILE)));

    ProductRef cleared = catalog.products().approveRetry(product.id());

    SpectraProduct waiting = products.eligible().findFirst().orElseThrow();
    assertThat(waiting.ref()).isEqualTo(cleared);
    assertThat(waiting.state()).hasToString("QUARANTINED/ACQUIRED/ACQUIRE");
    assertThat(waiting.quarantine().review()).isEqualTo(ManualReviewStatus.CLEARED_RETRY_APPROVED);
    commit(catalog, List.of(valid(cleared, bytes(0))));
    assertThat(products.find(product.id()).orElseThrow().state())
        .hasToString("VALID/ACQUIRED/NONE");
    assertThat(products.eligible()).isEmpty();
  }

  @Test
  void rejected_neverComesBack() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(quarantined(product, QuarantineReason.OTHER)));

    catalog.products().reject(product.id(), "wrong star");

    assertThat(catalog.products().quarantined()).isEmpty();
    assertThat(products.eligible()).isEmpty();
    assertThatThrownBy(() -> catalog.products().approveRetry(product.id()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Cannot record RETRY_APPROVED for product");
  }

  @Test
  void unknownProduct_isRefused() {
    DataProductId none = DataProductId.ofProductKey(Samples.PROVIDER, "none");

    assertThat(products.find(none)).isEmpty();
    assertThatThrownBy(() -> catalog.products().reject(none, "wrong star"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot review product '%s': there is none with this id (see 'novacat quarantine list')"
                .formatted(none));
  }

  private ProductRef stubbed() {
    Registration wish = stub(nova, 1);
    register(catalog, List.of(wish));
    return products.find(wish.id()).orElseThrow().ref();
  }

  private static ProductState state(String text) {
    return ProductState.parse(text);
  }
}
