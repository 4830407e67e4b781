package org.novacat.layouts.key;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.key.TemplatePart.Field;
import org.novacat.layouts.key.TemplatePart.Literal;

/**
 * Reads a template's text, and refuses one whose keys could be taken apart in two ways.
 *
 * <p>Two fields of one segment need text between them, and the first may not contain the first
 * character of that text: so it ends where that character first stands, and nowhere else. A field
 * of type {@code path} spans slashes, so it is a template's last segment, all of it.
 */
final class TemplateParser {
  private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*):([a-z]+)}");

  private final String text;
  private final List<TemplatePart> parts = new ArrayList<>();

  private TemplateParser(String text) {
    this.text = text;
  }

  /**
   * The parts of a template, in order.
   *
   * @throws IllegalArgumentException when the text is no template, or an ambiguous one
   */
  static List<TemplatePart> parse(String text) {
    TemplateParser parser = new TemplateParser(text);
    parser.split();
    for (int i = 0; i < parser.parts.size(); i++) {
      parser.check(i);
    }
    return List.copyOf(parser.parts);
  }

  private void split() {
    Matcher matcher = FIELD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      addLiteral(text.substring(end, matcher.start()));
      addField(matcher.group(1), matcher.group(2));
      end = matcher.end();
    }
    addLiteral(text.substring(end));
    if (parts.isEmpty()) {
      throw refused("it is empty");
    }
  }

  private void addLiteral(String literal) {
    if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
      throw refused("'%s' is no field (write {name:type})".formatted(literal));
    }
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal));
    }
  }

  private void addField(String name, String typeName) {
    FieldType type =
        FieldType.named(typeName)
            .orElseThrow(
                () -> refused("field '%s' has no known type '%s'".formatted(name, typeName)));
    parts.add(new Field(name, type));
  }

  private void check(int index) {
    if (parts.get(index) instanceof Field field) {
      if (field.type() == FieldType.PATH) {
        checkPathIsTail(field, index);
      }
      checkEndIsSeen(field, index);
    }
  }

  private void checkPathIsTail(Field field, int index) {
    boolean last = index == parts.size() - 1;
    boolean whole = index == 0 || parts.get(index - 1).text().endsWith("/");
    if (!last || !whole) {
      throw refused("path '%s' must be the last segment, all of it".formatted(field.name()));
    }
  }

  private void checkEndIsSeen(Field field, int index) {
    if (index == parts.size() - 1) {
      return;
    }
    TemplatePart next = parts.get(index + 1);
    boolean lastOfSegment = index + 1 == parts.size() - 1 || next.text().indexOf('/') >= 0;
    boolean seen =
        next instanceof Literal
            && (lastOfSegment || !field.type().mayContain(next.text().charAt(0)));
    if (!seen) {
      throw refused(
          "where field '%s' ends cannot be seen before '%s'".formatted(field.name(), next.text()));
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("Cannot read key template '%s': %s".formatted(text, why));
  }
}
