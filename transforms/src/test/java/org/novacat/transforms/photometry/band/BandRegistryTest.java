package org.novacat.transforms.photometry.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.SpectralKind;
import org.novacat.layouts.text.Tsv;

class BandRegistryTest {
  private static final BandRegistry REGISTRY = BandRegistry.standard();
  private static final String HEADER =
      "band_id\tband_name\tregime\tsvo_filter_id\tspectral_value\tspectral_unit\twidth"
          + "\tzero_point_vega_jy\tmag_system\taliases\tobservatory\tinstrument"
          + "\texclusion_reason\tnarrow\tband_group\tdoubtful\n";

  @Test
  void standardRegistry_hasItsVersionAndBands() {
    assertThat(REGISTRY.version()).isEqualTo("1.2.0");
    assertThat(REGISTRY.bands()).hasSize(112);
    Band v = REGISTRY.find("Generic_V").orElseThrow();
    assertThat(v.spectralValue()).isEqualTo(5466.11);
    assertThat(v.zeroPointVegaJy()).isEqualTo(3563);
    assertThat(v.aliases()).contains("V", "Johnson V");
  }

  @Test
  void registryWithoutVersion_isRefused() {
    assertThatThrownBy(() -> registry("", row("A", "a", "A", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no version");
  }

  @Test
  void aliasOfTwoBands_isRefused() {
    assertThatThrownBy(() -> registry("1", row("A", "v|V", "A", false), row("B", "V", "B", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'B' has alias 'V'");
  }

  @Test
  void aliasesThatDifferInCase_areTwo() {
    BandRegistry registry = registry("1", row("A", "V", "A", false), row("B", "v", "B", false));

    assertThat(registry.byAlias("v").orElseThrow().id()).isEqualTo("B");
  }

  @Test
  void aliasNotInNormalForm_isRefused() {
    assertThatThrownBy(() -> registry("1", row("A", "L\u2032", "A", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not normal");
  }

  @Test
  void idOfTwoBands_isRefused() {
    assertThatThrownBy(() -> registry("1", row("A", "a", "A", false), row("A", "b", "A", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an id that another has");
  }

  @Test
  void groupThatIsNoBand_isRefused() {
    assertThatThrownBy(() -> registry("1", row("A", "a", "X", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("group 'X'");
  }

  @Test
  void narrowBandInAGroup_isRefused() {
    assertThatThrownBy(() -> registry("1", row("A", "a", "A", false), row("B", "b", "A", true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'B' has group 'A'");
  }

  @Test
  void rowOfTooFewCells_isRefused() {
    assertThatThrownBy(() -> Tsv.parse("# version 1\na\tb\n1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 1 cells (the header has 2)");
  }

  @Test
  void everyBand_hasAUnitOfTheTable() {
    assertThat(REGISTRY.bands())
        .allSatisfy(band -> assertThat(SpectralKind.ofUnit(band.spectralUnit())).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({
    "Bessell_V, Generic_V",
    "Clear_V, Generic_V",
    "Generic_V, Generic_V",
    "Bessell_B, Generic_B",
    "2MASS_J, Generic_J",
    "Generic_I, Generic_I",
    "Generic_Ic, Generic_Ic",
    "Generic_K, Generic_K",
    "2MASS_Ks, 2MASS_Ks",
    "Generic_Halpha, Generic_Halpha",
    "AAVSO_Vis, AAVSO_Vis",
    "Swift_UVOT_V, Swift_UVOT_V",
    "NotThere, NotThere"
  })
  void group_joinsWhatIsDrawnAsOne(String id, String group) {
    assertThat(REGISTRY.group(id)).isEqualTo(group);
    assertThat(REGISTRY.group(id, Grouping.JOINED)).isEqualTo(group);
    assertThat(REGISTRY.group(id, Grouping.STRICT)).isEqualTo(id);
  }

  private static BandRegistry registry(String version, String... rows) {
    String remark = version.isEmpty() ? "" : "# version " + version + "\n";
    return BandRegistry.of(Tsv.parse(remark + HEADER + String.join("\n", rows)));
  }

  private static String row(String id, String aliases, String group, boolean narrow) {
    List<String> cells =
        Stream.of(id, id, "optical", "", "5000", "Angstrom", "", "", "Vega", aliases).toList();
    return String.join("\t", cells) + "\t\t\t\t" + narrow + "\t" + group + "\tfalse";
  }
}
