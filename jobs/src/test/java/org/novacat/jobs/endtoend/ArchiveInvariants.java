package org.novacat.jobs.endtoend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.novacat.layouts.key.KeyMatch;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;

/**
 * What is true of every archive whose last job ended by itself: table and bucket tell the same
 * story, and nothing lies about that no item knows.
 */
final class ArchiveInvariants {
  /** How the violations begin that a run which was stopped may leave until the next one. */
  private static final String UNUSED = "unused: ";

  private static final List<String> KEYS = List.of("PK", "SK");

  private final Snapshot archive;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Item> productsById;
  private final Map<String, Item> filesByKey = new HashMap<>();

  private ArchiveInvariants(Snapshot archive) {
    this.archive = archive;
    this.productsById =
        archive.products().stream()
            .collect(toMap(product -> product.text("data_product_id"), product -> product));
    archive.of("FileObject").forEach(file -> filesByKey.put(file.text("key"), file));
  }

  /** Looks at a workspace and returns what it saw. */
  static Snapshot assertHold(Workspace workspace) {
    Snapshot archive = Snapshot.of(workspace);
    assertThat(violations(archive)).as("broken invariants of %s", workspace.folder()).isEmpty();
    return archive;
  }

  /**
   * The same of a workspace whose last job was stopped: it may have left objects that no item knows
   * yet, and nothing else.
   */
  static Snapshot assertNothingHalfDone(Workspace workspace) {
    Snapshot archive = Snapshot.of(workspace);
    assertThat(violations(archive))
        .as("half done in %s", workspace.folder())
        .allMatch(violation -> violation.startsWith(UNUSED));
    return archive;
  }

  /** Each broken invariant in words. */
  static List<String> violations(Snapshot archive) {
    ArchiveInvariants invariants = new ArchiveInvariants(archive);
    archive.objects().keySet().forEach(invariants::objectHasItsPlace);
    archive.of("FileObject").forEach(invariants::pointerHasItsObject);
    archive.products().forEach(invariants::product);
    archive.of("ContentFingerprint").forEach(invariants::fingerprintHasItsOwner);
    archive.of("LocatorAlias").forEach(invariants::aliasHasItsProduct);
    invariants.indexAgreesWithItems();
    invariants.runsAreTold();
    invariants.countsAgree();
    return invariants.violations;
  }

  private void check(boolean holds, String violation, Object about) {
    if (!holds) {
      violations.add(violation + ": " + about);
    }
  }

  private void objectHasItsPlace(String key) {
    NovaCatPrivate.LAYOUT
        .match(ObjectKey.of(key))
        .ifPresentOrElse(
            match -> objectIsPointedAt(key, match),
            () -> violations.add("object follows no key of the layout: " + key));
  }

  private void objectIsPointedAt(String key, KeyMatch match) {
    switch ((NovaCatPrivate) match.entry()) {
      case RAW_UNZIPPED -> {}
      case RAW_SOURCE -> check(isOfProduct(match), UNUSED + "source.json of no product", key);
      case WORKFLOW_INPUT, WORKFLOW_OUTPUT ->
          check(isOfRun(match), "plan or report of no run", key);
      default -> check(filesByKey.containsKey(key), UNUSED + "no item points at object", key);
    }
  }

  private boolean isOfProduct(KeyMatch match) {
    return productsById.containsKey(match.fields().text("data_product_id"));
  }

  private boolean isOfRun(KeyMatch match) {
    String run = match.fields().text("job_run_id");
    return archive.of("JobRun").stream().anyMatch(item -> item.text("job_run_id").equals(run));
  }

  private void pointerHasItsObject(Item pointer) {
    StoredFile object = archive.objects().get(pointer.text("key"));
    check(object != null, "no object where an item points", pointer.attributes());
    if (object != null) {
      boolean same =
          object.sha256().equals(pointer.text("sha256"))
              && object.length() == pointer.number("byte_length");
      check(same, "object with other bytes than its item says", pointer.attributes());
    }
  }

  private void product(Item product) {
    pointerHasItsObject(product);
    String state =
        "%s/%s/%s"
            .formatted(
                product.text("validation_status"),
                product.text("acquisition_status"),
                product.text("eligibility"));
    switch (state) {
      case "VALID/ACQUIRED/NONE" -> valid(product);
      case "QUARANTINED/ACQUIRED/NONE" -> quarantined(product);
      case "UNVALIDATED/SKIPPED_DUPLICATE/NONE" -> duplicate(product);
      case "UNVALIDATED/ACQUIRED/ACQUIRE", "QUARANTINED/ACQUIRED/ACQUIRE" -> {}
      default ->
          violations.add("product in no state it could be in: " + state + " " + product.key());
    }
  }

  private void valid(Item product) {
    Item claim = archive.items().get("SHA256#" + product.text("sha256") + " | DATA_PRODUCT");
    boolean owns =
        claim != null && claim.text("data_product_id").equals(product.text("data_product_id"));
    check(owns, "valid product does not own its bytes", product.key());
    check(
        rolesOf(product).equals(Set.of("RAW", "SPECTRUM", "METADATA", "PREVIEW")),
        "valid with files " + rolesOf(product),
        product.key());
    check(product.has("n_samples"), "valid product without summary", product.key());
  }

  private void quarantined(Item product) {
    check(
        rolesOf(product).equals(Set.of("RAW", "QUARANTINE", "QUARANTINE_CONTEXT")),
        "quarantined with files " + rolesOf(product),
        product.key());
    boolean told =
        product.has("quarantine_reason_code")
            && product.text("manual_review_status").equals("PENDING")
            && archive.objects().containsKey(product.text("quarantine_prefix") + "context.json");
    check(told, "quarantined product without reason", product.key());
  }

  private void duplicate(Item product) {
    Item owner = productsById.get(product.text("duplicate_of_data_product_id"));
    boolean same =
        owner != null
            && owner.text("validation_status").equals("VALID")
            && owner.text("sha256").equals(product.text("sha256"));
    check(same, "duplicate of no valid product", product.key());
    check(
        rolesOf(product).equals(Set.of("RAW")),
        "duplicate with files " + rolesOf(product),
        product.key());
  }

  private Set<String> rolesOf(Item product) {
    String id = product.text("data_product_id");
    return filesByKey.values().stream()
        .filter(file -> file.text("data_product_id").equals(id))
        .map(file -> file.text("role"))
        .collect(toSet());
  }

  private void fingerprintHasItsOwner(Item fingerprint) {
    Item owner = productsById.get(fingerprint.text("data_product_id"));
    boolean valid =
        owner != null
            && owner.text("validation_status").equals("VALID")
            && owner.text("sha256").equals(fingerprint.text("sha256"));
    check(valid, "bytes owned by no valid product", fingerprint.key());
  }

  private void aliasHasItsProduct(Item alias) {
    check(
        productsById.containsKey(alias.text("data_product_id")),
        "alias of no product",
        alias.key());
  }

  private void indexAgreesWithItems() {
    Set<String> waiting =
        archive.products().stream()
            .filter(product -> product.text("eligibility").equals("ACQUIRE"))
            .map(Item::key)
            .collect(toSet());
    Set<String> shown = new HashSet<>(archive.eligible());
    shown.removeAll(waiting);
    check(shown.isEmpty(), "the index shows products that do not wait", shown);
    waiting.removeAll(archive.eligible());
    check(waiting.isEmpty(), "the index does not show products that wait", waiting);
  }

  /** Each run stands twice, and both say the same. */
  private void runsAreTold() {
    archive.of("JobRun").stream()
        .collect(groupingBy(run -> run.text("job_run_id")))
        .forEach(
            (id, copies) -> {
              boolean equal =
                  copies.size() == 2
                      && copies.get(0).without(KEYS).equals(copies.get(1).without(KEYS));
              check(equal, "run told in two ways", copies);
            });
  }

  private void countsAgree() {
    long valid = archive.standings().getOrDefault("VALID", 0L);
    check(
        archive.of("ContentFingerprint").size() == valid,
        "as many bytes are owned as products valid",
        valid);
    check(
        archive.of("LocatorAlias").size() == 2 * productsById.size(),
        "two aliases a product",
        productsById.size());
  }
}
