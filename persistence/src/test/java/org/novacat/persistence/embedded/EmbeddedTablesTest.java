package org.novacat.persistence.embedded;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource.Init;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.MutableClock;

class EmbeddedTablesTest {
  private static final ItemKey KEY = new ItemKey("pk", "sk");
  private static final long NEVER = Long.MAX_VALUE;

  @TempDir private Path temporary;
  private Path folder;
  private EmbeddedTables tables;

  @BeforeEach
  void make() {
    folder = temporary.resolve("workspace/table");
    tables = new EmbeddedTables(folder, "Test");
    assertThat(tables.init()).isEqualTo(Init.CREATED);
  }

  @Test
  void initAgain_changesNothing() {
    put(tables, 1);

    assertThat(tables.init()).isEqualTo(Init.ALREADY_THERE);
    assertThat(number(tables)).isEqualTo(1);
  }

  @Test
  void missingTable_saysWhatToDo() {
    assertThatThrownBy(new EmbeddedTables(folder, "Other")::open)
        .isInstanceOf(TableMissingException.class)
        .hasMessage("Cannot open table 'Other': it does not exist (run 'novacat init')");
  }

  @Test
  void parts_areRangesOfKeys_andHoldEachItemOnce() {
    Set<ItemKey> expected = new TreeSet<>(comparing(ItemKey::toString));
    try (Table table = tables.open()) {
      assertThat(table.split(Scan.of(""), 7)).hasSize(1);
      for (int from = 0; from < 5_200; from += 100) {
        List<ItemKey> keys = IntStream.range(from, from + 100).mapToObj(n -> key(n)).toList();
        expected.addAll(keys);
        List<Write> writes =
            keys.stream()
                .<Write>map(
                    key ->
                        new Write.Put(
                            new RawItem(key, Map.of("n", Attribute.of(1))), Condition.always()))
                .toList();
        table.transact(writes);
      }

      for (int parts : new int[] {1, 2, 7}) {
        List<Scan> ranges = table.split(Scan.of(""), parts);
        List<ItemKey> found =
            ranges.stream().flatMap(part -> Pages.of(table, part)).map(RawItem::key).toList();

        assertThat(ranges).hasSize(Math.min(parts, 6));
        assertThat(found).hasSize(5_200).containsExactlyInAnyOrderElementsOf(expected);
      }
      List<Scan> halves = table.split(Scan.of("").inPages(40), 2);
      assertThat(halves)
          .allSatisfy(half -> assertThat(Pages.of(table, half).count()).isBetween(2000L, 3200L));
    }
  }

  private static ItemKey key(int n) {
    return new ItemKey(Integer.toHexString(n * 7919 % 300), "SK#" + n);
  }

  /** What is left of an init that was killed at once. */
  @Test
  void emptyFile_isNoTable_untilInit() throws IOException {
    EmbeddedTables other = new EmbeddedTables(folder, "Other");
    Files.createFile(folder.resolve("Other.1.sqlite"));

    assertThatThrownBy(other::open).isInstanceOf(TableMissingException.class);
    assertThat(other.init()).isEqualTo(Init.CREATED);
    put(other, 3);
    assertThat(number(other)).isEqualTo(3);
  }

  /** What is left of an init that was killed between its two steps. */
  @Test
  void fileThatIsNotYetInWalMode_isPutIntoIt() throws SQLException {
    Path file = folder.resolve("Test.1.sqlite");
    try (Connection maker = Sqlite.writer(file)) {
      Sqlite.run(maker, "PRAGMA journal_mode = DELETE");
    }

    put(tables, 1);

    try (Connection reader = Sqlite.reader(file)) {
      assertThat(Sqlite.text(reader, "PRAGMA journal_mode")).isEqualTo("wal");
    }
    assertThat(number(tables)).isEqualTo(1);
  }

  /** As a copy that was cut short, or a sweep that was killed, leaves it. */
  @Test
  void logWithoutItsFile_isNotReadIntoTheNext() throws IOException {
    put(tables, 1);
    Files.copy(folder.resolve("Test.1.sqlite-wal"), folder.resolve("Test.2.sqlite-wal"));
    try (Table table = tables.open(50_000, java.time.Clock.systemUTC())) {
      writeUntilRenewed(table, 2);
    }
    assertThat(number(tables)).isGreaterThan(1);
    assertThat(tables.examine()).endsWith("sound");
  }

  @Test
  void tableThatAnotherProcessHolds_isWaitedFor_andNamed() throws SQLException {
    Path file = folder.resolve("Test.1.sqlite");
    try (Connection other = Sqlite.writer(file);
        Table table = tables.open()) {
      Sqlite.run(other, "BEGIN IMMEDIATE");

      assertThatThrownBy(() -> table.write(putOf(1)))
          .isInstanceOf(org.novacat.persistence.table.TransientStoreException.class)
          .hasMessage("another process is writing to '" + file + "'");

      Sqlite.run(other, "ROLLBACK");
      table.write(putOf(2));
    }
    assertThat(number(tables)).isEqualTo(2);
  }

  @Test
  void copy_isATableOfItsOwn() throws IOException {
    put(tables, 1);
    try (Table original = tables.open()) {
      Path copy = temporary.resolve("copy");
      copyTo(copy);

      put(new EmbeddedTables(copy, "Test"), 2);

      assertThat(original.get(KEY).number("n")).isEqualTo(1);
      assertThat(number(new EmbeddedTables(copy, "Test"))).isEqualTo(2);
    }
  }

  @Test
  void movedFolder_isTheTable_andItsOldPlaceIsNone() throws IOException {
    put(tables, 1);
    Path moved = temporary.resolve("moved");
    try (Table open = tables.open()) {
      Files.move(folder.getParent(), moved);

      assertThatThrownBy(() -> open.write(putOf(2)))
          .isInstanceOf(StoreUnreachableException.class)
          .hasMessageContaining("the file that this command opened is no longer there");
      assertThatThrownBy(() -> open.get(KEY)).isInstanceOf(StoreUnreachableException.class);
    }
    assertThat(number(new EmbeddedTables(moved.resolve("table"), "Test"))).isEqualTo(1);
    assertThatThrownBy(tables::open).isInstanceOf(TableMissingException.class);
  }

  @Test
  void folderMadeAnewAtTheSamePlace_isEmpty_andWhoHadTheOldOneIsTold() throws IOException {
    put(tables, 1);
    try (Table open = tables.open()) {
      delete(folder);
      tables.init();

      assertThat(numberOrNull(tables)).isNull();
      assertThatThrownBy(() -> open.write(putOf(2)))
          .isInstanceOf(StoreUnreachableException.class)
          .hasMessageContaining("moved, removed or made anew");
      assertThat(numberOrNull(tables)).isNull();
    }
  }

  @Test
  void damagedFile_isNamed() throws IOException {
    put(tables, 1);
    overwrite(folder.resolve("Test.1.sqlite"), 0, 100);

    assertThatThrownBy(() -> number(tables))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining(folder.resolve("Test.1.sqlite").toString())
        .hasMessageContaining("the file is damaged");
  }

  @Test
  void emptiedFileBesideItsLog_isNamed() throws IOException {
    put(tables, 1);
    Files.write(folder.resolve("Test.1.sqlite"), new byte[0]);

    for (PersistenceUse use : List.<PersistenceUse>of(tables::open, tables::init)) {
      assertThatThrownBy(use::go)
          .isInstanceOf(StoreRefusedException.class)
          .hasMessageContaining("the file is damaged: it is empty, and its log is not");
    }
  }

  @Test
  void fileOfAnotherProgram_isRefused() throws SQLException {
    try (Connection other =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("Other.1.sqlite"))) {
      Sqlite.run(other, "CREATE TABLE mine (x)");
    }

    EmbeddedTables foreign = new EmbeddedTables(folder, "Other");
    for (PersistenceUse use : List.<PersistenceUse>of(foreign::open, foreign::init)) {
      assertThatThrownBy(use::go)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is an SQLite file of another program");
    }
  }

  @Test
  void newerLayout_isRefused() throws SQLException {
    try (Connection newer = Sqlite.writer(folder.resolve("Test.1.sqlite"))) {
      Sqlite.run(newer, "PRAGMA user_version = 2");
    }

    assertThatThrownBy(tables::open)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has layout 2, this novacat knows 1 (use the newer novacat)");
  }

  @Test
  void folderThatIsAFile_isRefused() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(new EmbeddedTables(file.resolve("table"), "Test")::init)
        .isInstanceOf(PersistenceException.class)
        .hasMessageStartingWith("Cannot make the table in '" + file.resolve("table") + "'");
  }

  @Test
  void fullDisk_isNamedAtOnce_andWhatWasCommittedIsKept() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) == 0,
        "skipped: no small disk can be mounted");
    try {
      EmbeddedTables small = new EmbeddedTables(disk.resolve("table"), "Test");
      small.init();
      put(small, 1);
      Path ballast = disk.resolve("ballast");
      assertThatThrownBy(() -> Files.write(ballast, new byte[4 << 20]))
          .isInstanceOf(IOException.class);

      assertThatThrownBy(() -> fill(small))
          .isInstanceOf(StoreUnreachableException.class)
          .hasMessageContaining("the disk is full (make room and run the command again");

      Files.delete(ballast);
      assertThat(number(small)).isEqualTo(1);
      put(small, 5);
      assertThat(number(small)).isEqualTo(5);
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void itemWhoseTimeIsOver_isAsGoodAsRemoved() {
    MutableClock clock = new MutableClock();
    long end = clock.instant().plusSeconds(60).getEpochSecond();
    RawItem item = new RawItem(KEY, Map.of("ttl", Attribute.of(end), "n", Attribute.of(1)));
    try (Table table = tables.open(NEVER, clock)) {
      table.write(new Write.Put(item, Condition.absent()));
      assertThat(table.get(KEY)).isEqualTo(item);

      clock.advance(Duration.ofSeconds(61));

      assertThat(table.get(KEY)).isNull();
      assertThat(table.getAll(List.of(KEY)).items()).isEmpty();
      table.write(new Write.Put(item, Condition.absent()));
    }
  }

  @Test
  void token_isKnownForTenMinutes_toOtherUsersOfTheFileToo() {
    MutableClock clock = new MutableClock();
    Write count =
        new Write.Update(
            KEY, Map.of(), Map.of(), java.util.Set.of(), java.util.Set.of("n"), Condition.always());
    for (int i = 0; i < 2; i++) {
      try (Table table = tables.open(NEVER, clock)) {
        table.transact(List.of(count), "token");
      }
    }
    assertThat(number(tables)).isEqualTo(1);
    try (Table table = tables.open(NEVER, clock)) {
      assertThatThrownBy(() -> table.transact(List.of(putOf(7)), "token"))
          .isInstanceOf(StoreRefusedException.class);

      clock.advance(Duration.ofMinutes(11));

      assertThat(table.transact(List.of(count), "token"))
          .isInstanceOf(TransactResult.Applied.class);
    }
    assertThat(number(tables)).isEqualTo(2);
  }

  @Test
  void longLog_isReplacedByANewFile_andOtherUsersFollow() throws IOException {
    try (Table writer = tables.open(50_000, java.time.Clock.systemUTC());
        Table reader = tables.open(NEVER, java.time.Clock.systemUTC())) {
      for (int i = 0; i < 100; i++) {
        writer.write(putOf(i));
        assertThat(reader.get(KEY).number("n")).isEqualTo(i);
      }
      reader.write(putOf(1000));
      assertThat(writer.get(KEY).number("n")).isEqualTo(1000);
    }
    assertThat(new TableFolder(folder, "Test").newest().orElseThrow()).isGreaterThan(2);
    assertThat(number(tables)).isEqualTo(1000);
  }

  /** A renewal that was killed before its one step leaves a draft, after it a second file. */
  @Test
  void killedRenewal_leavesATableThatGoesOn() throws IOException {
    put(tables, 1);
    Files.writeString(folder.resolve("Test.2.0b0c.draft"), "half");
    put(tables, 2);
    assertThat(number(tables)).isEqualTo(2);
    try (Table open = tables.open()) {
      Path copy = temporary.resolve("next");
      copyTo(copy);
      put(new EmbeddedTables(copy, "Test"), 3);
      try (Stream<Path> log = Files.list(copy)) {
        assertThat(log).isNotEmpty();
      }
      renamedInto(copy);

      assertThat(open.get(KEY).number("n")).isEqualTo(3);
      open.write(putOf(4));
    }
    assertThat(number(tables)).isEqualTo(4);
  }

  @Test
  void oldFilesAndDrafts_areSweptAway_youngOnesAreKept() throws IOException {
    try (Table table = tables.open(50_000, java.time.Clock.systemUTC())) {
      writeUntilRenewed(table, 3);
      Path second = folder.resolve("Test.2.sqlite");
      assertThat(folder.resolve("Test.1.sqlite")).as("young").exists();
      age(second);
      Path draft = Files.createFile(folder.resolve("Test.9.abc.draft"));
      age(draft);

      writeUntilRenewed(table, 4);

      assertThat(folder.resolve("Test.1.sqlite")).doesNotExist();
      assertThat(draft).doesNotExist();
      assertThat(second).exists();
    }
  }

  private void writeUntilRenewed(Table table, int number) {
    for (int i = 0; i < 1000 && new TableFolder(folder, "Test").newest().orElse(0) < number; i++) {
      table.write(putOf(i));
    }
    assertThat(new TableFolder(folder, "Test").newest()).hasValue(number);
  }

  private interface PersistenceUse {
    Object go();
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofDays(1))));
  }

  /** Puts a whole copy in place as the second file, without its log. */
  private void renamedInto(Path copy) throws IOException {
    try (Connection whole =
        DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("Test.1.sqlite"))) {
      Sqlite.run(whole, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Files.move(copy.resolve("Test.1.sqlite"), folder.resolve("Test.2.sqlite"));
  }

  private static void fill(EmbeddedTables tables) {
    try (Table table = tables.open()) {
      for (int i = 0; i < 1000; i++) {
        ItemKey key = new ItemKey("fill", Integer.toString(i));
        Attribute text = Attribute.of("x".repeat(10_000));
        table.write(new Write.Put(new RawItem(key, Map.of("t", text)), Condition.always()));
      }
    }
  }

  private static void put(EmbeddedTables tables, long n) {
    try (Table table = tables.open()) {
      table.write(putOf(n));
    }
  }

  private static Write putOf(long n) {
    Map<String, Attribute> attributes =
        Map.of("n", Attribute.of(n), "text", Attribute.of("x".repeat(500)));
    return new Write.Put(new RawItem(KEY, attributes), Condition.always());
  }

  private static Long numberOrNull(EmbeddedTables tables) {
    try (Table table = tables.open()) {
      RawItem item = table.get(KEY);
      return item == null ? null : item.number("n");
    }
  }

  private static long number(EmbeddedTables tables) {
    return numberOrNull(tables);
  }

  private void copyTo(Path copy) throws IOException {
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!file.toString().endsWith(".draft")) {
          Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
  }

  private static void overwrite(Path file, long at, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(bytes), at);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
