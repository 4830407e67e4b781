package org.novacat.jobs.admin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.admin.RunsCommand.RunReport;
import org.novacat.jobs.report.Json;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.product.Quarantine;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ManualReviewStatus;

/**
 * One product in quarantine.
 *
 * @param files its recorded objects; empty in lists
 */
record QuarantinedProduct(SpectraProduct product, List<FileObject> files) implements Quarantined {
  QuarantinedProduct {
    requireNonNull(product.quarantine(), "the product was never in quarantine");
  }

  private Quarantine quarantine() {
    return requireNonNull(product.quarantine());
  }

  /** The first locator, else the identity. */
  private String locator() {
    return product.locators().isEmpty() ? product.locatorIdentity() : product.locators().get(0);
  }

  @Override
  public String id() {
    return product.id().toString();
  }

  @Override
  public String reason() {
    return quarantine().facts().reason().name();
  }

  @Override
  public String detail() {
    return quarantine().facts().detail();
  }

  @Override
  public ManualReviewStatus review() {
    return quarantine().review();
  }

  @Override
  public String file() {
    return locator().replaceFirst("^.*/", "");
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("kind", "spectra");
    root.put("data_product_id", product.id().toString());
    root.put("nova_id", product.novaId().toString()).put("provider", product.provider().name());
    root.put("locator", locator()).put("state", product.state().toString());
    root.put("reason", reason()).put("detail", detail());
    root.put("message", quarantine().facts().message());
    ObjectNode facts = root.putObject("facts");
    quarantine().facts().facts().forEach(facts::put);
    root.put("quarantined_at", quarantine().at().toString());
    root.put("manual_review_status", review().name());
    root.put("manual_review_reason", quarantine().why());
    root.put("prefix", quarantine().facts().prefix());
    ArrayNode keys = root.putArray("objects");
    files.forEach(file -> keys.add(file.pointer().key().toString()));
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("product   " + product.id() + " (" + product.provider() + ")");
    lines.add("file      " + locator());
    lines.add("nova      " + product.novaId());
    lines.add("reason    " + reason() + " " + detail());
    lines.add("          " + quarantine().facts().message());
    quarantine().facts().facts().forEach((name, value) -> lines.add("  " + name + " = " + value));
    lines.add("since     " + RunReport.seconds(quarantine().at()));
    lines.add("review    " + Quarantined.review(review(), quarantine().why()));
    lines.add("objects   " + quarantine().facts().prefix());
    return lines;
  }
}
