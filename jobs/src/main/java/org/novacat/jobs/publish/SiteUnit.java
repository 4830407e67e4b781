package org.novacat.jobs.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.publish.make.Identifiers;
import org.novacat.jobs.publish.make.LinkRoot;
import org.novacat.jobs.publish.make.ReleaseFolder;
import org.novacat.jobs.publish.page.IndexPage;
import org.novacat.jobs.publish.record.ReleaseCounts;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.release.table.NovaRow;
import org.novacat.jobs.release.table.NovaeTable;
import org.novacat.jobs.release.table.ProductsTable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Temporary;
import org.novacat.jobs.vo.ObsCore;
import org.novacat.jobs.vo.ObsCoreRow;
import org.novacat.jobs.vo.RegistryRecord;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.store.Content;

/** Makes what a release says of itself as a whole: its first page, its lists and indexes. */
final class SiteUnit {
  private static final String NAME = "site";

  private final ReleaseId release;
  private final ReleaseFolder folder;
  private final LinkRoot links;
  private final List<ReleaseFile> files = new ArrayList<>();

  SiteUnit(ReleaseId release, ReleaseFolder folder, LinkRoot links) {
    this.release = release;
    this.folder = folder;
    this.links = links;
  }

  /**
   * Makes it.
   *
   * @param contents of all novae, by id
   * @param units all other units, by name
   * @param record what the release says of itself
   */
  ReleaseUnit make(
      Iterable<NovaContent> contents,
      SortedMap<String, ReleaseUnit> units,
      ContentHash content,
      ObjectNode record) {
    ReleaseRows rows = new ReleaseRows(contents, units, links);
    try {
      write(ReleasePaths.INDEX, index(rows, ReleaseCounts.of(units.values())));
      write(ReleasePaths.STYLE, IndexPage.style());
      tables(rows);
      write(ReleasePaths.NOVAE, novae(rows));
      write(ReleasePaths.REGISTRY, registry(rows).bytes());
      if (links.isAbsolute()) {
        write(ReleasePaths.SITEMAP, sitemap(rows));
      }
      write(ReleasePaths.RECORD, Json.document(record));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep an index in the temporary folder", e);
    }
    return new ReleaseUnit(NAME, "", content, files, List.of());
  }

  private void tables(ReleaseRows rows) throws IOException {
    written(ReleasePaths.OBSCORE, file -> voTable(rows.obsCore(), file));
    written(ReleasePaths.OBSCORE_PARQUET, file -> ObsCore.parquet(rows.obsCore().iterator(), file));
    written(
        ReleasePaths.NOVAE_TABLE,
        file -> NovaeTable.write(rows.novae().iterator(), file, new TreeMap<>()));
    written(
        ReleasePaths.PRODUCTS_TABLE,
        file -> ProductsTable.write(rows.products().iterator(), file, new TreeMap<>()));
  }

  private void write(String path, byte[] bytes) {
    files.add(folder.write(path, bytes));
  }

  /** Makes a file. */
  private interface Making {
    void make(Path file) throws IOException;
  }

  private void written(String path, Making making) throws IOException {
    Path file = Temporary.file("novacat-publish-", ".index");
    try {
      making.make(file);
      files.add(folder.write(path, Content.of(file)));
    } finally {
      Temporary.delete(file);
    }
  }

  private static void voTable(Iterable<ObsCoreRow> rows, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ObsCore.voTable(rows, out);
    }
  }

  private byte[] index(ReleaseRows rows, ReleaseCounts counts) {
    List<IndexPage.Line> lines = new ArrayList<>();
    for (NovaRow nova : rows.novae()) {
      lines.add(
          new IndexPage.Line(
              nova.novaId(), nova.name(), nova.data().spectra(), nova.data().photometryRows()));
    }
    return IndexPage.of(release, counts, lines);
  }

  private byte[] novae(ReleaseRows rows) {
    ObjectNode root = Json.object().put("release_id", release.text());
    var novae = root.putArray("novae");
    for (NovaRow nova : rows.novae()) {
      ObjectNode one = novae.addObject().put("nova_id", nova.novaId()).put("name", nova.name());
      var aliases = one.putArray("aliases");
      nova.aliases().forEach(aliases::add);
      var place = nova.position();
      Json.putNumber(one, "ra_deg", place == null ? null : place.raDeg());
      Json.putNumber(one, "dec_deg", place == null ? null : place.decDeg());
      one.put("spectra", nova.data().spectra());
      one.put("photometry_rows", nova.data().photometryRows());
      Json.putNumber(one, "first_mjd", nova.data().firstMjd());
      Json.putNumber(one, "last_mjd", nova.data().lastMjd());
      one.put("page", "nova/" + nova.novaId() + "/index.html");
    }
    return Json.document(root);
  }

  private RegistryRecord registry(ReleaseRows rows) {
    Instant day =
        LocalDate.parse(release.text().substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
            .atStartOfDay(UTC)
            .toInstant();
    return new RegistryRecord(
        Identifiers.ARCHIVE,
        "Spectra and photometry of novae",
        day,
        day,
        release.text(),
        new RegistryRecord.Curation(
            "novacat", List.of("The observers named in each file"), "novacat", ""),
        new RegistryRecord.Content(
            List.of("Novae", "Spectroscopy", "Photometry"),
            "Validated spectra and photometry of novae, normalised, with their raw files.",
            "",
            "As stated for each product",
            ""),
        rows.coverage(),
        links.isAbsolute() ? links.address() : null);
  }

  private byte[] sitemap(ReleaseRows rows) {
    StringBuilder map =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"")
            .append("http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    url(map, ReleasePaths.INDEX);
    rows.novae().forEach(nova -> url(map, "nova/" + nova.novaId() + "/index.html"));
    return map.append("</urlset>\n").toString().getBytes(UTF_8);
  }

  private void url(StringBuilder map, String path) {
    String address = links.to(path, "").replace("&", "&amp;");
    map.append("<url><loc>").append(address).append("</loc></url>\n");
  }
}
