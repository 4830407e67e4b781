package org.novacat.jobs.register.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.credit.RightsWords;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;

/**
 * What a folder or a manifest offers, and what {@code register --dry-run} shows of it.
 *
 * @param accepted to be fetched, in the order given; not copied, since it may be long and in a file
 * @param rejected rows that cannot be fetched, each with its line
 * @param skipped files that lie among them and are not to be fetched
 * @param remarks on what is stated of them, a sentence each
 * @param withheld those of the rejected ones of which it is said who may see them
 */
public record Candidates(
    List<Candidate> accepted,
    List<Rejection> rejected,
    List<Skipped> skipped,
    List<String> remarks,
    List<Withheld> withheld)
    implements Report, AutoCloseable {
  private static final int MOST_SHOWN = 20;

  public Candidates {
    remarks = List.copyOf(remarks);
    rejected = List.copyOf(rejected);
    skipped = List.copyOf(skipped);
    withheld = List.copyOf(withheld);
  }

  /** Of whose rejected ones nobody says who may see them. */
  public Candidates(
      List<Candidate> accepted,
      List<Rejection> rejected,
      List<Skipped> skipped,
      List<String> remarks) {
    this(accepted, rejected, skipped, remarks, List.of());
  }

  /**
   * The same, where those are rejected of which another one says something else of who may see
   * them: to be asked for when all sources of a command are together. These cannot be read then.
   */
  public Candidates agreed() {
    return AgreedAccess.of(this);
  }

  /** Gives back what {@link #accepted} holds outside of memory; it cannot be read any more. */
  @Override
  public void close() {
    if (accepted instanceof CandidateSpool spool) {
      spool.close();
    }
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", "register").put("dry_run", true);
    root.put("candidates", accepted.size()).put("rejected", rejected.size());
    root.put("skipped", skipped.size());
    ArrayNode files = root.putArray("skipped_files");
    skipped.forEach(one -> files.add(one.note().json()));
    ArrayNode refused = root.putArray("look_at");
    rejected.forEach(
        one -> refused.add(new Note(one.where(), one.code().name(), one.message()).json()));
    ArrayNode said = root.putArray("metadata");
    remarks.forEach(said::add);
    Map<String, Long> rights = new TreeMap<>();
    accepted.forEach(one -> rights.merge(access(one), 1L, Long::sum));
    rights.forEach(root.putObject("rights")::put);
    return root;
  }

  /** Of a file of photometry a sidecar may say it, which is read when the file is. */
  private static String access(Candidate one) {
    return one.rights().rights().isEmpty() ? "not said" : one.rights().rights();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(table().lines());
    if (accepted.size() > MOST_SHOWN) {
      lines.add(String.format(Locale.ROOT, "and %,d more", accepted.size() - MOST_SHOWN));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Would register %,d files; %,d rows are rejected, %,d names skipped. Nothing was written.",
            accepted.size(),
            rejected.size(),
            skipped.size()));
    rejected.stream().limit(MOST_SHOWN).forEach(one -> lines.add(one.message()));
    skipped.stream().limit(MOST_SHOWN).forEach(one -> lines.add(one.note().line("Skipped")));
    remarks.stream().limit(MOST_SHOWN).forEach(one -> lines.add("Metadata: " + one));
    return lines;
  }

  private TextTable table() {
    TextTable table = new TextTable("nova", "provider", "product", "locator", "rights and credit");
    for (Candidate one : accepted.subList(0, Math.min(accepted.size(), MOST_SHOWN))) {
      table.row(one.nova(), one.provider(), one.productId(), one.locator().identity(), credit(one));
    }
    return table;
  }

  private static String credit(Candidate one) {
    return Arrays.stream(CreditField.values())
        .filter(field -> !RightsWords.text(one.rights(), field).isEmpty())
        .map(field -> field.key() + " " + RightsWords.text(one.rights(), field))
        .collect(Collectors.joining(", "));
  }
}
