package org.novacat.jobs.rights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.credit.Database;
import org.novacat.jobs.report.Report;
import org.novacat.layouts.id.NovaId;

/**
 * The rights and the credit of something, each fact with its origin.
 *
 * @param change what happened to it; null when it is only shown
 * @param due novae that are due again, with their names
 */
record RightsReport(
    Subject subject, Credit credit, @Nullable String change, Map<NovaId, String> due)
    implements Report {
  @Override
  public ObjectNode json() {
    ObjectNode root = subject.json();
    if (change != null) {
      root.put("change", change);
      ArrayNode novae = root.putArray("novae_due");
      due.keySet().forEach(nova -> novae.add(nova.toString()));
    }
    for (CreditField field : CreditField.values()) {
      ObjectNode fact = root.putObject(field.key());
      if (field == CreditField.OBSERVERS) {
        credit.observers().forEach(fact.putArray("value")::add);
      } else {
        fact.put("value", credit.text(field));
      }
      fact.put("origin", origin(field));
    }
    Database database = credit.database();
    root.put("database", database == null ? null : database.name());
    return root;
  }

  private String origin(CreditField field) {
    return credit.origin(field).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(subject.id() + (change == null ? "" : "  " + change));
    for (CreditField field : CreditField.values()) {
      String text = credit.text(field);
      if (!text.isEmpty()) {
        lines.add("  %s  %s  (%s)".formatted(padded(field.key()), text, origin(field)));
      }
    }
    if (!due.isEmpty()) {
      lines.add("  %s  %s".formatted(padded("due again"), String.join(", ", due.values())));
    }
    return lines;
  }

  private static String padded(String name) {
    return name + " ".repeat(Math.max(0, 15 - name.length()));
  }
}
