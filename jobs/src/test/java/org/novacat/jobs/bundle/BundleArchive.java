package org.novacat.jobs.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.SpectraProduct;

/** An archive whose novae have bundles. */
final class BundleArchive {
  final Commands commands;

  BundleArchive(Path workspace) {
    this.commands = new Commands(workspace);
  }

  /** Another one that is as this one is now. */
  BundleArchive copyTo(Path workspace) {
    try (Stream<Path> all = Files.walk(commands.workspace())) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path copy = workspace.resolve(commands.workspace().relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BundleArchive(workspace);
  }

  JsonNode bundle(String... more) {
    return commands
        .json(Stream.concat(Stream.of("bundle"), Stream.of(more)).toArray(String[]::new))
        .expect(ExitCode.OK)
        .json();
  }

  NovaId id(String nova) {
    return NovaId.parse(commands.json("nova", "show", nova).json().get("nova_id").asText());
  }

  Path bucket() {
    return commands.workspace().resolve("buckets/nova-cat-private-data");
  }

  Path folder(NovaId nova) {
    return bucket().resolve("bundles").resolve(nova.toString());
  }

  Path zip(NovaId nova) {
    return folder(nova).resolve("full.zip");
  }

  JsonNode manifest(NovaId nova) throws IOException {
    return Json.parse(Files.readAllBytes(folder(nova).resolve("manifest.json")));
  }

  /** What is in a bundle, by name. */
  Map<String, byte[]> entries(NovaId nova) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(zip(nova).toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  /** The one entry whose name ends so. */
  byte[] entry(NovaId nova, String ending) throws IOException {
    return entries(nova).entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(ending))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** SHA-256 of all zip files, by nova. */
  Map<String, String> zips() throws IOException {
    Map<String, String> zips = new TreeMap<>();
    try (Stream<Path> all = Files.walk(bucket().resolve("bundles"))) {
      for (Path file : (Iterable<Path>) all.filter(f -> f.endsWith("full.zip"))::iterator) {
        zips.put(
            file.getParent().getFileName().toString(),
            ContentHash.of(Files.readAllBytes(file)).hex());
      }
    }
    return zips;
  }

  /** Does something with the table of the workspace that no command does. */
  void withCatalog(Consumer<Catalog> action) {
    find(
        catalog -> {
          action.accept(catalog);
          return "";
        });
  }

  <T> T find(Function<Catalog, T> action) {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      return action.apply(catalog);
    }
  }

  /** The first valid spectrum of a nova. */
  SpectraProduct valid(NovaId nova) {
    return find(
        catalog -> {
          try (Stream<SpectraProduct> all = catalog.products().ofNova(nova)) {
            return all.filter(one -> one.summary() != null).findFirst().orElseThrow();
          }
        });
  }

  static Rights rights(String who) {
    return new Rights(who, "", "", "", List.of(), "", "");
  }
}
