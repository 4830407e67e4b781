package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.EcsvHeader;

/** The head of an Enhanced CSV file: columns and meta in YAML behind remark signs, then names. */
final class EcsvHead extends HeadReader {
  /** Begins what astropy needs to make its columns of the cells. */
  private static final String SERIALIZED = "__serialized_columns__";

  /** What stands before the entries of {@code meta}. */
  private static final Pattern META = Pattern.compile("^(?:meta:\\s*(?:!!omap)?\\s*|-\\s*)");

  /** Commas between entries: a name and a colon follow. */
  private static final Pattern BETWEEN = Pattern.compile(",\\s*(?=['\"]?[\\w .-]+['\"]?:\\s)");

  private boolean serialized;

  private EcsvHead(Divider divider) {
    super(divider);
  }

  /** Null when the file does not say that it is one. */
  static @Nullable EcsvHead of(TextInput in, Divider divider) {
    return in.head().stripLeading().startsWith(EcsvHeader.SIGN) ? new EcsvHead(divider) : null;
  }

  @Override
  HeadReader read(List<TextLine> lines) {
    EcsvHeader yaml = new EcsvHeader();
    List<TextLine> bare = new ArrayList<>();
    for (TextLine line : lines) {
      count(line);
      if (line.remark() >= 0) {
        meta(line, yaml.line(line.said()));
      } else if (isRejected(line)) {
        rejected.add(line);
      } else if (!line.isBlank()) {
        bare.add(line);
      }
    }
    List<EcsvHeader.Column> columns = yaml.end().columns();
    if (columns.size() == names.size()) {
      names = columns.stream().map(EcsvHead::column).toList();
      header.addAll(bare);
    } else {
      super.name(bare);
    }
    return this;
  }

  private void meta(TextLine line, boolean isMeta) {
    serialized |= line.said().contains(SERIALIZED);
    if (!isMeta || serialized) {
      header.add(line);
      return;
    }
    List<Directive> said = entries(line);
    if (said.isEmpty() && !isStructure(line.said())) {
      prose.add(new TextLine(line.number(), META.matcher(line.said().strip()).replaceFirst("")));
    }
    said.forEach(this::take);
  }

  /** Takes an entry; what stands in a list of comments are remarks. */
  private void take(Directive said) {
    if (said.plain().equals("comments") && said.value().startsWith("[")) {
      String inner = said.value().replaceAll("^\\[|\\]$", "");
      for (String one : inner.split(",")) {
        prose.add(new TextLine(said.line(), one.strip()));
      }
    } else if (!said.value().isEmpty()) {
      directives.add(said);
    }
  }

  /** {@code meta:} itself, a name whose value is on the next lines, a sign of the format. */
  private static boolean isStructure(String line) {
    String plain = META.matcher(line.strip()).replaceFirst("");
    return plain.isEmpty() || plain.endsWith(":") || plain.startsWith("---");
  }

  /** Names and values of a line of YAML, in block style, or several in braces. */
  private static List<Directive> entries(TextLine line) {
    String said = META.matcher(line.said().strip()).replaceFirst("");
    boolean flow = said.startsWith("{");
    String plain = flow ? said.replaceFirst("\\}\\s*$", "").substring(1) : said;
    List<Directive> entries = new ArrayList<>();
    for (String one : flow ? BETWEEN.split(plain) : new String[] {plain}) {
      Directive directive = Directive.of(line.number(), one);
      if (directive != null) {
        String value = directive.value().strip().replaceAll("^['\"]|['\"]$", "");
        entries.add(new Directive(line.number(), directive.key(), value));
      }
    }
    return entries;
  }

  private static TextColumn column(EcsvHeader.Column said) {
    return TextColumn.declared(said.name(), said.unit(), said.ucd(), said.utype());
  }
}
