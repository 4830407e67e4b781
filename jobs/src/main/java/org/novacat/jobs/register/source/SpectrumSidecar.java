package org.novacat.jobs.register.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.jobs.credit.CreditField;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;

/**
 * What somebody says of a spectrum beside it, in {@code <file name>.sidecar.json}: one JSON object
 * of the facts of {@link StatedFact} and {@link CreditField} by their keys, and {@code nova} and
 * {@code comment}.
 *
 * @param nova whose spectrum it is; "" when the sidecar does not say
 */
public record SpectrumSidecar(String nova, StatedFacts stated, SaidRights rights) {
  /** What a file's name ends in when it is a sidecar, of a spectrum or of photometry. */
  public static final String SUFFIX = Sidecar.SUFFIX;

  /** The nova, as a person writes it. */
  public static final String NOVA = "nova";

  /** Of a file without one. */
  static final SpectrumSidecar NONE = new SpectrumSidecar("", StatedFacts.NONE, SaidRights.NONE);

  /** Characters of a value. */
  public static final int LONGEST = 500;

  /** Characters of a fact of the credit, of which each has a limit of its own. */
  private static final int LONGEST_OF_CREDIT = 20_000;

  private static final String COMMENT = "comment";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads one. Names that it does not know stop it, because a misspelt name would otherwise do
   * nothing without a word. Numbers stay as they are written: their figures tell how exact they
   * are.
   *
   * @param name of the sidecar, for people
   * @throws RejectedException when it is no such object, or a name or value is wrong
   */
  public static SpectrumSidecar parse(String name, byte[] json) throws RejectedException {
    try (JsonParser in = JSON.createParser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw wrong(name, "it is no JSON object", "write {\"flux_unit\": \"…\"}");
      }
      return new Reading(name).read(in);
    } catch (JsonProcessingException e) {
      throw wrong(name, e.getOriginalMessage(), "write {\"flux_unit\": \"…\"}");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read bytes in memory", e);
    }
  }

  /**
   * That beside a file of this machine; one that says nothing where there is none. A link to
   * nothing is one that cannot be read.
   *
   * @throws RejectedException as {@link #parse}, or when it cannot be read
   */
  public static SpectrumSidecar beside(Path file) throws RejectedException {
    Path sidecar = file.resolveSibling(file.getFileName() + SUFFIX);
    if (!Files.exists(sidecar, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    if (!Files.isRegularFile(sidecar)) {
      throw wrong(sidecar.toString(), "it is no file", "mend it, or take it away");
    }
    try {
      return parse(String.valueOf(sidecar.getFileName()), Files.readAllBytes(sidecar));
    } catch (IOException e) {
      throw wrong(sidecar.toString(), e.toString(), "check who may read it");
    }
  }

  /** The facts of one column or member; blank is none. */
  static String checked(String where, String key, String text) throws RejectedException {
    int most = CreditField.of(key).isPresent() ? LONGEST_OF_CREDIT : LONGEST;
    String value = text.strip();
    if (value.startsWith(SidecarJson.TO_FILL_IN)) {
      throw wrong(where, "'" + key + "' is still to be filled in", "write it, or leave it out");
    }
    if (!UTF_8.newEncoder().canEncode(value)) {
      throw wrong(where, "'" + key + "' holds half a character", "write whole characters");
    }
    if (value.length() > most) {
      throw wrong(where, "'" + key + "' is too long", "write at most " + most + " characters");
    }
    return value;
  }

  /** All names, for people. */
  public static String names() {
    return Stream.of(
            Stream.of(NOVA, COMMENT),
            Arrays.stream(StatedFact.values()).map(StatedFact::key),
            Arrays.stream(CreditField.values()).map(CreditField::key))
        .flatMap(names -> names)
        .collect(Collectors.joining(", "));
  }

  private static RejectedException wrong(String where, String what, String remedy) {
    return new RejectedException(
        RejectCode.SIDECAR_INVALID,
        "Cannot read '%s': %s (%s)".formatted(NameRules.shown(where), what, remedy));
  }

  /** The members of one object. */
  private static final class Reading {
    private final String name;
    private final Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    private final Map<CreditField, String> credit = new EnumMap<>(CreditField.class);
    private String nova = "";

    Reading(String name) {
      this.name = name;
    }

    SpectrumSidecar read(JsonParser in) throws IOException, RejectedException {
      for (JsonToken at = in.nextToken(); at == JsonToken.FIELD_NAME; at = in.nextToken()) {
        String key = in.currentName();
        JsonToken value = in.nextToken();
        if (value.isStructStart() || value.isBoolean()) {
          throw wrong(name, "'" + key + "' is neither text nor a number", "write one value");
        }
        member(key, value == JsonToken.VALUE_NULL ? "" : checked(name, key, in.getText()));
      }
      if (in.nextToken() != null) {
        throw wrong(name, "something follows the JSON object", "take it away");
      }
      String from = facts.isEmpty() ? "" : "sidecar " + name;
      return new SpectrumSidecar(nova, new StatedFacts(facts, from), rights());
    }

    private SaidRights rights() throws RejectedException {
      try {
        return SaidRights.of(credit, "sidecar " + name);
      } catch (IllegalArgumentException e) {
        throw wrong(name, String.valueOf(e.getMessage()), "mend it, or leave it out");
      }
    }

    private void member(String key, String text) throws RejectedException {
      StatedFact fact = StatedFact.of(key).orElse(null);
      CreditField ofCredit = CreditField.of(key).orElse(null);
      if (fact != null && !text.isEmpty()) {
        facts.put(fact, text);
      } else if (ofCredit != null) {
        credit.put(ofCredit, text);
      } else if (key.equals(NOVA)) {
        nova = text;
      } else if (fact == null && !key.equals(COMMENT)) {
        throw wrong(
            name,
            "'%s' is not one of its names".formatted(NameRules.shown(key)),
            "its names are %s; of photometry they are others, see docs/formats/photometry-uploads.md"
                .formatted(names()));
      }
    }
  }
}
