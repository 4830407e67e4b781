package org.novacat.jobs.credit.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.LeftOut;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Database;
import org.novacat.jobs.credit.Licence;

/** {@code README.md} of a bundle. */
final class ReadmeFile {
  private final StringBuilder text = new StringBuilder();
  private final BundleFacts facts;
  private final Thanks thanks;

  private ReadmeFile(BundleFacts facts, Thanks thanks) {
    this.facts = facts;
    this.thanks = thanks;
  }

  static String of(BundleFacts facts, Thanks thanks) {
    ReadmeFile file = new ReadmeFile(facts, thanks);
    file.what();
    file.citing();
    file.people();
    file.licences();
    file.leftOut();
    return file.text.toString();
  }

  private void what() {
    line("# " + Texts.markdown(facts.title()));
    paragraph(Texts.markdown(facts.summary()));
    line("");
    nova(facts.nova());
    item("build", Texts.markdown(facts.edition().buildId()));
    item("form of the bundle", Texts.markdown(facts.edition().form()));
    item("made by", Texts.markdown(facts.edition().software()));
    roles();
  }

  private void nova(BundleFacts.Subject nova) {
    item("nova_id", nova.id().toString());
    if (!nova.aliases().isEmpty()) {
      item(
          "also called",
          nova.aliases().stream().map(Texts::markdown).collect(Collectors.joining("; ")));
    }
    item("position (ICRS)", position(nova.raDeg(), nova.decDeg()));
    if (!nova.absorbed().isEmpty()) {
      item(
          "has taken in",
          nova.absorbed().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
  }

  private static String position(@Nullable Double ra, @Nullable Double dec) {
    return ra == null || dec == null
        ? "not known"
        : String.format(Locale.ROOT, "%.6f %+.6f deg", ra, dec);
  }

  private void roles() {
    Map<String, List<BundleFile>> roles =
        facts.files().stream()
            .collect(Collectors.groupingBy(BundleFile::role, TreeMap::new, Collectors.toList()));
    line("");
    line("| what | files | bytes |");
    line("|---|---|---|");
    roles.forEach(
        (role, files) ->
            row(
                Texts.markdown(role),
                files.size(),
                files.stream().mapToLong(BundleFile::bytes).sum()));
    paragraph(
        "`%s` lists each file with its SHA-256, licence, author and source."
            .formatted(RoCrateFile.NAME));
  }

  private void citing() {
    heading("How to cite");
    paragraph(citation());
    if (!thanks.works().isEmpty()) {
      paragraph("And what it is made from (`references.bib` has all of it):");
      line("");
      thanks.works().forEach(work -> line("- " + Texts.markdown(work.sentence())));
    }
  }

  private String citation() {
    BundleFacts.Edition edition = facts.edition();
    return "%s (%s): %s, build %s, %s%s."
        .formatted(
            makers(thanks.creators(edition.publisher())),
            BibtexFile.year(facts),
            Texts.markdown(facts.title()),
            Texts.markdown(edition.buildId()),
            Texts.markdown(edition.publisher()),
            edition.doi().isEmpty() ? "" : ", DOI " + Texts.markdown(edition.doi()));
  }

  private static String makers(List<String> names) {
    return names.stream().map(Texts::markdown).collect(Collectors.joining("; "));
  }

  private void people() {
    heading("Whom to thank");
    paragraph("`acknowledgements.txt` has the sentences to take over.");
    if (!thanks.observers().isEmpty()) {
      paragraph("Observers, by name: " + makers(thanks.observers()));
    }
    if (!thanks.databases().isEmpty()) {
      paragraph("Databases: " + makers(thanks.databases().stream().map(Database::name).toList()));
    }
    thanks.acknowledgements().forEach(sentence -> paragraph("> " + Texts.markdown(sentence)));
  }

  private void licences() {
    heading("Licences");
    line("");
    line("| licence | files | text |");
    line("|---|---|---|");
    thanks.licences().forEach((name, count) -> row(Texts.markdown(name), count, address(name)));
    if (thanks.licences().containsKey(Credit.NOT_STATED)) {
      paragraph(
          "Where no licence is stated, ask the observers or the database before you pass files on.");
    }
  }

  private static String address(String licence) {
    Licence known = Licence.of(licence);
    return known.url().isEmpty() ? "" : "<" + known.url() + ">";
  }

  private void leftOut() {
    heading("What is not in it");
    if (facts.leftOut().isEmpty() && facts.notPublic() == 0) {
      paragraph("Nothing that is known of this nova was left out.");
      return;
    }
    if (!facts.leftOut().isEmpty()) {
      line("");
      line("| spectrum | why | more |");
      line("|---|---|---|");
      facts.leftOut().forEach(one -> row(one.id(), why(one.reason()), more(one)));
    }
    if (facts.notPublic() > 0) {
      paragraph("Not public: %s spectra or files of photometry.".formatted(facts.notPublic()));
    }
  }

  private static String why(LeftOut.Reason reason) {
    return switch (reason) {
      case DUPLICATE -> "has the bytes of another one";
      case QUARANTINED -> "was refused";
      case DERIVED_LOST -> "its normalised form is lost";
    };
  }

  private static String more(LeftOut one) {
    return one.duplicateOf() == null ? Texts.markdown(one.code()) : "of " + one.duplicateOf();
  }

  private void item(String name, String value) {
    line("- " + name + ": " + value);
  }

  private void row(Object first, Object second, Object third) {
    line("| %s | %s | %s |".formatted(first, second, third));
  }

  private void heading(String words) {
    line("");
    line("## " + words);
  }

  private void paragraph(String words) {
    line("");
    line(words);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
