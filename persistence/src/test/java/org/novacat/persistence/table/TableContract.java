package org.novacat.persistence.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.table.TransactResult.Applied;
import org.novacat.persistence.table.TransactResult.Cancelled;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.WriteResult.Refused;
import org.novacat.persistence.table.WriteResult.Written;

/** What every table does, in memory or on a server. */
abstract class TableContract {
  private static final ItemKey KEY = new ItemKey("pk", "sk");

  /** An empty table; the same one all through a test. */
  abstract Table table();

  @Test
  void absentItem_isNull() {
    assertThat(table().get(KEY)).isNull();
  }

  @Test
  void reads_tellWhatTheyCost() {
    table().write(new Write.Put(item(KEY, "n", 1), Condition.always()));

    assertThat(table().read(KEY).capacity()).isPositive();
    assertThat(table().getAll(List.of(KEY)).capacity()).isPositive();
    assertThat(table().query(Query.of("pk", ""), null).capacity()).isPositive();
  }

  @Test
  void allTypesOfAttributes_comeBackEqual() {
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("text", Attribute.of("Növa # \" 新星"));
    attributes.put("empty", Attribute.of(""));
    attributes.put("whole", Attribute.of(Long.MAX_VALUE));
    attributes.put("real", number("56520.06250000001"));
    attributes.put("small", number("1.0E-100"));
    attributes.put("negative", number("-0.1"));
    attributes.put("zero", number("0.000"));
    attributes.put("flag", new Attribute.Flag(true));
    attributes.put("many", new Attribute.Many(List.of(Attribute.of("a"), Attribute.of(1))));
    attributes.put("none", new Attribute.Many(List.of()));
    attributes.put("group", new Attribute.Group(Map.of("k", Attribute.of("v"))));
    RawItem item = new RawItem(KEY, attributes);

    table().write(new Write.Put(item, Condition.always()));

    assertThat(table().get(KEY)).isEqualTo(item);
  }

  @Test
  void putIfAbsent_secondIsRefusedAndShowsTheFirst() {
    RawItem first = item(KEY, "n", 1);

    WriteResult one = table().write(new Write.Put(first, Condition.absent()));
    WriteResult two = table().write(new Write.Put(item(KEY, "n", 2), Condition.absent()));

    assertThat(one).isInstanceOf(Written.class);
    assertThat(two).isEqualTo(new Refused(first));
    assertThat(table().get(KEY)).isEqualTo(first);
  }

  @Test
  void putIfExists_absentItemIsRefusedWithNull() {
    assertThat(table().write(new Write.Put(item(KEY, "n", 1), Condition.exists())))
        .isEqualTo(new Refused(null));
  }

  @Test
  void conditions_meanTheSameEverywhere() {
    table().write(new Write.Put(item(KEY, "n", 1), Condition.always()));
    Map<Condition, Boolean> expected = new HashMap<>();
    expected.put(Condition.always(), true);
    expected.put(Condition.exists(), true);
    expected.put(Condition.absent(), false);
    expected.put(Condition.equal("n", 1), true);
    expected.put(Condition.equal("n", 2), false);
    expected.put(Condition.equal("n", "1"), false);
    expected.put(Condition.equal("missing", 1), false);
    expected.put(Condition.anyOf(Condition.absent(), Condition.equal("n", 1)), true);
    expected.put(Condition.anyOf(Condition.absent(), Condition.equal("n", 2)), false);
    expected.put(Condition.allOf(Condition.exists(), Condition.equal("n", 1)), true);
    expected.put(Condition.allOf(Condition.exists(), Condition.equal("n", 2)), false);

    expected.forEach(
        (condition, holds) -> {
          WriteResult result = table().write(touch(KEY, condition));
          assertThat(result instanceof Written).as(condition.describe()).isEqualTo(holds);
          assertThat(condition.holds(table().get(KEY))).isEqualTo(holds);
        });
  }

  @Test
  void conditionsOnAbsentItem_meanTheSameEverywhere() {
    Map<Condition, Boolean> expected =
        Map.of(
            Condition.absent(), true,
            Condition.exists(), false,
            Condition.equal("n", 1), false,
            Condition.anyOf(Condition.absent(), Condition.equal("n", 1)), true);

    expected.forEach(
        (condition, holds) -> {
          ItemKey key = new ItemKey("absent", condition.describe());
          WriteResult result = table().write(touch(key, condition));
          assertThat(result instanceof Written).as(condition.describe()).isEqualTo(holds);
        });
  }

  @Test
  void update_setsRemovesInitialisesAndCounts() {
    table()
        .write(
            new Write.Put(
                new RawItem(
                    KEY,
                    Map.of(
                        "kept", Attribute.of("k"),
                        "changed", Attribute.of("old"),
                        "removed", Attribute.of("r"),
                        "initial", Attribute.of("first"),
                        "count", Attribute.of(4))),
                Condition.always()));

    table().write(fullUpdate());

    assertThat(table().get(KEY))
        .isEqualTo(
            new RawItem(
                KEY,
                Map.of(
                    "kept", Attribute.of("k"),
                    "changed", Attribute.of("new"),
                    "initial", Attribute.of("first"),
                    "count", Attribute.of(5))));
  }

  @Test
  void updateOfAbsentItem_makesIt() {
    table().write(fullUpdate());

    assertThat(table().get(KEY))
        .isEqualTo(
            new RawItem(
                KEY,
                Map.of(
                    "changed", Attribute.of("new"),
                    "initial", Attribute.of("second"),
                    "count", Attribute.of(1))));
  }

  @Test
  void refusedUpdate_changesNothingAndShowsTheItem() {
    RawItem before = item(KEY, "n", 1);
    table().write(new Write.Put(before, Condition.always()));

    WriteResult result = table().write(touch(KEY, Condition.equal("n", 7)));

    assertThat(result).isEqualTo(new Refused(before));
    assertThat(table().get(KEY)).isEqualTo(before);
  }

  @Test
  void delete_removesAndIsNoErrorTwice() {
    table().write(new Write.Put(item(KEY, "n", 1), Condition.always()));

    assertThat(table().write(new Write.Delete(KEY, Condition.equal("n", 2))))
        .isInstanceOf(Refused.class);
    assertThat(table().write(new Write.Delete(KEY, Condition.equal("n", 1))))
        .isInstanceOf(Written.class);
    assertThat(table().write(new Write.Delete(KEY, Condition.always())))
        .isInstanceOf(Written.class);
    assertThat(table().get(KEY)).isNull();
  }

  /** Pages end at a megabyte. */
  @Test
  void query_returnsThePrefixInOrderAcrossPages() {
    List<ItemKey> keys = keys("pk", "A#", 12);
    keys.forEach(key -> table().write(new Write.Put(large(key, 1), Condition.always())));
    keys("pk", "B#", 3)
        .forEach(key -> table().write(new Write.Put(item(key, "n", 1), Condition.always())));

    assertThat(Pages.of(table(), Query.of("pk", "A#")).map(RawItem::key))
        .containsExactlyElementsOf(keys);
    assertThat(Pages.of(table(), Query.of("pk", ""))).hasSize(15);
    assertThat(Pages.of(table(), Query.of("other", ""))).isEmpty();
  }

  @Test
  void filteredScan_goesOnBehindEmptyPages() {
    for (ItemKey key : keys("pk", "A#", 12)) {
      int last = key.sk().endsWith("11") ? 1 : 0;
      table().write(new Write.Put(large(key, last), Condition.always()));
    }

    Scan last = Scan.of("A#").where(Condition.equal("n", 1));
    assertThat(Pages.of(from -> table().scan(last, from)).map(RawItem::key))
        .containsExactly(new ItemKey("pk", "A#11"));
  }

  @Test
  void index_holdsOnlyItemsWithItsKeysAndForgetsThemWithThese() {
    ItemKey in = new ItemKey("nova-1", "p1");
    ItemKey other = new ItemKey("nova-2", "p2");
    ItemKey out = new ItemKey("nova-1", "p3");
    table().write(new Write.Put(indexed(in, "nova-1", "ELIG#1"), Condition.always()));
    table().write(new Write.Put(indexed(other, "nova-2", "ELIG#2"), Condition.always()));
    table().write(new Write.Put(item(out, "n", 1), Condition.always()));

    assertThat(Pages.of(table(), Query.ofIndex("nova-1", "ELIG#")).map(RawItem::key))
        .containsExactly(in);
    assertThat(Pages.of(table(), Scan.ofIndex("")).map(RawItem::key))
        .containsExactlyInAnyOrder(in, other);

    table()
        .write(
            new Write.Update(
                in,
                Map.of(),
                Map.of(),
                Set.of("GSI1PK", "GSI1SK"),
                Set.of("n"),
                Condition.exists()));

    assertThat(Pages.of(table(), Scan.ofIndex("")).map(RawItem::key)).containsExactly(other);
  }

  @Test
  void segmentsOfAScan_holdEachItemOfThePrefixOnce() {
    List<RawItem> expected = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      RawItem kept = item(new ItemKey("nova-" + n, "PRODUCT#" + n), "n", n);
      expected.add(kept);
      table().write(new Write.Put(kept, Condition.always()));
      table()
          .write(
              new Write.Put(item(new ItemKey("nova-" + n, "FILE#"), "n", n), Condition.always()));
    }

    List<RawItem> found = new ArrayList<>();
    for (int segment = 0; segment < 3; segment++) {
      Scan part = Scan.of("PRODUCT#").part(segment, 3);
      Pages.of(from -> table().scan(part, from)).forEach(found::add);
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Parallel.scan(table(), Scan.of("PRODUCT#"), Stream::toList).stream())
        .flatMap(part -> part)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Pages.of(from -> table().scan(Scan.of(""), from))).hasSize(80);
  }

  @Test
  void query_findsSortKeysBetweenTwo_filters_andGivesOnlyWhatIsAskedFor() {
    List<String> sorts = List.of("a", "a#1", "a#2", "b", "b#1", "\uD83D\uDE00", "\uFF5E");
    for (String sort : sorts) {
      Map<String, Attribute> both =
          Map.of("n", Attribute.of(sort.length()), "more", Attribute.of("text"));
      table().write(new Write.Put(new RawItem(new ItemKey("pk", sort), both), Condition.always()));
    }

    assertThat(sorts(new SortRange("", "a#2", "b"))).containsExactly("a#2", "b");
    assertThat(sorts(new SortRange("", "b", null)))
        .containsExactly("b", "b#1", "\uFF5E", "\uD83D\uDE00");
    assertThat(sorts(new SortRange("", null, "a#1"))).containsExactly("a", "a#1");
    assertThat(sorts(SortRange.only("b"))).containsExactly("b");
    assertThatThrownBy(() -> new SortRange("", "c", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    Query threes =
        new Query(Query.Source.TABLE, "pk", SortRange.ALL, Condition.equal("n", 3), Set.of("n"), 2);
    assertThat(Pages.of(table(), threes))
        .containsExactly(
            item(new ItemKey("pk", "a#1"), "n", 3),
            item(new ItemKey("pk", "a#2"), "n", 3),
            item(new ItemKey("pk", "b#1"), "n", 3));
    assertThat(table().query(threes, null).items()).hasSize(1);
  }

  private List<String> sorts(SortRange range) {
    Query query = new Query(Query.Source.TABLE, "pk", range);
    return Pages.of(table(), query).map(found -> found.key().sk()).toList();
  }

  @Test
  void indexedItems_areScannedInPartsByTheirKeysThere() {
    List<ItemKey> wanted = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      ItemKey key = new ItemKey("pk" + n, "sk");
      boolean isWanted = n % 2 == 0;
      String sort = isWanted ? "SPECTRA#" + n : "PHOTOMETRY#" + n;
      table().write(new Write.Put(indexed(key, "nova-" + n, sort), Condition.always()));
      if (isWanted) {
        wanted.add(key);
      }
    }
    Scan spectra = Scan.ofIndex("SPECTRA#");

    assertThat(Parallel.scan(table(), spectra, Stream::toList).stream())
        .flatMap(part -> part)
        .extracting(RawItem::key)
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(Pages.of(table(), spectra.only(Set.of("GSI1SK"))))
        .allSatisfy(entry -> assertThat(entry.attributes()).containsOnlyKeys("GSI1SK"));
  }

  @Test
  void conditions_meanInScansWhatTheySay() {
    List<RawItem> items =
        List.of(
            item(new ItemKey("a", "1"), "n", 1),
            item(new ItemKey("a", "2"), "n", 20),
            item(new ItemKey("b", "1"), "n", 3),
            new RawItem(new ItemKey("c", "1"), Map.of("n", Attribute.of("text"))),
            new RawItem(new ItemKey("d", "1"), Map.of("m", Attribute.of(1))));
    items.forEach(item -> table().write(new Write.Put(item, Condition.always())));
    List<Condition> conditions = new ArrayList<>();
    for (Condition.Relation relation : Condition.Relation.values()) {
      conditions.add(new Condition.Compared("n", relation, Attribute.of(3)));
      conditions.add(new Condition.Compared("n", relation, Attribute.of("text")));
      conditions.add(new Condition.Compared("PK", relation, Attribute.of("b")));
    }
    conditions.add(new Condition.BeginsWith("n", "te"));
    conditions.add(new Condition.BeginsWith("SK", "1"));
    conditions.add(new Condition.Present("n"));
    conditions.add(Condition.allOf(conditions.get(0), conditions.get(2)));
    conditions.add(Condition.anyOf(conditions.get(0), new Condition.Present("m")));

    for (Condition condition : conditions) {
      assertThat(Pages.of(table(), Scan.of("").where(condition)))
          .as(condition.toString())
          .containsExactlyInAnyOrderElementsOf(items.stream().filter(condition::holds).toList());
    }
  }

  @Test
  void pagesOfAScan_areAsShortAsAskedFor() {
    keys("pk", "A#", 5)
        .forEach(key -> table().write(new Write.Put(item(key, "n", 1), Condition.always())));
    Scan scan = Scan.of("").inPages(2);

    Page first = table().scan(scan, null);

    assertThat(first.items()).hasSize(2);
    assertThat(first.next()).isNotNull();
    assertThat(Pages.of(table(), scan)).hasSize(5);
  }

  @Test
  void scan_filtersAndGivesOnlyTheAttributesAskedFor() {
    ItemKey other = new ItemKey("other", "sk");
    Map<String, Attribute> both = Map.of("n", Attribute.of(1), "more", Attribute.of("text"));
    table().write(new Write.Put(new RawItem(KEY, both), Condition.always()));
    table().write(new Write.Put(item(other, "n", 2), Condition.always()));
    Scan ones = Scan.of("s").where(Condition.equal("n", 1));

    assertThat(Pages.of(from -> table().scan(ones, from))).containsExactly(new RawItem(KEY, both));
    assertThat(Pages.of(from -> table().scan(ones.only(Set.of("n", "none")), from)))
        .containsExactly(item(KEY, "n", 1));
    assertThat(Pages.of(from -> table().scan(Scan.of("").only(Set.of("n")), from)))
        .containsExactlyInAnyOrder(item(KEY, "n", 1), item(other, "n", 2));
  }

  @Test
  void batchedRead_returnsThoseThatExist() {
    List<ItemKey> keys = keys("pk", "A#", 100);
    keys.stream()
        .skip(30)
        .forEach(key -> table().write(new Write.Put(item(key, "n", 1), Condition.always())));

    assertThat(table().getAll(keys).items().stream().map(RawItem::key))
        .containsExactlyInAnyOrderElementsOf(keys.subList(30, 100));
  }

  @Test
  void batchedReadOfTooMany_isRefused() {
    assertThatThrownBy(() -> table().getAll(keys("pk", "A#", 101)))
        .isInstanceOf(StoreRefusedException.class);
    assertThatThrownBy(() -> table().getAll(List.of(KEY, KEY)))
        .isInstanceOf(StoreRefusedException.class);
  }

  @Test
  void transaction_writesAllOfEveryKind() {
    ItemKey put = new ItemKey("pk", "put");
    ItemKey update = new ItemKey("pk", "update");
    ItemKey delete = new ItemKey("pk", "delete");
    ItemKey check = new ItemKey("pk", "check");
    table().write(new Write.Put(item(delete, "n", 1), Condition.always()));
    RawItem checked = item(check, "n", 1);
    table().write(new Write.Put(checked, Condition.always()));

    TransactResult result =
        transact(
            new Write.Put(item(put, "n", 1), Condition.absent()),
            touch(update, Condition.absent()),
            new Write.Delete(delete, Condition.exists()),
            new Write.Check(check, Condition.equal("n", 1)));

    assertThat(result).isInstanceOf(Applied.class);
    assertThat(table().get(put)).isNotNull();
    assertThat(table().get(update)).isNotNull();
    assertThat(table().get(delete)).isNull();
    assertThat(table().get(check)).isEqualTo(checked);
  }

  @Test
  void transactionWithFalseConditions_writesNothingAndSaysWhich() {
    ItemKey fresh = new ItemKey("pk", "fresh");
    RawItem there = item(KEY, "n", 1);
    table().write(new Write.Put(there, Condition.always()));

    TransactResult result =
        transact(
            new Write.Put(item(fresh, "n", 1), Condition.absent()),
            new Write.Put(item(KEY, "n", 2), Condition.absent()),
            new Write.Check(new ItemKey("pk", "none"), Condition.exists()));

    assertThat(((Cancelled) result).reasons())
        .containsExactly(
            new Reason(Code.NONE, null),
            new Reason(Code.CONDITION_FAILED, there),
            new Reason(Code.CONDITION_FAILED, null));
    assertThat(table().get(fresh)).isNull();
    assertThat(table().get(KEY)).isEqualTo(there);
  }

  @Test
  void transactionOfAHundred_isApplied() {
    List<Write> writes = puts(100);

    assertThat(table().transact(writes, token())).isInstanceOf(Applied.class);
    assertThat(Pages.of(table(), Query.of("pk", "A#"))).hasSize(100);
  }

  @Test
  void sameTokenAgain_isAnsweredAndNotCarriedOutTwice() {
    String token = token();
    Write count = touch(KEY, Condition.always());

    TransactResult one = table().transact(List.of(count), token);
    TransactResult two = table().transact(List.of(count), token);

    assertThat(one).isInstanceOf(Applied.class);
    assertThat(two).isInstanceOf(Applied.class);
    assertThat(table().get(KEY).number("touched")).isEqualTo(1);
  }

  @Test
  void illegalTransactions_areRefused() {
    Write twice = touch(KEY, Condition.always());

    assertThatThrownBy(() -> transact(twice, twice)).isInstanceOf(StoreRefusedException.class);
    assertThatThrownBy(() -> table().transact(List.of(), token()))
        .isInstanceOf(StoreRefusedException.class);
    assertThatThrownBy(() -> table().transact(puts(101), token()))
        .isInstanceOf(StoreRefusedException.class);
  }

  @Test
  void longestKeys_areTaken() {
    ItemKey longest = new ItemKey("p".repeat(2048), "新".repeat(341) + "s");
    RawItem item = item(longest, "n", 1);

    assertThat(table().write(new Write.Put(item, Condition.absent()))).isInstanceOf(Written.class);
    assertThat(table().get(longest)).isEqualTo(item);
    assertThat(table().getAll(List.of(longest)).items()).containsExactly(item);
    assertThat(Pages.of(table(), Query.of(longest.pk(), longest.sk()))).containsExactly(item);
  }

  @Test
  void longerKeys_areRefusedWhateverIsAskedOfThem() {
    for (ItemKey key :
        List.of(
            new ItemKey("p".repeat(2049), "sk"),
            new ItemKey("pk", "s".repeat(1025)),
            new ItemKey("pk", "新".repeat(342)))) {
      assertRefused(() -> table().write(new Write.Put(item(key, "n", 1), Condition.always())));
      assertRefused(() -> table().write(touch(key, Condition.always())));
      assertRefused(() -> table().write(new Write.Delete(key, Condition.always())));
      assertRefused(() -> transact(touch(KEY, Condition.always()), touch(key, Condition.always())));
      assertRefused(() -> transact(new Write.Check(key, Condition.absent())));
      assertRefused(() -> table().get(key));
      assertRefused(() -> table().getAll(List.of(KEY, key)));
    }
    assertThat(Pages.of(from -> table().scan(Scan.of(""), from))).isEmpty();
  }

  private static void assertRefused(ThrowingCallable request) {
    assertThatThrownBy(request).isInstanceOf(StoreRefusedException.class);
  }

  @Test
  void manyWritersOfOneItem_exactlyOneWins() {
    List<WriteResult> results =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(n -> table().write(new Write.Put(item(KEY, "n", n), Condition.absent())))
            .toList();

    assertThat(results).filteredOn(result -> result instanceof Written).hasSize(1);
  }

  private TransactResult transact(Write... writes) {
    return table().transact(List.of(writes), token());
  }

  private static String token() {
    return UUID.randomUUID().toString();
  }

  private static Write fullUpdate() {
    return new Write.Update(
        KEY,
        Map.of("changed", Attribute.of("new")),
        Map.of("initial", Attribute.of("second")),
        Set.of("removed"),
        Set.of("count"),
        Condition.always());
  }

  private static Write touch(ItemKey key, Condition condition) {
    return new Write.Update(key, Map.of(), Map.of(), Set.of(), Set.of("touched"), condition);
  }

  private static List<Write> puts(int count) {
    return keys("pk", "A#", count).stream()
        .<Write>map(key -> new Write.Put(item(key, "n", 1), Condition.absent()))
        .toList();
  }

  private static List<ItemKey> keys(String pk, String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new ItemKey(pk, String.format(Locale.ROOT, "%s%02d", prefix, n)))
        .toList();
  }

  private static RawItem large(ItemKey key, int n) {
    return new RawItem(
        key, Map.of("n", Attribute.of(n), "text", Attribute.of("x".repeat(300_000))));
  }

  private static RawItem item(ItemKey key, String name, long value) {
    return new RawItem(key, Map.of(name, Attribute.of(value)));
  }

  private static RawItem indexed(ItemKey key, String pk, String sk) {
    return new RawItem(key, Map.of("GSI1PK", Attribute.of(pk), "GSI1SK", Attribute.of(sk)));
  }

  private static Attribute number(String text) {
    return new Attribute.Num(new BigDecimal(text));
  }
}
