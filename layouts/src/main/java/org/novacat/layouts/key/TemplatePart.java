package org.novacat.layouts.key;

/** A piece of a template: text as it stands, or a field. */
sealed interface TemplatePart {
  /** The piece as a regular expression; a field is one capturing group. */
  String regex();

  /** The piece as it is written in a template. */
  String text();

  /** Text that stands in every key of the template. */
  record Literal(String text) implements TemplatePart {
    @Override
    public String regex() {
      return java.util.regex.Pattern.quote(text);
    }
  }

  /** A place for a value. */
  record Field(String name, FieldType type) implements TemplatePart {
    @Override
    public String regex() {
      return "(" + type.grammar() + ")";
    }

    @Override
    public String text() {
      return "{" + name + ":" + type.templateName() + "}";
    }
  }
}
