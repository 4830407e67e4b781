package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns that are added to tables that are no text of lines: VOTable and objects of JSON. */
final class Documents {
  private static final Pattern ROW = Pattern.compile("</TR>");
  private static final Pattern JSON_OBJECT =
      Pattern.compile("\\{(?=\\s*\"(?:time|mjd|jd)\")", Pattern.CASE_INSENSITIVE);

  private Documents() {}

  static boolean isOne(Original original) {
    return original.format().equals("votable") || original.format().contains("json");
  }

  static @Nullable Perturbed withColumn(
      Original original, String what, String name, IntFunction<String> cell, Law law) {
    String text = new String(original.upload().bytes(), UTF_8);
    String changed =
        original.format().equals("votable")
            ? withField(text, name, cell)
            : each(JSON_OBJECT, text, row -> json(name, cell.apply(row)));
    return changed.equals(text)
        ? null
        : new Perturbed(what, original.name(), changed.getBytes(UTF_8), law);
  }

  private static String withField(String text, String name, IntFunction<String> cell) {
    if (!text.contains("<TABLEDATA>")) {
      return text;
    }
    String field = "<FIELD name=\"%s\" datatype=\"char\" arraysize=\"*\"/><DATA>".formatted(name);
    return each(ROW, text, row -> "<TD>%s</TD></TR>".formatted(cell.apply(row)))
        .replaceFirst("<DATA>", field);
  }

  private static String json(String name, String cell) {
    return "{\"%s\": \"%s\", ".formatted(name, cell);
  }

  private static String each(Pattern pattern, String text, IntFunction<String> with) {
    Matcher matcher = pattern.matcher(text);
    int[] row = {0};
    return matcher.replaceAll(found -> with.apply(++row[0]));
  }
}
