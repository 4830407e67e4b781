package org.novacat.jobs.fits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novacat.fits.Explanation;
import org.novacat.jobs.report.AccountJson;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.account.Piece;

/** How a file was read, as one JSON object: HDUs, verdicts of all profiles, lines of the result. */
public final class ExplanationJson {
  private ExplanationJson() {}

  public static ObjectNode of(String file, Explanation explanation) {
    ObjectNode node = Json.object().put("file", file);
    ArrayNode hdus = node.putArray("hdus");
    for (Explanation.HduSummary hdu : explanation.hdus()) {
      ObjectNode one = hdus.addObject();
      one.put("index", hdu.index()).put("name", hdu.name()).put("kind", hdu.kind());
      one.put("shape", hdu.shape());
      ArrayNode columns = one.putArray("columns");
      hdu.columns().forEach(columns::add);
    }
    ArrayNode profiles = node.putArray("profiles");
    for (Explanation.Verdict verdict : explanation.verdicts()) {
      ObjectNode one = profiles.addObject();
      one.put("profile", verdict.profile()).put("chosen", verdict.chosen());
      one.put("rank", verdict.rank().isEmpty() ? null : verdict.rank());
      one.put("reason", verdict.reason());
      ObjectNode inputs = one.putObject("inputs");
      verdict.inputs().forEach(inputs::put);
    }
    ArrayNode lines = node.putArray("result");
    SpectrumLines.of(file, explanation.result()).forEach(lines::add);
    ArrayNode account = node.putArray("account");
    explanation
        .result()
        .match(read -> read.account(), rejected -> List.<Piece>of())
        .forEach(piece -> AccountJson.put(account, List.of(piece)));
    return node;
  }
}
