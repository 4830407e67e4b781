package org.novacat.jobs.credit.document;

import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.credit.Database;

/** {@code acknowledgements.txt}: sentences to take over as they are. */
final class AcknowledgementsFile {
  private AcknowledgementsFile() {}

  static String of(Thanks thanks) {
    List<String> paragraphs = new ArrayList<>(thanks.acknowledgements());
    if (!thanks.observers().isEmpty()) {
      paragraphs.add("We thank the observers: " + String.join("; ", thanks.observers()));
    }
    if (!thanks.databases().isEmpty()) {
      paragraphs.add(
          "Data come from: "
              + String.join("; ", thanks.databases().stream().map(Database::name).toList()));
    }
    return paragraphs.isEmpty()
        ? "No acknowledgement is asked for.\n"
        : String.join("\n\n", paragraphs) + "\n";
  }
}
