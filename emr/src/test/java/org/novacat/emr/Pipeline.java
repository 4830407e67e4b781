package org.novacat.emr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectStore;

/**
 * The commands that bring data in and make products of them, each with the options that name the
 * stores.
 *
 * @param stores options
 * @param bucket where the objects lie
 * @param exports where Zarr stores are written
 */
record Pipeline(Program program, List<String> stores, StoreLocation bucket, StoreLocation exports) {
  private static final String ZARR = "novae.zarr";

  /** Rows of both kinds of products, in an order of their own. */
  private static final String QUESTION =
      "SELECT * FROM photometry NATURAL JOIN (SELECT nova_id, count(*) AS samples,"
          + " count(DISTINCT data_product_id) AS spectra, max(flux) AS brightest"
          + " FROM spectra GROUP BY nova_id) ORDER BY row_id";

  /** What is known of each product but when it was learnt. */
  private static final String PRODUCTS =
      "SELECT data_product_id, nova_id, validation_status, byte_length FROM products"
          + " ORDER BY data_product_id";

  /** Runs a command with Spark; what it says on standard output. */
  String submit(String... words) {
    return program.submit(with(words));
  }

  /** Runs a command that needs no Spark; what it says on standard output. */
  String run(String... words) {
    return program.run(List.of(with(words)));
  }

  /** A command with the options that name the stores, and JSON for its report. */
  List<String> with(String... words) {
    return Stream.of(Stream.of(words), stores.stream(), Stream.of("--output", "json"))
        .flatMap(one -> one)
        .toList();
  }

  /**
   * Makes the stores and the place of exports, adds the novae of a sample archive, each with its
   * place, names and id, and registers its files; the reports.
   */
  String bringIn(SampleData data) {
    ObjectStores.create(exports).close();
    List<List<String>> commands = new ArrayList<>(List.of(with("init")));
    int number = 0;
    for (SampleNova nova : data.spectra().novae()) {
      List<String> words = new ArrayList<>(List.of("nova", "add", nova.name()));
      words.addAll(List.of("--ra", "" + nova.raDeg(), "--dec", "" + nova.decDeg()));
      nova.aliases().forEach(alias -> words.addAll(List.of("--alias", alias)));
      words.addAll(List.of("--nova-id", id(++number)));
      commands.add(with(words.toArray(String[]::new)));
    }
    commands.add(with("register", data.spectra().manifest().toString()));
    commands.add(with("register", "--photometry", data.curves().folder().toString()));
    return program.run(commands);
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "5a3b1e00-0000-4000-8000-%012d", number);
  }

  /** What is asked of the products in SQL. */
  String answer() {
    return submit("query", QUESTION);
  }

  /** What is asked of the table in SQL. */
  String products() {
    return submit("query", PRODUCTS);
  }

  /** Spectra and light curves for other programs, below a folder. */
  void export(SampleData data, Path folder) {
    List<List<String>> commands = new ArrayList<>();
    for (String ending : List.of("fits", "vot", "ecsv", "csv")) {
      String file = folder.resolve("spectrum." + ending).toString();
      commands.add(with("spectrum", "export", data.validKey(), "--to", file));
    }
    for (String ending : List.of("vot", "csv")) {
      String file = folder.resolve("curve." + ending).toString();
      String nova = data.spectra().novae().get(0).name();
      commands.add(with("photometry", "export", nova, "--to", file));
    }
    program.run(commands);
  }

  /** The command that writes all valid spectra as a Zarr store. */
  List<String> zarrExport() {
    return with("export", "zarr", zarrStore(), "--continuum", "poly:3");
  }

  /** Where that store is. */
  String zarrStore() {
    return exports.toString().replaceAll("/+$", "") + "/" + ZARR;
  }

  /** How many objects there are with keys that begin and end so. */
  long count(String prefix, String ending) {
    try (ObjectStore store = ObjectStores.open(bucket);
        Stream<ListedObject> objects = store.list(prefix)) {
      return objects.filter(object -> object.key().toString().endsWith(ending)).count();
    }
  }

  /** What lies among the exports now. */
  BucketContent exported() {
    return BucketContent.of(exports);
  }

  /** What lies in the bucket now. */
  BucketContent content() {
    return BucketContent.of(bucket);
  }
}
