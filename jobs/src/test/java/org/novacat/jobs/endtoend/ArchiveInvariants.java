package org.novacat.jobs.endtoend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is true of every archive whose last job ended by itself: {@code verify --deep} finds
 * nothing, every item is in a state that it can be in, and the index shows what waits.
 */
final class ArchiveInvariants {
  /** How the violations begin that a run which was stopped may leave until the next one. */
  private static final Set<String> OF_STOPPED_RUNS =
      Set.of("OBJECT_UNUSED", "LOCK_STALE", "RUN_DEAD", "REPLACEMENT_HALF_DONE", "PART_UNNAMED");

  private static final Set<String> IN_QUARANTINE = Set.of("QUARANTINE", "QUARANTINE_CONTEXT");

  private final Snapshot archive;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Item> productsById;
  private final Map<String, Set<String>> roles;

  private ArchiveInvariants(Snapshot archive) {
    this.archive = archive;
    this.productsById =
        archive.products().stream()
            .collect(toMap(product -> product.text("data_product_id"), product -> product));
    this.roles =
        archive.of("FileObject").stream()
            .collect(
                groupingBy(
                    file -> file.text("data_product_id"),
                    mapping(file -> file.text("role"), toSet())));
  }

  /** Looks at a workspace and returns what it saw. */
  static Snapshot assertHold(Workspace workspace) {
    Snapshot archive = Snapshot.of(workspace);
    assertThat(findings(workspace)).as("findings in %s", workspace.folder()).isEmpty();
    assertThat(violations(archive)).as("broken invariants of %s", workspace.folder()).isEmpty();
    return archive;
  }

  /**
   * The same of a workspace whose last job was stopped: it may have left what the next one or
   * {@code recover} clears, and nothing else.
   */
  static Snapshot assertNothingHalfDone(Workspace workspace) {
    Snapshot archive = Snapshot.of(workspace);
    assertThat(findings(workspace))
        .as("half done in %s", workspace.folder())
        .allMatch(finding -> OF_STOPPED_RUNS.contains(finding.split(" ", 2)[0]));
    assertThat(violations(archive)).as("half done in %s", workspace.folder()).isEmpty();
    return archive;
  }

  /** What {@code verify --deep} finds, each as its check, what it is about, and a sentence. */
  static List<String> findings(Workspace workspace) {
    List<String> findings = new ArrayList<>();
    JsonNode report = workspace.novacat("verify", "--deep", "--output", "json").json();
    for (JsonNode one : report.get("findings")) {
      findings.add(
          "%s %s: %s"
              .formatted(
                  one.get("check").asText(),
                  one.get("what").asText(),
                  one.get("message").asText()));
    }
    return findings;
  }

  /** Each broken invariant that only this class knows, in words. */
  static List<String> violations(Snapshot archive) {
    ArchiveInvariants invariants = new ArchiveInvariants(archive);
    archive.products().forEach(invariants::product);
    archive.of("ContentFingerprint").forEach(invariants::fingerprintHasItsOwner);
    invariants.indexAgreesWithItems();
    invariants.waitingUploadsAreFound();
    invariants.countsAgree();
    return invariants.violations;
  }

  private void check(boolean holds, String violation, Object about) {
    if (!holds) {
      violations.add(violation + ": " + about);
    }
  }

  private void product(Item product) {
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
    check(
        rolesOf(product, IN_QUARANTINE)
            .equals(Set.of("RAW", "SOURCE", "SPECTRUM", "METADATA", "PREVIEW")),
        "valid with files " + rolesOf(product),
        product.key());
    check(product.has("n_samples"), "valid product without summary", product.key());
  }

  private void quarantined(Item product) {
    check(
        rolesOf(product, Set.of("QUARANTINE"))
            .equals(Set.of("RAW", "SOURCE", "QUARANTINE_CONTEXT")),
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
    boolean same = owner != null && owner.text("sha256").equals(product.text("sha256"));
    check(same, "duplicate of other bytes", product.key());
    check(
        rolesOf(product, IN_QUARANTINE).equals(Set.of("RAW", "SOURCE")),
        "duplicate with files " + rolesOf(product),
        product.key());
  }

  /**
   * What a refusal has left stays on record; where the bytes were missing it is the context alone.
   */
  private Set<String> rolesOf(Item product, Set<String> without) {
    Set<String> others = new TreeSet<>(rolesOf(product));
    others.removeAll(without);
    return others;
  }

  private Set<String> rolesOf(Item product) {
    return roles.getOrDefault(product.text("data_product_id"), Set.of());
  }

  private void fingerprintHasItsOwner(Item fingerprint) {
    Item owner = productsById.get(fingerprint.text("data_product_id"));
    boolean valid =
        owner != null
            && owner.text("validation_status").equals("VALID")
            && owner.text("sha256").equals(fingerprint.text("sha256"));
    check(valid, "bytes owned by no valid product", fingerprint.key());
  }

  private void indexAgreesWithItems() {
    Set<String> waiting =
        archive.items().values().stream()
            .filter(item -> item.text("eligibility").equals("ACQUIRE"))
            .map(Item::key)
            .collect(toSet());
    Set<String> shown = new HashSet<>(archive.eligible());
    shown.removeAll(waiting);
    check(shown.isEmpty(), "the index shows items that do not wait", shown);
    waiting.removeAll(archive.eligible());
    check(waiting.isEmpty(), "the index does not show items that wait", waiting);
  }

  private void waitingUploadsAreFound() {
    Set<String> waiting =
        archive.of("PhotometryUpload").stream()
            .filter(upload -> upload.text("upload_status").equals("WAITING"))
            .map(upload -> upload.text("ingest_file_id"))
            .collect(toSet());
    Set<String> found =
        archive.of("WaitingUpload").stream()
            .map(upload -> upload.text("ingest_file_id"))
            .collect(toSet());
    check(found.equals(waiting), "what says that uploads wait, and uploads that do", found);
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
