package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.text.Excerpt;

/**
 * Why nothing of a file enters a table. Its texts are cut to {@link #LONGEST} characters, because
 * files may have names and words of any length.
 *
 * @param code the persisted code
 * @param message one sentence for people, with the values at fault
 * @param remedy what would mend it, e.g. what a sidecar would have to say
 */
public record FileRefusal(FileRefusalCode code, String message, String remedy)
    implements Serializable {
  /** Characters of a text. */
  public static final int LONGEST = 1000;

  public FileRefusal {
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
    requireNonNull(remedy, "remedy is null");
    message = Excerpt.of(message, LONGEST);
    remedy = Excerpt.of(remedy, LONGEST);
  }
}
