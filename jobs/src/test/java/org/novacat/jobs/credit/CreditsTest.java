package org.novacat.jobs.credit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.text.Tsv;
import org.novacat.persistence.file.Rights;

class CreditsTest {
  private static final Provider ARAS = new Provider("aras");
  private static final Rights SAID =
      new Rights(
          "PRIVATE",
          "cc by 4.0",
          "2014ApJ...788...48S",
          "",
          List.of("Buil, C."),
          "Thanks.",
          "https://example.org/x");

  @Test
  void arasWithoutWord_citesItsPaperAndNamesTheObserver() {
    Credit credit = Credits.of(ARAS, Rights.NONE, Map.of("OBSERVER", "F. Teyssier; O. Garde"));

    assertThat(credit.licence()).isEqualTo(Credit.NOT_STATED);
    assertThat(credit.access()).isEqualTo(Access.PUBLIC);
    assertThat(credit.bibcode()).isEqualTo("2019CoSka..49..217T");
    assertThat(credit.origin(CreditField.BIBCODE)).isEqualTo(Origin.PROVIDER);
    assertThat(credit.observers()).containsExactly("F. Teyssier", "O. Garde");
    assertThat(credit.origin(CreditField.OBSERVERS)).isEqualTo(Origin.HEADER);
    assertThat(credit.acknowledgement()).contains("ARAS").contains("F. Teyssier; O. Garde");
    assertThat(credit.origins()).hasSize(CreditField.values().length);
  }

  @Test
  void whatAPersonSaid_comesFirst_andTheDatabaseIsNamedAllTheSame() {
    Credit credit = Credits.of(ARAS, SAID, Map.of("OBSERVER", "F. Teyssier"));

    assertThat(credit.access()).isEqualTo(Access.PRIVATE);
    assertThat(credit.licence()).isEqualTo("CC-BY-4.0");
    assertThat(credit.bibcode()).isEqualTo("2014ApJ...788...48S");
    assertThat(credit.observers()).containsExactly("Buil, C.");
    assertThat(credit.acknowledgement()).isEqualTo("Thanks.");
    assertThat(credit.origins())
        .containsEntry(CreditField.LICENCE, Origin.ITEM)
        .containsEntry(CreditField.DOI, Origin.NOBODY);
    assertThat(credit.database()).extracting(Database::bibcode).isEqualTo("2019CoSka..49..217T");
  }

  @Test
  void doiOfTheHeader_isNotPairedWithTheBibcodeOfTheProvider() {
    Credit credit =
        Credits.of(new Provider("bess"), Rights.NONE, Map.of("REFERENC", "doi:10.1000/abc"));

    assertThat(credit.doi()).isEqualTo("10.1000/abc");
    assertThat(credit.bibcode()).isEmpty();
  }

  @Test
  void programme_standsInTheAcknowledgementOnlyWhereItIsKnown() {
    Provider eso = new Provider("eso-archive");

    Credit with = Credits.of(eso, Rights.NONE, Map.of("PROG_ID", "091.D-1234(A)"));
    Credit without = Credits.of(eso, Rights.NONE, Map.of());

    assertThat(with.acknowledgement())
        .contains("Observatory under ESO programme 091.D-1234(A) and");
    assertThat(without.acknowledgement()).contains("Observatory and").doesNotContain("[", "{");
    assertThat(with.licence()).isEqualTo("CC-BY-4.0");
  }

  @Test
  void unknownObserverAndProvider_sayNothing() {
    Credit credit = Credits.of(new Provider("esotalk"), Rights.NONE, Map.of("OBSERVER", "UNKNOWN"));

    assertThat(credit.observers()).isEmpty();
    assertThat(credit.database()).isNull();
    assertThat(credit.origins().values()).containsOnly(Origin.NOBODY);
  }

  @Test
  void metadata_givesObserverAndRawFacts() {
    String json =
        "{\"observation\":{\"observer\":\"A\",\"raw_facts\":{\"REFERENC\":\"2000A&AS..143...23O\"}}}";

    Map<String, String> facts = Credits.headerFacts(json.getBytes(UTF_8));

    assertThat(facts).containsEntry("OBSERVER", "A");
    assertThat(Credits.of(Provider.LOCAL, Rights.NONE, facts).bibcode())
        .isEqualTo("2000A&AS..143...23O");
  }

  /** So that whoever doubts a sentence of thanks can look it up. */
  @Test
  void eachProvider_saysWhereThatWasRead() {
    assertThat(Tsv.resource(KnownProvider.class, "providers.tsv").rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.cell("source")).as(row.cell("name")).isNotBlank());
  }

  @Test
  void eachLineOfTheTables_canBeUsed() {
    for (KnownProvider known : KnownProvider.all()) {
      for (String name : known.names()) {
        assertThat(KnownProvider.of(new Provider(name))).as(name).contains(known);
      }
      Database database = known.database();
      if (!database.bibcode().isEmpty()) {
        assertThat(Paper.find(database.bibcode())).as(database.name()).isPresent();
        assertThat(Paper.find(database.bibcode()).orElseThrow().doi()).isEqualTo(database.doi());
        assertThat(database.bibcode()).hasSize(19);
      }
      assertThat(known.acknowledgement(HeaderFacts.of(Map.of()))).doesNotContain("{", "[");
      assertThat(known.licence()).matches(one -> one.isEmpty() || Licence.of(one).isSpdx());
    }
  }
}
