package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.EcsvHeader;

/** The head of an Enhanced CSV file: columns and meta in YAML behind remark signs, then names. */
final class EcsvHead extends HeadReader {
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
    Directive directive =
        isMeta ? Directive.of(line.number(), line.said().replaceFirst("^-\\s*\\{?", "")) : null;
    if (directive == null) {
      header.add(line);
    } else if (!directive.value().isEmpty()) {
      String value = directive.value().replaceFirst("\\}$", "").strip();
      directives.add(new Directive(line.number(), directive.key(), value.replaceAll("^'|'$", "")));
    }
  }

  private static TextColumn column(EcsvHeader.Column said) {
    return TextColumn.declared(said.name(), said.unit(), said.ucd(), said.utype());
  }
}
