package org.novacat.layouts.key;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.key.TemplatePart.Field;
import org.novacat.layouts.key.TemplatePart.Literal;

/**
 * A pattern of object keys that both formats and parses, written as in
 *
 * <pre>derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/normalized/spectrum.parquet</pre>
 *
 * <p>For all fields {@code f} that it takes, {@code parse(format(f))} is {@code f}, but for names
 * and paths of users, which come back normalised to NFC. A field that stands twice has one value.
 */
public final class KeyTemplate {
  private final String text;
  private final List<TemplatePart> parts;
  private final Set<String> fieldNames;
  private final String literalPrefix;
  private final Pattern pattern;

  private KeyTemplate(String text) {
    this.text = text;
    this.parts = TemplateParser.parse(text);
    this.fieldNames = namesOf(parts);
    this.literalPrefix = parts.get(0) instanceof Literal literal ? literal.text() : "";
    this.pattern =
        Pattern.compile(parts.stream().map(TemplatePart::regex).collect(joining()), Pattern.DOTALL);
  }

  /**
   * The template with this text; {@link FieldType} lists the types of fields.
   *
   * @throws IllegalArgumentException when the text is no template, or when a key of it could be
   *     taken apart in two ways
   */
  public static KeyTemplate of(String text) {
    return new KeyTemplate(text);
  }

  /** The names of the fields, in the order in which they stand. */
  public Set<String> fieldNames() {
    return fieldNames;
  }

  /** What every key of this template begins with; empty when a field comes first. */
  public String literalPrefix() {
    return literalPrefix;
  }

  /**
   * The key with these fields.
   *
   * @throws IllegalArgumentException when a field is missing, unknown or not of its type, or when
   *     the key as a whole breaks a rule of {@link ObjectKey}
   */
  public ObjectKey format(KeyFields fields) {
    if (!fields.values().keySet().equals(fieldNames)) {
      throw new IllegalArgumentException(
          "Cannot format key '%s': given are fields %s (it needs %s)"
              .formatted(text, fields.values().keySet(), fieldNames));
    }
    return new ObjectKey(parts.stream().map(part -> spell(part, fields)).collect(joining()));
  }

  /** The fields of {@code key}, or nothing when it is no key of this template. */
  public Optional<KeyFields> parse(ObjectKey key) {
    if (!key.value().startsWith(literalPrefix)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(key.value());
    return matcher.matches() ? fields(matcher) : Optional.empty();
  }

  private Optional<KeyFields> fields(Matcher matcher) {
    KeyFields fields = KeyFields.none();
    int group = 0;
    for (TemplatePart part : parts) {
      if (part instanceof Field field) {
        String value = matcher.group(++group);
        String before = fields.values().getOrDefault(field.name(), value);
        if (!field.type().accepts(value) || !value.equals(before)) {
          return Optional.empty();
        }
        fields = fields.and(field.name(), value);
      }
    }
    return Optional.of(fields);
  }

  private static String spell(TemplatePart part, KeyFields fields) {
    return part instanceof Field field
        ? field.type().spelled(field.name(), fields.text(field.name()))
        : part.text();
  }

  private static Set<String> namesOf(List<TemplatePart> parts) {
    Set<String> names = new LinkedHashSet<>();
    for (TemplatePart part : parts) {
      if (part instanceof Field field) {
        names.add(field.name());
      }
    }
    return java.util.Collections.unmodifiableSet(names);
  }

  /** The parts in order, for tests that make fields of every type. */
  List<TemplatePart> parts() {
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyTemplate template && text.equals(template.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
