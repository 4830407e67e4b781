package org.novacat.persistence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.lock.LockRecord;
import org.novacat.persistence.lock.LockStatus;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.Samples;

/** Items as every version of novacat stored them. They are never changed, only added to. */
class CorpusTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "corpus");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void storedItem_isRead(Path file) {
    RawItem item = item(file);

    assertThat(Shapes.read(item)).isNotNull();
    assertThat(file.getFileName().toString()).startsWith(item.text("entity_type"));
  }

  /** The lines of a record stand in the order of its components. */
  @ParameterizedTest
  @MethodSource("files")
  void storedItem_readAndWrittenAgain_isTheSame(Path file) {
    RawItem item = item(file);
    Shapes.type(item.text("entity_type"))
        .filter(type -> !file.endsWith("IdempotencyLock-in_progress.json"))
        .filter(type -> type.shape().version().toString().equals(item.text("schema_version")))
        .ifPresent(
            type ->
                assertThat(Shapes.again(type, item).attributes())
                    .containsAllEntriesOf(item.attributes()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void attributeOfALaterMinorVersion_isIgnored(Path file) {
    RawItem item = item(file);
    RawItem later =
        with(
            with(item, "schema_version", major(item) + ".7"),
            "an_attribute_of_the_future",
            "whatever");

    assertThat(Shapes.read(later)).isEqualTo(Shapes.read(item));
  }

  @ParameterizedTest
  @MethodSource("files")
  void newerMajorVersion_isRefusedNamingBoth(Path file) {
    RawItem item = item(file);
    int current = Shapes.of(item.text("entity_type")).version().major();
    String newer = (current + 1) + ".0";

    assertThatThrownBy(() -> Shapes.read(with(item, "schema_version", newer)))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "Cannot read item '%s': its schema version is %s, this novacat reads up to %s.x (use a newer novacat)"
                .formatted(item.key(), newer, current));
  }

  @ParameterizedTest
  @MethodSource("files")
  void missingOrIllTypedAttribute_isNamed(Path file) {
    RawItem item = item(file);
    Shape shape = Shapes.of(item.text("entity_type"));
    for (Field<?> field : shape.fields()) {
      boolean isStored = item.get(field.name()) != null;
      if (field.presence() == Field.Presence.REQUIRED && isStored) {
        assertThatThrownBy(() -> shape.read(without(item, field.name())))
            .as(field.name())
            .isInstanceOf(SchemaException.class)
            .hasMessageContaining("attribute '%s' is missing".formatted(field.name()));
        assertThatThrownBy(() -> shape.read(with(item, field.name(), new Attribute.Flag(true))))
            .as(field.name())
            .isInstanceOf(SchemaException.class)
            .hasMessageContaining("attribute '%s'".formatted(field.name()));
      }
    }
  }

  @Test
  void everyAttributeOfEveryShape_isInTheCorpus() throws IOException {
    Map<String, Set<String>> stored = new HashMap<>();
    files()
        .map(CorpusTest::item)
        .forEach(
            item ->
                stored
                    .computeIfAbsent(item.text("entity_type"), type -> new TreeSet<>())
                    .addAll(item.attributes().keySet()));
    // The first version of an upload stood in the index while it waited.
    stored.get("PhotometryUpload").removeAll(Set.of(Table.INDEX_PARTITION, Table.INDEX_SORT));

    for (Shape shape : Shapes.ALL) {
      assertThat(stored.get(shape.entityType()))
          .as(shape.entityType())
          .containsExactlyInAnyOrderElementsOf(
              shape.fields().stream().map(Field::name).collect(Collectors.toSet()));
    }
  }

  @Test
  void validProductWithItsConfidences_isReadInFull() {
    SpectraProduct product = (SpectraProduct) Shapes.read(item("DataProduct-trusted"));

    assertThat(product.summary()).isEqualTo(Samples.SUMMARY);
  }

  @Test
  void validProductOfBeforeConfidencesWereKept_hasNone() {
    SpectraProduct product = (SpectraProduct) Shapes.read(item("DataProduct-timed"));

    assertThat(product.summary()).isEqualTo(Samples.SUMMARY.with(SpectrumTrust.UNKNOWN));
  }

  @Test
  void validProduct_isReadInFull() {
    SpectraProduct product = (SpectraProduct) Shapes.read(item("DataProduct-valid"));

    assertThat(product.state()).hasToString("VALID/ACQUIRED/NONE");
    assertThat(product.summary().observationMjd()).isEqualTo(Samples.SUMMARY.observationMjd());
    assertThat(product.summary().observationPrecisionDays()).as("before it was kept").isNull();
    assertThat(product.summary().observationSpanDays()).as("before it was kept").isNull();
    assertThat(product.profile())
        .isEqualTo(
            new ProfileChoice(
                "eso-sdp@1", Map.of("ORIGIN", "ESO"), List.of("no conversion"), "0f0f"));
    assertThat(product.rawFile().byteLength()).isEqualTo(2880);
    assertThat(product.attempts().lastSuccessfulFingerprint()).isEqualTo(Samples.bytes(0));
    assertThat(product.meta().createdAt()).isEqualTo(Instant.parse("2026-02-21T20:45:10Z"));
    assertThat(product.meta().version()).isEqualTo(2);
  }

  @Test
  void clearedProduct_keepsItsQuarantine() {
    SpectraProduct product = (SpectraProduct) Shapes.read(item("DataProduct-cleared"));

    assertThat(product.state()).hasToString("QUARANTINED/ACQUIRED/ACQUIRE");
    assertThat(product.quarantine().facts().reason()).isEqualTo(QuarantineReason.UNREADABLE);
    assertThat(product.quarantine().facts().facts()).isEqualTo(Map.of("BITPIX", "17"));
    assertThat(product.quarantine().review()).isEqualTo(ManualReviewStatus.CLEARED_RETRY_APPROVED);
  }

  @Test
  void lockThatWasGivenUpWithoutAWord_isReadAsReleased() {
    LockRecord lock = (LockRecord) Shapes.read(item("IdempotencyLock-in_progress"));

    assertThat(lock.payloadHash()).isNull();
    assertThat(lock.status()).isEqualTo(LockStatus.RELEASED);
  }

  @Test
  void itemOfAnotherKind_isRefused() {
    assertThatThrownBy(() -> Nova.ITEM.read(item("WorkItem")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("it is a 'WorkItem', expected a 'Nova'");
  }

  @Test
  void versionOfNoForm_isRefused() {
    assertThatThrownBy(() -> Shapes.read(with(item("WorkItem"), "schema_version", "one")))
        .isInstanceOf(SchemaException.class)
        .hasMessage("Cannot read item: schema_version 'one' is not of the form 1.0");
  }

  @Test
  void workOfTheFirstVersion_isWorkOfTables() {
    WorkItem work = (WorkItem) Shapes.read(item("WorkItem"));

    assertThat(work.consumer()).isEqualTo(WorkConsumer.TABLE);
    assertThat(work.change()).isEqualTo("2026-02-21T20:47:10.000Z");
    assertThat(work.seen().key()).isEqualTo(item("WorkItem").key());
  }

  private static int major(RawItem item) {
    return SchemaVersion.parse(item.text("schema_version")).major();
  }

  private static RawItem item(String name) {
    return item(FOLDER.resolve("v1.0").resolve(name + ".json"));
  }

  private static RawItem item(Path file) {
    try {
      return DynamoJson.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawItem with(RawItem item, String name, String value) {
    return with(item, name, Attribute.of(value));
  }

  private static RawItem with(RawItem item, String name, Attribute value) {
    Map<String, Attribute> attributes = new HashMap<>(item.attributes());
    attributes.put(name, value);
    return new RawItem(item.key(), attributes);
  }

  private static RawItem without(RawItem item, String name) {
    Map<String, Attribute> attributes = new HashMap<>(item.attributes());
    attributes.remove(name);
    return new RawItem(item.key(), attributes);
  }
}
