package org.novacat.jobs.content;

import static java.util.regex.Pattern.DOTALL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.jobs.credit.RightsJson;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.DataProductId;

/**
 * A JSON document that stands beside a spectrum, as everybody may see it: places on a person's
 * machine are cut to the name of the file, addresses to what leads nobody in, when it was fetched
 * and what was said of its credit then are not told, and an archive that a file came in is not
 * named by the id of a product that does not go out.
 */
public final class PublicDocument {
  private static final Set<String> PLACES = Set.of("locator", "locator_identity", "stated_from");
  private static final Set<String> IDS = Set.of("archive_data_product_id");

  /**
   * Not told. When it was fetched is made by a clock: the same file that is fetched again has
   * another one. What was said of its credit then may no longer hold, and stands beside it as it
   * does now.
   */
  private static final Set<String> UNTOLD = Set.of("fetched_at", RightsJson.SAID);

  private static final String IN_ARCHIVE = "!/";

  /** An address: its scheme, who asks, where, and with which words, which may be a secret. */
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+://)(?:[^/?#]*@)?([^?#]*)(?:[?#].*)?", DOTALL);

  private PublicDocument() {}

  /**
   * The document; its own bytes where there is nothing to hide.
   *
   * @param json {@code metadata.json} or {@code source.json}
   * @param out spectra that everybody may see
   */
  public static byte[] of(byte[] json, Set<DataProductId> out) {
    ObjectNode root = Json.parse(json);
    return clean(root, out) ? Json.document(root) : json;
  }

  /** Whether something was to be hidden. */
  private static boolean clean(JsonNode node, Set<DataProductId> out) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      changed = cleanFields(object, out);
    }
    for (JsonNode child : node) {
      changed |= clean(child, out);
    }
    return changed;
  }

  private static boolean cleanFields(ObjectNode object, Set<DataProductId> out) {
    boolean changed = false;
    for (Iterator<Map.Entry<String, JsonNode>> all = object.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      String text = field.getValue().asText();
      if (PLACES.contains(field.getKey()) && !place(text).equals(text)) {
        field.setValue(object.textNode(place(text)));
        changed = true;
      } else if (isNobodysBusiness(field.getKey(), text, out)) {
        all.remove();
        changed = true;
      }
    }
    return changed;
  }

  private static boolean isNobodysBusiness(String name, String text, Set<DataProductId> out) {
    return UNTOLD.contains(name)
        || (IDS.contains(name) && out.stream().noneMatch(id -> id.toString().equals(text)));
  }

  /**
   * Where something came from, as everybody may know it: of a file on somebody's machine its name,
   * of an address all but its user, password, query and fragment, and the place in the archive that
   * it came in. Where the address of the archive has a query, that place goes with it: nobody can
   * tell where the one ends.
   */
  public static String place(String locator) {
    int member = locator.indexOf(IN_ARCHIVE);
    String container = member < 0 ? locator : locator.substring(0, member);
    String inside = locator.substring(container.length());
    if (isLocal(locator)) {
      return last(container) + inside;
    }
    Matcher address = ADDRESS.matcher(container);
    if (!address.matches()) {
      return locator;
    }
    boolean isCut = address.end(2) < container.length();
    return address.group(1) + address.group(2) + (isCut ? "" : inside);
  }

  private static boolean isLocal(String locator) {
    return locator.regionMatches(true, 0, "file:", 0, "file:".length())
        || locator.startsWith("/")
        || locator.startsWith("\\")
        || locator.startsWith("~")
        || locator.matches("[A-Za-z]:[\\\\/].*");
  }

  private static String last(String path) {
    String plain = path.replace('\\', '/').replaceAll("/+$", "");
    return plain.substring(plain.lastIndexOf('/') + 1);
  }
}
