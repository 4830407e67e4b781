package org.novacat.jobs.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.novacat.jobs.credit.RightsJson;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.DataProductId;

/**
 * A JSON document that stands beside a spectrum, as everybody may see it: places on a person's
 * machine are cut to the name of the file, when it was fetched and what was said of its credit then
 * are not told, and an archive that a file came in is not named by the id of a product that does
 * not go out.
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
      } else if (UNTOLD.contains(field.getKey())) {
        all.remove();
        changed = true;
      } else if (IDS.contains(field.getKey())
          && out.stream().noneMatch(id -> id.toString().equals(text))) {
        all.remove();
        changed = true;
      }
    }
    return changed;
  }

  /**
   * Where something came from, as everybody may know it: of a file on somebody's machine its name,
   * and its place in the archive that it came in.
   */
  public static String place(String locator) {
    int member = locator.indexOf(IN_ARCHIVE);
    if (member >= 0 && isLocal(locator)) {
      return last(locator.substring(0, member)) + locator.substring(member);
    }
    return isLocal(locator) ? last(locator) : locator;
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
