package org.novacat.jobs.nova;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** Each test has novae and a part of the sky of its own. */
class NovaCommandTest {
  private static final double ARCSEC = 1.0 / 3600;

  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void makeWorkspace() {
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("init").expect(ExitCode.OK);
  }

  @Test
  void newNova_isAddedAndShownAndListed() {
    JsonNode added = add("V339 Del", 305.87792, 20.76775, "--alias", "Nova Del 2013");

    assertThat(added.get("primary_name").asText()).isEqualTo("V339 Del");
    assertThat(added.get("aliases")).extracting(JsonNode::asText).containsExactly("Nova Del 2013");
    assertThat(added.get("ra_deg").asDouble()).isEqualTo(305.87792);
    assertThat(added.get("dec_deg").asDouble()).isEqualTo(20.76775);
    assertThat(added.get("identity_status").asText()).isEqualTo("ACTIVE");
    assertThat(show("nova del 2013")).isEqualTo(added);
    assertThat(show(id(added))).isEqualTo(added);
    assertThat(commands.json("nova", "list").expect(ExitCode.OK).jsonLines()).contains(added);
    assertThat(commands.novacat("nova", "list").out())
        .contains("V339 Del", "305.877920 +20.767750");
  }

  @Test
  void idThatIsGiven_isKept_andNoOtherIsTaken() {
    String id = "5c0ffee0-0000-4000-8000-00000000000a";

    commands.novacat("nova", "add", "V458 Vul", "--nova-id", id).expect(ExitCode.OK);

    assertThat(id(show("V458 Vul"))).isEqualTo(id);
    assertThat(refused("V458 Vul", "5c0ffee0-0000-4000-8000-00000000000b"))
        .contains("by the id " + id);
    assertThat(refused("V459 Vul", id)).contains("the id " + id + " is that of 'V458 Vul'");
    assertThat(refused("V459 Vul", "no-id")).startsWith("Cannot ").contains("'no-id'");
  }

  private static String refused(String name, String id) {
    return commands.novacat("nova", "add", name, "--nova-id", id).expect(ExitCode.USAGE).err();
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1500 Cyg", "v1500 cyg", "V*_V1500_Cyg", "V 01500  Cyg"})
  void nameInAnySpelling_isTheSameNova(String spelling) {
    commands.novacat("nova", "add", "V1500 Cyg").expect(ExitCode.OK);

    Ran again = commands.novacat("nova", "add", spelling).expect(ExitCode.OK);

    assertThat(again.out()).startsWith("Known already. Nothing changed.").contains("V1500 Cyg");
  }

  @Test
  void knownNameWithANewPlace_getsThePlace() {
    commands.novacat("nova", "add", "V603 Aql").expect(ExitCode.OK);

    Ran ran = commands.novacat("nova", "add", "V603 Aql", "--ra", "282.2275", "--dec", "0.584");

    assertThat(ran.expect(ExitCode.OK).out()).startsWith("Known already; its position is new.");
    assertThat(show("V603 Aql").get("ra_deg").asDouble()).isEqualTo(282.2275);
  }

  @Test
  void knownNameFarAway_isRefused() {
    add("RS Oph", 267.5548, -6.7079);

    Ran ran = commands.novacat("nova", "add", "RS Oph", "--ra", "267.5548", "--dec", "-6.7");

    assertThat(ran.expect(ExitCode.USAGE).err())
        .startsWith(
            "Cannot add nova 'RS Oph': it is known at ra 267.5548, dec -6.7079, 28.4 arcsec")
        .contains("(leave the place out, or give another name)");
  }

  @ParameterizedTest
  @CsvSource({"10, 0.0", "20, 1.0", "30, 1.99"})
  void belowTwoArcsec_itIsTheSameNova(double ra, double arcsec) {
    JsonNode first = add("Near " + ra, ra, 30);

    Ran ran = addText("Other name of near " + ra, ra, 30 + arcsec * ARCSEC);

    assertThat(ran.out()).startsWith("Known already; new names: Other name of near " + ra);
    assertThat(id(show("Other name of near " + ra))).isEqualTo(id(first));
  }

  @ParameterizedTest
  @CsvSource({"40, 2.01, 2.0", "50, 5.0, 5.0", "60, 9.99, 10.0"})
  void fromTwoToTenArcsec_aPersonMustSay(double ra, double arcsec, String shown) {
    JsonNode first = add("Known " + ra, ra, 30);

    Ran ran = addText("Doubtful " + ra, ra, 30 + arcsec * ARCSEC);

    assertThat(ran.out())
        .startsWith("Added, but %s arcsec from 'Known %s': say whether".formatted(shown, ra))
        .contains("identity  in quarantine");
    JsonNode doubtful = show("Doubtful " + ra);
    assertThat(doubtful.get("identity_status").asText()).isEqualTo("QUARANTINED");
    assertThat(doubtful.get("may_be").asText()).isEqualTo(id(first));
    assertThat(doubtful.get("separation_arcsec").asDouble())
        .isBetween(arcsec - 0.01, arcsec + 0.01);
  }

  @ParameterizedTest
  @CsvSource({"70, 10.01", "80, 60"})
  void aboveTenArcsec_itIsANewNova(double ra, double arcsec) {
    JsonNode first = add("One " + ra, ra, 30);

    Ran ran = addText("Two " + ra, ra, 30 + arcsec * ARCSEC);

    assertThat(ran.out()).startsWith("Added.");
    JsonNode second = show("Two " + ra);
    assertThat(second.get("identity_status").asText()).isEqualTo("ACTIVE");
    assertThat(id(second)).isNotEqualTo(id(first));
  }

  @Test
  void confirmed_isANovaOfItsOwn() {
    add("Confirm A", 100, 30);
    String doubtful = id(add("Confirm B", 100, 30 + 5 * ARCSEC));

    JsonNode confirmed = commands.json("nova", "confirm", "Confirm B").expect(ExitCode.OK).json();

    assertThat(confirmed.get("identity_status").asText()).isEqualTo("ACTIVE");
    assertThat(id(show("Confirm B"))).isEqualTo(doubtful);
    assertThat(commands.novacat("nova", "confirm", "Confirm B").expect(ExitCode.USAGE).err())
        .startsWith("Cannot settle the identity of nova '" + doubtful + "': it is ACTIVE");
  }

  @Test
  void merged_leadsToTheOtherFromThenOn() {
    String known = id(add("Merge A", 110, 30));
    add("Merge B", 110, 30 + 5 * ARCSEC);

    JsonNode merged =
        commands.json("nova", "merge", "Merge B", "Merge A").expect(ExitCode.OK).json();

    assertThat(id(merged)).isEqualTo(known);
    assertThat(merged.get("aliases")).extracting(JsonNode::asText).contains("Merge B");
    assertThat(id(show("Merge B"))).isEqualTo(known);
    assertThat(commands.novacat("nova", "list").out())
        .contains("Merge A")
        .doesNotContain("\nMerge B");
  }

  @Test
  void alias_leadsToItsNova_andGivenTwiceChangesNothing() {
    String nova = id(add("Alias A", 120, 30));

    Ran first = commands.novacat("nova", "alias", "Alias A", "Also A");
    Ran second = commands.novacat("nova", "alias", "Alias A", "also  a");

    assertThat(first.expect(ExitCode.OK).out()).startsWith("Added alias 'Also A'.");
    assertThat(second.expect(ExitCode.OK).out())
        .startsWith("It has this name already. Nothing was written.");
    assertThat(id(show("Also A"))).isEqualTo(nova);
  }

  @Test
  void nameOfTwoNovae_isAmbiguous_andTheirIdsAreNot() {
    String one = id(add("Twin A", 130, 30));
    String other = id(add("Twin B", 131, 30));
    commands.novacat("nova", "alias", "Twin A", "The Twin").expect(ExitCode.OK);

    Ran second = commands.novacat("nova", "alias", "Twin B", "The Twin").expect(ExitCode.OK);
    Ran shown = commands.novacat("nova", "show", "The Twin").expect(ExitCode.USAGE);

    assertThat(second.out()).contains("The name is ambiguous now: it also leads to", one);
    assertThat(shown.err())
        .startsWith("Cannot tell which nova 'The Twin' is: ")
        .contains("Twin A " + one, "Twin B " + other)
        .contains("(write the id of the one you mean)");
    assertThat(id(show(other))).isEqualTo(other);
  }

  @Test
  void unknownNova_isNamed() {
    for (String command : new String[] {"show", "confirm"}) {
      assertThat(commands.novacat("nova", command, "Nobody").expect(ExitCode.USAGE).err())
          .isEqualToIgnoringNewLines(
              "Cannot find nova 'Nobody': no nova has this name (see 'novacat nova list')");
    }
  }

  @Test
  void impossibleName_isRefused() {
    assertThat(commands.novacat("nova", "add", " ").expect(ExitCode.USAGE).err())
        .startsWith("Cannot use nova name ' ': nothing is left of it");
    assertThat(
            commands.novacat("nova", "add", "Fine", "--alias", "a#b").expect(ExitCode.USAGE).err())
        .startsWith("Cannot use nova name 'a#b'");
    assertThat(commands.novacat("nova", "show", "Fine").code()).isEqualTo(2);
    assertThat(commands.novacat("nova", "show", "#").expect(ExitCode.USAGE).err())
        .startsWith("Cannot find nova '#'");
  }

  @Test
  void halfAPlace_isRefused() {
    assertThat(commands.novacat("nova", "add", "Half", "--ra", "1").expect(ExitCode.USAGE).err())
        .startsWith("Cannot add nova 'Half': one of --ra and --dec is missing");
    assertThat(
            commands
                .novacat("nova", "add", "Off", "--ra", "360", "--dec", "0")
                .expect(ExitCode.USAGE)
                .err())
        .startsWith("Cannot use right ascension 360.0");
  }

  private static JsonNode add(String name, double ra, double dec, String... more) {
    String[] words = {"nova", "add", name, "--ra", number(ra), "--dec", number(dec)};
    return commands.json(concat(words, more)).expect(ExitCode.OK).json();
  }

  private static Ran addText(String name, double ra, double dec) {
    return commands
        .novacat("nova", "add", name, "--ra", number(ra), "--dec", number(dec))
        .expect(ExitCode.OK);
  }

  private static JsonNode show(String name) {
    return commands.json("nova", "show", name).expect(ExitCode.OK).json();
  }

  private static String id(JsonNode nova) {
    return nova.get("nova_id").asText();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.9f", value);
  }

  private static String[] concat(String[] one, String... other) {
    return Stream.of(one, other).flatMap(Stream::of).toArray(String[]::new);
  }
}
