package org.novacat.jobs.admin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;

/**
 * What a person's word did to something in quarantine.
 *
 * @param subject a product or an upload
 * @param state the state it has now; null in a dry run
 */
record ReviewReport(Reviewed subject, String what, @Nullable String state) implements Report {
  ReviewReport {
    requireNonNull(subject, "subject is null");
    requireNonNull(what, "what is null");
  }

  @Override
  public ObjectNode json() {
    String name = subject instanceof ReviewedUpload ? "ingest_file_id" : "data_product_id";
    return Json.object().put(name, subject.id()).put("change", what).put("state", state);
  }

  @Override
  public List<String> lines() {
    return List.of(subject.id() + "  " + what + (state == null ? "" : ": " + state));
  }
}
