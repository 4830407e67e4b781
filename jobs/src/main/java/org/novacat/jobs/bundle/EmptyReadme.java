package org.novacat.jobs.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.novacat.jobs.content.LeftOut;
import org.novacat.jobs.content.NovaContent;

/** The README of a nova of which nothing goes out, or nothing any more. */
final class EmptyReadme {
  private EmptyReadme() {}

  /** The document, UTF-8. */
  static byte[] of(NovaContent nova) {
    String said = nova.mergedInto() == null ? leftOut(nova) : merged(nova);
    return "# %s\n\n%s".formatted(line(nova.primaryName()), said).getBytes(UTF_8);
  }

  private static String merged(NovaContent nova) {
    String survivor = nova.survivor() == null ? "another" : line(nova.survivor());
    return "This nova (%s) turned out to be %s (%s). All that was here is in the bundle of that one.\n"
        .formatted(nova.id(), survivor, nova.mergedInto());
  }

  private static String leftOut(NovaContent nova) {
    StringBuilder text = new StringBuilder();
    text.append("There is nothing of this nova (%s) to pass on.\n".formatted(nova.id()));
    for (LeftOut one : nova.leftOut()) {
      String why = (one.reason() + " " + one.code()).strip();
      text.append("- spectrum %s: %s\n".formatted(one.id(), why));
    }
    if (nova.notPublic() > 0) {
      text.append(
          "Spectra and photometry files that are not public: %s\n".formatted(nova.notPublic()));
    }
    return text.toString();
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
