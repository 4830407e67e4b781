package org.novacat.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/** What may lie behind the last commit of a log: damage, and what is none. */
class TableLogTest {
  private static final int FRAME = 24 + 4096;
  private static final int MANY = 20;

  @TempDir private Path temporary;
  private EmbeddedTables tables;
  private Path log;

  @BeforeEach
  void make() {
    tables = tables("workspace");
    log = log("workspace");
    tables.init();
  }

  private EmbeddedTables tables(String workspace) {
    return new EmbeddedTables(temporary.resolve(workspace), "Test");
  }

  private Path log(String workspace) {
    return temporary.resolve(workspace).resolve("Test.1.sqlite-wal");
  }

  @Test
  void damage_isNamed_insteadOfLosingWhatLiesBehind() throws IOException {
    for (int i = 0; i < MANY; i++) {
      put(tables, i);
    }
    byte[] whole = Files.readAllBytes(log);
    for (int at : new int[] {0, 20, 40, 5_000, whole.length / 2}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(log, damaged);
      assertIsDamaged("byte " + at);
    }
    Files.write(log, whole);
    assertThat(number(tables)).isEqualTo(MANY - 1);
  }

  @Test
  void zeros_areDamage_whenMoreThanOneCommitLiesBehindThem() throws IOException {
    put(tables, 1);
    int at = (int) Files.size(log);
    for (int i = 2; i < 5; i++) {
      put(tables, i);
    }
    byte[] damaged = Files.readAllBytes(log);
    Arrays.fill(damaged, at, at + FRAME, (byte) 0);
    Files.write(log, damaged);

    assertIsDamaged("a frame of zeros");
  }

  /** The control: what a killed writer, or a power failure, leaves behind is no damage. */
  @Test
  void tornEnd_isNoDamage() throws IOException {
    put(tables, 1);
    int end = (int) Files.size(log);
    put(tables, 2);
    byte[] whole = Files.readAllBytes(log);

    Files.write(log, Arrays.copyOf(whole, whole.length - 100));
    assertThat(number(tables)).as("cut short").isEqualTo(1);
    byte[] missing = whole.clone();
    Arrays.fill(missing, end, end + FRAME, (byte) 0);
    Files.write(log, missing);
    assertThat(number(tables)).as("a frame that never came to the disk").isEqualTo(1);
  }

  /** A writer is killed when its frames lie in the log and those who are alive do not know it. */
  @Test
  void killedWriterBesideOneThatLives_isNoDamage_andLeavesNothingThatLaterLooksLikeIt()
      throws IOException {
    put(tables, 1);
    try (Table alive = tables.open()) {
      append(log, framesOfMany());
      assertThat(number(tables)).isEqualTo(1);

      alive.write(put(2));
      assertThat(number(tables)).isEqualTo(2);
    }
    assertThat(number(tables)).isEqualTo(2);
    assertThat(hasMany(tables)).isFalse();
  }

  /** The control: with nobody left, SQLite takes the frames for the commit that they are. */
  @Test
  void killedWriterAlone_hasCommittedAllOfItsTransaction() throws IOException {
    put(tables, 1);
    append(log, framesOfMany());

    assertThat(hasMany(tables)).isTrue();
    put(tables, 2);
    assertThat(number(tables)).isEqualTo(2);
  }

  /** A failed commit of a process that goes on leaves such frames too. */
  @Test
  void framesOfACommitThatFailed_areCutOffBeforeTheNext() throws IOException {
    put(tables, 1);
    try (Table alive = tables.open()) {
      byte[] frames = framesOfMany();
      append(log, frames);
      long before = Files.size(log);

      alive.write(put(2));

      assertThat(Files.size(log)).isLessThan(before);
    }
    assertThat(number(tables)).isEqualTo(2);
  }

  /** What a transaction of many items, committed in a copy, adds to the log. */
  private byte[] framesOfMany() throws IOException {
    Files.createDirectory(temporary.resolve("copy"));
    for (String file : List.of("Test.1.sqlite", "Test.1.sqlite-wal")) {
      Files.copy(
          temporary.resolve("workspace").resolve(file), temporary.resolve("copy").resolve(file));
    }
    try (Table copy = tables("copy").open()) {
      List<Write> writes = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        writes.add(put("many" + i, 0));
      }
      copy.transact(writes, "token");
    }
    byte[] longer = Files.readAllBytes(log("copy"));
    return Arrays.copyOfRange(longer, (int) Files.size(log), longer.length);
  }

  private static void append(Path log, byte[] frames) throws IOException {
    assertThat(frames).hasSizeGreaterThan(5 * FRAME);
    Files.write(log, frames, StandardOpenOption.APPEND);
  }

  private void assertIsDamaged(String what) {
    assertThatThrownBy(tables::open)
        .as(what)
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining("the file is damaged: its log is whole up to frame");
    assertThatThrownBy(tables::examine).as(what).isInstanceOf(StoreRefusedException.class);
  }

  private static void put(EmbeddedTables tables, long n) {
    try (Table table = tables.open()) {
      table.write(put(n));
    }
  }

  private static Write put(long n) {
    return put("pk", n);
  }

  private static Write put(String key, long n) {
    Map<String, Attribute> attributes =
        Map.of("n", Attribute.of(n), "text", Attribute.of("x".repeat(3_000)));
    return new Write.Put(new RawItem(new ItemKey(key, "sk"), attributes), Condition.always());
  }

  private static long number(EmbeddedTables tables) {
    try (Table table = tables.open()) {
      return table.get(new ItemKey("pk", "sk")).number("n");
    }
  }

  private static boolean hasMany(EmbeddedTables tables) {
    try (Table table = tables.open()) {
      return table.get(new ItemKey("many" + (MANY - 1), "sk")) != null;
    }
  }
}
