package org.novacat.jobs.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A page that is being written. Text is escaped, tags are not. */
final class Html {
  private final StringBuilder page = new StringBuilder();

  /**
   * Begins a page.
   *
   * @param top the way from the page to the folder of the release, such as {@code ../../}
   */
  Html(String title, String top) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(title))
        .append("</title>\n<link rel=\"stylesheet\" href=\"")
        .append(top)
        .append("assets/style.css\">\n</head>\n<body>\n<main>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n");
  }

  /** Text that a browser shows as it is, in an element or an attribute. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return safe.toString();
  }

  /** A link; both parts are escaped. */
  static String link(String href, String text) {
    return "<a href=\"%s\">%s</a>".formatted(escaped(href), escaped(text));
  }

  Html heading(String text) {
    return tag("h2", escaped(text));
  }

  Html paragraph(String html) {
    return tag("p", html);
  }

  Html item(String html) {
    return tag("li", html);
  }

  /** Any lines of tags. */
  Html raw(String html) {
    page.append(html).append('\n');
    return this;
  }

  private Html tag(String name, String html) {
    page.append('<').append(name).append('>').append(html);
    page.append("</").append(name).append(">\n");
    return this;
  }

  /** A row of a table, of cells that are tags. */
  Html row(String element, String... cells) {
    page.append("<tr>");
    for (String cell : cells) {
      page.append('<').append(element).append('>').append(cell);
      page.append("</").append(element).append('>');
    }
    page.append("</tr>\n");
    return this;
  }

  /** The page, whole. */
  byte[] end() {
    return (page + "</main>\n</body>\n</html>\n").getBytes(UTF_8);
  }
}
