package org.novacat.transforms.photometry.band;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.layouts.photometry.Band;

/**
 * Filter texts that say whose band they are, as brokers and catalogues spell them: {@code L-GOTO},
 * {@code ZTF_g}, {@code ps1::g}, {@code swift::uvot::uvw1}, {@code bessellv}.
 */
final class OwnedText {
  private static final String SIGN = "(?:::|[-_ :/.])";
  private static final Pattern FIRST = Pattern.compile("(.+?)" + SIGN + "(.+)");
  private static final Pattern LAST = Pattern.compile("(.+)" + SIGN + "(.+)");

  private final Providers providers;

  OwnedText(Providers providers) {
    this.providers = providers;
  }

  /** The band of a text with a sign between its owner and its letter. */
  Optional<Band> parted(String normal) {
    return Stream.of(LAST, FIRST)
        .map(pattern -> pattern.matcher(normal))
        .filter(Matcher::matches)
        .flatMap(
            text ->
                Stream.of(owned(text.group(1), text.group(2)), owned(text.group(2), text.group(1))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The band of a text in which the letter follows the owner at once. */
  Optional<Band> joined(String normal) {
    String small = normal.toLowerCase(Locale.ROOT);
    return providers.names().stream()
        .filter(small::startsWith)
        .flatMap(name -> providers.ofOwner(name, normal.substring(name.length())).stream())
        .findFirst();
  }

  /** Of several names of the owner any may be the one that counts. */
  private Optional<Band> owned(String owner, String letter) {
    return Stream.concat(Stream.of(owner), List.of(owner.split(SIGN)).stream())
        .flatMap(name -> providers.ofOwner(plain(name), letter).stream())
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
