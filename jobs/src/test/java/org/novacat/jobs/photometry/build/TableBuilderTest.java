package org.novacat.jobs.photometry.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.photometry.upload.DecidedUpload;
import org.novacat.jobs.photometry.upload.Desk;
import org.novacat.jobs.photometry.upload.PlannedUpload;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.Pointer;

public class TableBuilderTest {
  private static final String ROWS = "star,JD,mag,band\nV339 Del,2456520.5,4.4,V\n";

  @TempDir Path folder;

  @Test
  void whateverIsWrongWithOneNova_isThatNovasAffair() {
    try (Desk desk = new Desk(folder, "V339 Del")) {
      PlannedUpload upload = desk.register("a.csv", ROWS.getBytes(UTF_8), "");
      DecidedUpload decided = desk.decide(upload);
      byte[] garbage = "no Parquet".getBytes(UTF_8);
      LayoutKey key = NovaCatKeys.uploadRows(upload.id(), desk.id("V339 Del"));
      Pointer broken = desk.archive.write(key, Content.of(garbage)).pointer();
      PlannedTable.Part part = part(upload, decided.parts().get(0), broken);

      BuiltTable built = new TableBuilder(desk.archive).build(table(desk, List.of(part)));

      assertThat(built.postponement().why())
          .startsWith("Cannot build it: java.lang.RuntimeException");
    }
  }

  /** Of each part its rows are fetched, and no text of any upload. */
  @Test
  void tableOfManyParts_fetchesTheRowsOfEach_andNoText() {
    try (Desk desk = new Desk(folder, "V339 Del")) {
      List<PlannedTable.Part> parts = new ArrayList<>();
      for (int n = 0; n < 5; n++) {
        String rows = ROWS.replace("520.5", "52%s.5".formatted(n));
        PlannedUpload upload = desk.register(n + ".csv", rows.getBytes(UTF_8), "");
        DecidedUpload.Part part = desk.decide(upload).parts().get(0);
        parts.add(part(upload, part, part.parquet()));
      }
      List<String> fetched = new ArrayList<>();

      BuiltTable built =
          new TableBuilder(new Archive(counting(desk.store, fetched), "bucket"))
              .build(table(desk, parts));

      assertThat(built.facts().rows()).isEqualTo(5);
      assertThat(fetched)
          .containsExactlyElementsOf(
              parts.stream().map(part -> part.parquet().key().toString()).toList())
          .allMatch(key -> key.contains("/rows/"));
    }
  }

  /** The same store, which notes what is read from it. */
  private static ObjectStore counting(ObjectStore store, List<String> fetched) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (Set.of("read", "open").contains(method.getName())) {
                fetched.add(arguments[0].toString());
              }
              return method.invoke(store, arguments);
            });
  }

  @Test
  void novaWithoutParts_hasAnEmptyTable() {
    try (Desk desk = new Desk(folder, "V339 Del")) {
      BuiltTable built = new TableBuilder(desk.archive).build(table(desk, List.of()));

      assertThat(built.postponement()).isNull();
      assertThat(built.facts().rows()).isZero();
    }
  }

  @Test
  void tableOfAnotherSchema_isKept_ifItIsWhatItsItemSays() {
    for (String there : List.of("an old table", "a damaged table")) {
      try (Desk desk = new Desk(folder.resolve(there), "V339 Del")) {
        NovaId nova = desk.id("V339 Del");
        ObjectKey key = NovaCatKeys.photometryTable(nova).key();
        desk.store.put(key, Content.of("an old table".getBytes(UTF_8)));
        Pointer old = desk.archive.pointer(key).orElseThrow();
        desk.store.put(key, Content.of(there.getBytes(UTF_8)));
        String etag = desk.archive.find(key).orElseThrow().etag().toString();
        PlannedTable.Before before = new PlannedTable.Before("0.9", old, old.sha256());
        PlannedTable.ETags etags = new PlannedTable.ETags(etag, null, null);

        BuiltTable built =
            new TableBuilder(desk.archive).build(table(desk, List.of(), etags, before));

        assertThat(built.postponement()).isNull();
        assertThat(desk.archive.sha256(NovaCatKeys.snapshotTable(nova, "0.9").key()))
            .isEqualTo(there.equals("an old table") ? Optional.of(old.sha256()) : Optional.empty());
      }
    }
  }

  private static PlannedTable.Part part(
      PlannedUpload upload, DecidedUpload.Part part, Pointer parquet) {
    return new PlannedTable.Part(upload.id(), upload.raw().sha256(), parquet, part.rows());
  }

  private static PlannedTable table(Desk desk, List<PlannedTable.Part> parts) {
    return table(desk, parts, new PlannedTable.ETags(null, null, null), null);
  }

  private static PlannedTable table(
      Desk desk,
      List<PlannedTable.Part> parts,
      PlannedTable.ETags etags,
      PlannedTable.Before before) {
    return new PlannedTable(
        desk.id("V339 Del"),
        "V339 Del",
        Double.NaN,
        Double.NaN,
        new ArrayList<>(parts),
        etags,
        before);
  }
}
