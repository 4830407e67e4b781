package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.persistence.Catalog;

/** A workspace with photometry, and what a test wants to know of it. */
final class PhotometryArchive {
  final Commands commands;

  PhotometryArchive(Path workspace) {
    this.commands = new Commands(workspace);
  }

  /** Another one that is as this one is now. */
  PhotometryArchive copyTo(Path workspace) {
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
    return new PhotometryArchive(workspace);
  }

  void addNova(String name, String... options) {
    commands.novacat(words(List.of("nova", "add", name), options)).expect(ExitCode.OK);
  }

  void register(Path source, String... options) {
    commands
        .novacat(words(List.of("register", "--photometry", source.toString()), options))
        .expect(ExitCode.OK);
  }

  private static String[] words(List<String> command, String... options) {
    return Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new);
  }

  JsonNode ingest() {
    return commands.json("ingest-photometry").expect(ExitCode.OK).json();
  }

  String id(String nova) {
    return commands.json("nova", "show", nova).json().get("nova_id").asText();
  }

  /** Where the table of a nova, by name or id, lies below the bucket. */
  String tableKey(String nova) {
    return "derived/photometry/" + id(nova) + "/photometry_table.parquet";
  }

  List<PhotometryRow> rows(String nova) throws IOException {
    List<PhotometryRow> rows = new ArrayList<>();
    PhotometryTableReader.forEach(bucket().resolve(tableKey(nova)), rows::add);
    return rows;
  }

  List<Integer> sourceRows(String nova) throws IOException {
    return rows(nova).stream().map(row -> row.measurement().sourceRow()).toList();
  }

  /** The SHA-256 of the table of a nova. */
  String table(String nova) throws IOException {
    return objects().get(tableKey(nova));
  }

  /** SHA-256 of all tables by key. */
  Map<String, String> tables() throws IOException {
    Map<String, String> tables = objects();
    tables.keySet().removeIf(key -> !key.endsWith(".parquet"));
    return tables;
  }

  /** SHA-256 of all objects by key. */
  Map<String, String> objects() throws IOException {
    Map<String, String> objects = new TreeMap<>();
    for (Path file : files().toList()) {
      objects.put(
          bucket().relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)).hex());
    }
    return objects;
  }

  Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(bucket())) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/~"))
          .forEach(files::add);
    }
    return files.stream();
  }

  /** The one object of a name. */
  Path only(String name) throws IOException {
    return files()
        .filter(file -> file.getFileName().toString().equals(name))
        .reduce((a, b) -> null)
        .orElseThrow();
  }

  Path bucket() {
    return commands.workspace().resolve("buckets/nova-cat-private-data");
  }

  /** Does something with the table of the workspace that no command does. */
  void withCatalog(Consumer<Catalog> action) {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      action.accept(catalog);
    }
  }
}
