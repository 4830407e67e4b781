package org.novacat.persistence.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.novacat.layouts.id.NovaId;

/**
 * Looks up a text that may be several names of one nova: {@code V906 Car = ASASSN-18fv}, {@code
 * V1674 Her (Nova Her 2021)}, {@code RS Oph / HD 162214}. Names of two novae lead to both, so that
 * the text is known to be ambiguous.
 */
final class SeveralNames {
  /** What stands between names, or around the second. */
  private static final Pattern BETWEEN = Pattern.compile("\\s*[=≡/|;,()\\[\\]]\\s*|\\s+aka\\s+");

  /** A name that nobody registered is one of the same star only where it looks like a name. */
  private static final Pattern NAME = Pattern.compile("\\p{Lu}.*\\d.*|\\p{Lu}{1,2} \\p{Lu}\\p{L}+");

  /** Words beside the name of a nova that say: this is another star. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i).*(?<!\\p{L})(comp|comparison|check|ref|reference|std|standard|field|star|host|near"
              + "|nearby|companion|bkg|background|sky|offset|not|vs|minus|blend)(?!\\p{L}).*");

  private SeveralNames() {}

  /**
   * The novae of a text, of its own as a whole before those of its parts.
   *
   * @param named the novae of one name
   * @return empty when nothing can be called so, nobody is, or a part is no name
   */
  static List<NovaId> lookUp(String text, Function<String, List<NovaId>> named) {
    List<NovaId> whole = of(text, named);
    return whole.isEmpty() ? ofParts(text, named) : whole;
  }

  private static List<NovaId> ofParts(String text, Function<String, List<NovaId>> named) {
    List<String> parts = BETWEEN.splitAsStream(text).filter(part -> !part.isBlank()).toList();
    TreeSet<NovaId> all = new TreeSet<>();
    for (String part : parts.size() > 1 ? parts : List.<String>of()) {
      List<NovaId> novae = of(part, named);
      if (novae.isEmpty() && (!NAME.matcher(part).matches() || OTHER.matcher(part).matches())) {
        return List.of();
      }
      all.addAll(novae);
    }
    return new ArrayList<>(all);
  }

  private static List<NovaId> of(String name, Function<String, List<NovaId>> named) {
    return NovaNames.isName(name) ? named.apply(name) : List.of();
  }
}
