package org.novacat.jobs.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.novacat.jobs.content.NovaContent;

/** The README of a nova of which nothing goes out, or nothing any more. */
final class EmptyReadme {
  private EmptyReadme() {}

  /** The document, UTF-8. */
  static byte[] of(NovaContent nova) {
    String survivor = nova.survivor();
    String name = line(nova.primaryName());
    StringBuilder text = new StringBuilder();
    text.append("# ").append(name).append("\n\n");
    if (nova.mergedInto() != null) {
      text.append(
          "This nova (%s) turned out to be %s (%s). All that was here is in the bundle of that one.\n"
              .formatted(
                  nova.id(), line(survivor == null ? "another" : survivor), nova.mergedInto()));
    } else {
      text.append("There is nothing of this nova (%s) to pass on.\n".formatted(nova.id()));
      nova.leftOut()
          .forEach(
              one ->
                  text.append(
                      "- spectrum %s: %s %s\n"
                          .formatted(one.id(), one.reason(), one.code())
                          .replace(" \n", "\n")));
      if (nova.notPublic() > 0) {
        text.append(
            "Spectra and photometry files that are not public: %s\n".formatted(nova.notPublic()));
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
