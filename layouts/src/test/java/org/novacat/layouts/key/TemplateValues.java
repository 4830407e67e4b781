package org.novacat.layouts.key;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;

/** Random fields for a template, each of its type. */
public final class TemplateValues {
  private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private TemplateValues() {}

  /** Fields that {@code template} takes, in the spelling in which it gives them back. */
  public static KeyFields fields(KeyTemplate template, Random random) {
    KeyFields fields = KeyFields.none();
    for (TemplatePart part : template.parts()) {
      if (part instanceof TemplatePart.Field field) {
        fields = fields.and(field.name(), value(field.type(), random));
      }
    }
    return fields;
  }

  private static String value(FieldType type, Random random) {
    return switch (type) {
      case UUID -> new UUID(random.nextLong(), random.nextLong()).toString();
      case SLUG -> Names.word(random, "-");
      case TIMESTAMP -> second(random).toString();
      case RELEASE -> release(random);
      case VERSION -> random.nextInt(20) + (random.nextBoolean() ? "" : "." + random.nextInt(99));
      case TEXT -> Names.word(random, "._-");
      case ENDING ->
          FileEnding.TEXTS.get(random.nextInt(FileEnding.TEXTS.size()))
              + (random.nextBoolean() ? "" : ".gz");
      case FILENAME -> Names.unicode(random);
      case PATH -> path(random);
    };
  }

  private static Instant second(Random random) {
    return Instant.ofEpochSecond(random.nextLong(YEAR_10000));
  }

  private static String release(Random random) {
    byte[] content = new byte[8];
    random.nextBytes(content);
    return ReleaseId.mint(second(random), ContentHash.of(content)).toString();
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder(Names.unicode(random));
    for (int more = random.nextInt(4); more > 0; more--) {
      path.append('/').append(Names.unicode(random));
    }
    return path.toString();
  }
}
