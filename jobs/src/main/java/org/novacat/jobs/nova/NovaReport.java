package org.novacat.jobs.nova;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.nova.IdentityDoubt;
import org.novacat.persistence.nova.Nova;

/**
 * A nova, and what just happened to it.
 *
 * @param headline what happened, one sentence; "" when nothing did
 */
record NovaReport(Nova nova, String headline) implements Report {
  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("nova_id", nova.id().toString()).put("primary_name", nova.primaryName());
    ArrayNode aliases = root.putArray("aliases");
    nova.aliases().forEach(aliases::add);
    SkyPosition position = nova.position();
    Json.putNumber(root, "ra_deg", position == null ? null : position.raDeg());
    Json.putNumber(root, "dec_deg", position == null ? null : position.decDeg());
    root.put("identity_status", nova.identityStatus().name());
    IdentityDoubt doubt = nova.doubt();
    if (doubt != null) {
      root.put("may_be", doubt.near().toString());
      root.put("separation_arcsec", doubt.separationArcsec());
    }
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!headline.isEmpty()) {
      lines.add(headline);
    }
    lines.add(nova.primaryName() + "  " + nova.id());
    if (!nova.aliases().isEmpty()) {
      lines.add("  aliases   " + String.join(", ", nova.aliases()));
    }
    lines.add("  position  " + place(nova));
    IdentityDoubt doubt = nova.doubt();
    if (doubt != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  identity  in quarantine: %.1f arcsec from nova %s ('novacat nova confirm' or 'merge')",
              doubt.separationArcsec(),
              doubt.near()));
    }
    return lines;
  }

  /** The position as text. */
  static String place(Nova nova) {
    SkyPosition position = nova.position();
    return position == null
        ? "not known"
        : String.format(Locale.ROOT, "%.6f %+.6f", position.raDeg(), position.decDeg());
  }
}
