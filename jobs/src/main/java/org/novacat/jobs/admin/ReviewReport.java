package org.novacat.jobs.admin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.state.ProductState;

/**
 * What a person's word did to a product in quarantine.
 *
 * @param state the state it has now; null in a dry run
 */
record ReviewReport(DataProductId product, String what, @Nullable ProductState state)
    implements Report {
  ReviewReport {
    requireNonNull(product, "product is null");
    requireNonNull(what, "what is null");
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("data_product_id", product.toString()).put("change", what);
    return root.put("state", state == null ? null : state.toString());
  }

  @Override
  public List<String> lines() {
    return List.of(product + "  " + what + (state == null ? "" : ": " + state));
  }
}
