package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.credit.RightsJson;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.StatedJson;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Pointer;

/** {@code source.json}: where raw bytes came from, and when. */
public final class SourceDocument {
  /** No such document has more bytes. */
  public static final long LARGEST = 1L << 20;

  private static final String SCHEMA = "source/1.0";
  private static final String MEMBER = "archive_member";
  private static final String IN_ARCHIVE = "!/";

  private SourceDocument() {}

  /** A file in an archive: its path there, and the id under which the archive is kept. */
  record Member(String path, DataProductId archive) {}

  /**
   * The document of a raw file.
   *
   * @param member its place in the archive that the locator leads to; null when it came by itself
   * @param stated what is said of it beside it
   * @param rights what is said of its rights and its credit
   */
  static byte[] of(
      Candidate candidate,
      @Nullable Member member,
      Fetched fetched,
      StatedFacts stated,
      Rights rights,
      Instant at) {
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA);
    root.put("provider", candidate.provider().name());
    root.put("product_key", candidate.productKey());
    root.put("locator", candidate.locator().identity());
    root.put("file_name", member == null ? candidate.locator().fileName() : last(member.path()));
    if (member != null) {
      root.put(MEMBER, member.path());
      root.put("archive_data_product_id", member.archive().toString());
    }
    root.put("sha256", fetched.sha256().hex());
    root.put("byte_length", fetched.size());
    root.put("fetched_at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    StatedJson.put(root, stated);
    RightsJson.put(root, rights);
    return Json.document(root);
  }

  /** Whether it is a document that says where these bytes came from. */
  public static boolean speaksOf(byte[] document, ContentHash sha256) {
    try {
      return Json.parse(document).path("sha256").asText().equals(sha256.hex());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether it is one in which this is stated of the bytes. */
  static boolean states(byte[] document, StatedFacts stated) {
    return stated(document).facts().equals(stated.facts());
  }

  /** Whether it is one in which this is said of rights and credit, whatever else is said there. */
  static boolean says(byte[] document, Rights said) {
    if (said.equals(Rights.NONE)) {
      return true;
    }
    try {
      Rights there = RightsJson.of(Json.parse(document));
      return said.onto(there).equals(there);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What is stated of the bytes. */
  public static StatedFacts stated(byte[] document) {
    return StatedJson.of(Json.parse(document));
  }

  /** Where the bytes came from, as the item of their product says it. */
  public static List<String> locators(byte[] document) {
    ObjectNode root = Json.parse(document);
    String locator = root.path("locator").asText();
    return List.of(root.has(MEMBER) ? locator + IN_ARCHIVE + root.get(MEMBER).asText() : locator);
  }

  /**
   * The document of the bytes that a product has, as far as its item knows it: the time when they
   * were fetched is not in it.
   */
  public static byte[] restored(SpectraProduct product) {
    Pointer raw = requireNonNull(product.rawFile(), "the product has no bytes");
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA).put("provider", product.provider().name());
    root.put("locator_identity", product.locatorIdentity())
        .put("locator", product.locators().get(0));
    root.put("sha256", raw.sha256().hex()).put("byte_length", raw.byteLength());
    StatedJson.put(root, product.stated());
    RightsJson.put(root, product.rights());
    return Json.document(root);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
