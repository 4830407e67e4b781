package org.novacat.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;

class QueueCommandTest {
  private static final Instant FIRST = Instant.parse("2026-02-21T20:45:10Z");

  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void makeWorkspace() {
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);
  }

  @Test
  void work_isListedByNovaAndKindSinceItsFirstEntry() {
    NovaId nova =
        NovaId.parse(commands.json("nova", "show", "RS Oph").json().at("/nova_id").asText());
    put(nova, DirtyType.PHOTOMETRY, FIRST);
    put(nova, DirtyType.PHOTOMETRY, FIRST.plus(Duration.ofHours(1)));
    put(nova, DirtyType.IDENTITY, FIRST);

    var queued = commands.json("queue").expect(ExitCode.OK).jsonLines();

    assertThat(queued).hasSize(2);
    JsonNode photometry =
        queued.get(0).get("dirty_type").asText().equals("PHOTOMETRY")
            ? queued.get(0)
            : queued.get(1);
    assertThat(photometry.get("entries").asInt()).isEqualTo(1);
    assertThat(photometry.get("since").asText()).isEqualTo("2026-02-21T20:45:10Z");
    assertThat(commands.novacat("queue").expect(ExitCode.OK).out())
        .containsPattern("(?m)^nova +changed +entries +since +id$")
        .containsPattern("(?m)^RS Oph +PHOTOMETRY +1 +2026-02-21T20:45:10Z +" + nova + "$");
  }

  private void put(NovaId nova, DirtyType type, Instant at) {
    try (Catalog catalog = commands.catalog(Clock.fixed(at, ZoneOffset.UTC))) {
      catalog.workQueue().put(nova, type, WorkConsumer.TABLE);
    }
  }
}
