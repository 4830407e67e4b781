package org.novacat.jobs.vo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.export.TableFiles;
import org.novacat.jobs.votable.RowsTable;
import org.novacat.jobs.votable.TableForm;

/**
 * The files that belong to a product, as an IVOA DataLink 1.1 document.
 *
 * @param id IVOA identifier of the product, as in ObsCore's {@code obs_publisher_did}
 * @param links in the order in which they are written; the product itself first
 */
public record DataLink(String id, List<Link> links) {
  /** Media type of such a document. */
  public static final String MEDIA_TYPE = "application/x-votable+xml;content=datalink";

  /** Identifier of the standard. */
  public static final String STANDARD = "ivo://ivoa.net/std/DataLink#links-1.1";

  private static final TableForm<Row> FORM =
      TableForm.<Row>described(DataLink.class, "datalink.tsv", "links")
          .column("ID", Row::id)
          .column("access_url", row -> row.link().url())
          .column("service_def", row -> null)
          .column("error_message", row -> null)
          .column("description", row -> row.link().description())
          .column("semantics", row -> row.link().semantics().term)
          .column("content_type", row -> row.link().contentType())
          .column("content_length", row -> row.link().bytes())
          .column("content_qualifier", row -> row.link().qualifier())
          .column("local_semantics", row -> row.link().kind())
          .in();

  public DataLink {
    requireNonNull(id, "id is null");
    links = List.copyOf(links);
  }

  /** Writes the document; equal links give equal bytes. The stream is left open. */
  public void write(OutputStream out) throws IOException {
    TableFiles.results(
        new RowsTable<>(FORM, links.stream().map(link -> new Row(id, link)).toList()),
        new TreeMap<>(Map.of("standardID", STANDARD)),
        List.of(),
        out);
  }

  /** What a file is to the product: terms of the vocabulary ivoa.net/rdf/datalink/core. */
  public enum Semantics {
    /** The product itself. */
    THIS("#this"),
    /** What it was made from. */
    PROGENITOR("#progenitor"),
    /** A picture of it as a plot. */
    PREVIEW_PLOT("#preview-plot"),
    /** What machines read about it, and need to use it. */
    DETACHED_HEADER("#detached-header"),
    /** What helps to understand it. */
    DOCUMENTATION("#documentation"),
    /** Made of it, or of what it was made from, in another way. */
    DERIVATION("#derivation"),
    /** Of the same target, of another origin. */
    COUNTERPART("#counterpart"),
    /** It and all that belongs to it in one file. */
    PACKAGE("#package"),
    /** Anything else. */
    AUXILIARY("#auxiliary");

    private final String term;

    Semantics(String term) {
      this.term = term;
    }

    /** The term, to be resolved against the vocabulary. */
    public String term() {
      return term;
    }
  }

  /**
   * A link to a file.
   *
   * @param url from the folder of the document, or absolute
   * @param kind a word that is the same for the same kind of file in all documents, such as {@code
   *     spectrum-parquet}
   * @param description one sentence for people
   * @param contentType media type
   * @param bytes its length; null when not known
   * @param qualifier type of product, such as {@code spectrum}; null when it is no data
   */
  public record Link(
      Semantics semantics,
      String url,
      String kind,
      String description,
      String contentType,
      @Nullable Long bytes,
      @Nullable String qualifier) {
    public Link {
      requireNonNull(semantics, "semantics is null");
      if (url.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot link '%s': it has no URL (leave it out)".formatted(kind));
      }
    }
  }

  /** A line of the document. */
  private record Row(String id, Link link) {}
}
