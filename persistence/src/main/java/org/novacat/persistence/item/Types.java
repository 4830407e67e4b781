package org.novacat.persistence.item;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.id.Slug;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.table.Attribute;

/**
 * The attribute types that items use. Text that comes from a file or a person is cut here, to the
 * stated length, because an item has a limit of its own; the whole is in the documents beside it.
 * What names something, a key or a locator, is never cut: it would name something else.
 */
public final class Types {
  private static final String UUID_PATTERN =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

  public static final AttributeType<String> TEXT = text(Function.identity(), Function.identity());
  public static final AttributeType<Instant> INSTANT =
      text(Times::text, Instant::parse, Map.of("type", "string", "format", "date-time"));
  public static final AttributeType<ContentHash> HASH =
      text(ContentHash::hex, ContentHash::new, pattern("^[0-9a-f]{64}$"));
  public static final AttributeType<NovaId> NOVA_ID =
      text(NovaId::toString, NovaId::parse, pattern(UUID_PATTERN));
  public static final AttributeType<DataProductId> PRODUCT_ID =
      text(DataProductId::toString, DataProductId::parse, pattern(UUID_PATTERN));
  public static final AttributeType<IngestFileId> INGEST_FILE_ID =
      text(IngestFileId::toString, IngestFileId::parse, pattern(UUID_PATTERN));
  public static final AttributeType<JobRunId> RUN_ID =
      text(JobRunId::toString, JobRunId::parse, pattern(UUID_PATTERN));
  public static final AttributeType<ObjectKey> OBJECT_KEY = text(ObjectKey::value, ObjectKey::of);
  public static final AttributeType<ReleaseId> RELEASE_ID = text(ReleaseId::text, ReleaseId::new);
  public static final AttributeType<Slug> SLUG = text(Slug::text, Slug::new);

  /** A day in UTC, e.g. {@code 20261128}. */
  public static final AttributeType<LocalDate> DAY =
      text(
          BASIC_ISO_DATE::format,
          text -> LocalDate.parse(text, BASIC_ISO_DATE),
          pattern("^[0-9]{8}$"));

  public static final AttributeType<Provider> PROVIDER = text(Provider::name, Provider::new);

  /** What a card of a file says, or a person in a word or two: the first 200 letters. */
  public static final AttributeType<String> WORDS = excerpt(200);

  /** A message, or what a person has to say: the first 1,000 letters. */
  public static final AttributeType<String> SENTENCE = excerpt(1000);

  public static final AttributeType<Long> WHOLE =
      new AttributeType<>(Attribute::of, a -> num(a).longValueExact(), Map.of("type", "integer"));

  public static final AttributeType<Integer> COUNT = WHOLE.as(Integer::longValue, Math::toIntExact);

  /** A time in whole seconds of the epoch, which the service understands. */
  public static final AttributeType<Instant> EPOCH_SECONDS =
      WHOLE.as(Instant::getEpochSecond, Instant::ofEpochSecond);

  public static final AttributeType<Duration> MILLIS =
      WHOLE.as(Duration::toMillis, Duration::ofMillis);

  /** Finite doubles; the shortest decimal that names one gives the same double back. */
  public static final AttributeType<Double> REAL =
      new AttributeType<>(
          d -> new Attribute.Num(BigDecimal.valueOf(d)),
          a -> num(a).doubleValue(),
          Map.of("type", "number"));

  public static final AttributeType<List<String>> TEXTS =
      new AttributeType<>(
          list -> new Attribute.Many(list.stream().map(Attribute::of).toList()),
          a -> ((Attribute.Many) a).values().stream().map(Types::string).toList(),
          Map.of("type", "array", "items", Map.of("type", "string")));

  public static final AttributeType<List<NovaId>> NOVA_IDS =
      TEXTS.as(
          ids -> ids.stream().map(NovaId::toString).toList(),
          texts -> texts.stream().map(NovaId::parse).toList());

  public static final AttributeType<Map<String, String>> TEXT_MAP =
      new AttributeType<>(
          Types::group,
          Types::map,
          Map.of("type", "object", "additionalProperties", Map.of("type", "string")));

  /** The hashes of objects by their keys. */
  public static final AttributeType<Map<ObjectKey, ContentHash>> OBJECT_HASHES =
      TEXT_MAP.as(
          hashes -> {
            Map<String, String> texts = new TreeMap<>();
            hashes.forEach((key, hash) -> texts.put(key.value(), hash.hex()));
            return texts;
          },
          texts -> {
            Map<ObjectKey, ContentHash> hashes = new TreeMap<>();
            texts.forEach((key, hash) -> hashes.put(ObjectKey.of(key), new ContentHash(hash)));
            return hashes;
          });

  /** Remarks on a file: the first 50 of them, each its first 400 letters. */
  public static final AttributeType<List<String>> NOTES =
      new AttributeType<>(
          list -> TEXTS.write().apply(Excerpts.list(list, 50, 400)),
          TEXTS.read(),
          Map.of(
              "type",
              "array",
              "maxItems",
              50,
              "items",
              Map.of("type", "string", "maxLength", 400)));

  /** Facts by name: the first 40, 100 letters of each name and 500 of each value. */
  public static final AttributeType<Map<String, String>> FACTS =
      new AttributeType<>(
          facts -> TEXT_MAP.write().apply(Excerpts.map(facts, 40, 500)),
          TEXT_MAP.read(),
          Map.of(
              "type",
              "object",
              "maxProperties",
              40,
              "additionalProperties",
              Map.of("type", "string", "maxLength", 500)));

  /** Where stated facts stood lies among them, under this name. */
  private static final String STATED_FROM = "from";

  /** Facts of a spectrum by their keys; never cut, as they say what its numbers are. */
  public static final AttributeType<StatedFacts> STATED =
      TEXT_MAP.as(Types::texts, Types::statedFacts);

  private Types() {}

  /** Constants of an enum, stored by name. */
  public static <E extends Enum<E>> AttributeType<E> oneOf(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return text(Enum::name, name -> Enum.valueOf(type, name), Map.of("enum", names));
  }

  /** What is stored as its text. */
  public static <T> AttributeType<T> text(Function<T, String> write, Function<String, T> read) {
    return text(write, read, Map.of("type", "string"));
  }

  private static <T> AttributeType<T> text(
      Function<T, String> write, Function<String, T> read, Map<String, Object> schema) {
    return new AttributeType<>(
        value -> Attribute.of(write.apply(value)), a -> read.apply(string(a)), schema);
  }

  private static AttributeType<String> excerpt(int longest) {
    return text(
        text -> Excerpt.of(text, longest),
        Function.identity(),
        Map.of("type", "string", "maxLength", longest));
  }

  private static Map<String, Object> pattern(String regex) {
    return Map.of("type", "string", "pattern", regex);
  }

  private static String string(Attribute attribute) {
    return ((Attribute.Text) attribute).value();
  }

  private static BigDecimal num(Attribute attribute) {
    return ((Attribute.Num) attribute).value();
  }

  private static Attribute group(Map<String, String> map) {
    Map<String, Attribute> out = new TreeMap<>();
    map.forEach((name, value) -> out.put(name, Attribute.of(value)));
    return new Attribute.Group(out);
  }

  private static Map<String, String> texts(StatedFacts stated) {
    Map<String, String> texts = new TreeMap<>();
    stated.facts().forEach((fact, text) -> texts.put(fact.key(), text));
    texts.put(STATED_FROM, stated.from());
    return texts;
  }

  /** Of facts that a later version stores, those that are known. */
  private static StatedFacts statedFacts(Map<String, String> texts) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    texts.forEach((key, text) -> StatedFact.of(key).ifPresent(fact -> facts.put(fact, text)));
    return new StatedFacts(facts, texts.getOrDefault(STATED_FROM, ""));
  }

  private static Map<String, String> map(Attribute attribute) {
    Map<String, String> out = new TreeMap<>();
    ((Attribute.Group) attribute).values().forEach((name, a) -> out.put(name, string(a)));
    return out;
  }
}
