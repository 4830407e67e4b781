package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.photometry.read.Reading.lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;

/** Rows in JSON, wherever they stand. */
class JsonReadingTest {
  private static final String ROWS =
      "[{'mjd':59291.1,'mag':12.3,'magerr':0.1,'filter':'V'},{'mjd':59292.1,'mag':12.4,'filter':'V'}]";

  private static Reading read(String json) {
    return Reading.of("x.json", json.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'object':'V1405 Cas','photometry':" + ROWS + "}}",
        "{'name':'V1405 Cas','lightcurve':" + ROWS + "}",
        "{'oid':'V1405 Cas','result':{'meta':{},'lc':{'points':" + ROWS + "}}}",
        "[{'target':'V1405 Cas','photometry':" + ROWS + "}]",
        "{'object':'V1405 Cas','mjd':[59291.1,59292.1],'mag':[12.3,12.4],'filter':['V','V']}",
        "{'object':'V1405 Cas','filter':'V','lc':{'mjd':[59291.1,59292.1],'mag':[12.3,12.4]}}",
        "{'object':'V1405 Cas','columns':['mjd','mag','filter'],'data':[[59291.1,12.3,'V'],[59292.1,12.4,'V']]}",
        "{'object':'V1405 Cas','lc':{'mjd':{'0':59291.1,'1':59292.1},'mag':{'0':12.3,'1':12.4},'filter':{'0':'V','1':'V'}}}",
        "{'object':'V1405 Cas','lc':{'0':{'mjd':59291.1,'mag':12.3,'filter':'V'},'1':{'mjd':59292.1,'mag':12.4,'filter':'V'}}}",
        "{'object':'V1405 Cas','rows':[{'timestamp':1,'mjd':59291.1,'value':{'magnitude':12.3,'filter':'V'}},"
            + "{'timestamp':2,'mjd':59292.1,'value':{'magnitude':12.4,'filter':'V'}}]}"
      })
  void rows_areFoundWhereverTheyStand(String json) {
    Reading reading = read(json);

    assertThat(reading.format()).isEqualTo("json");
    assertThat(reading.understood().object()).isEqualTo("V1405 Cas");
    assertThat(reading.rows()).extracting(m -> m.epoch().mjd()).containsExactly(59291.1, 59292.1);
    assertThat(reading.rows()).extracting(m -> m.brightness().value()).containsExactly(12.3, 12.4);
    assertThat(reading.rows()).extracting(Measurement::band).containsOnly("V");
  }

  @Test
  void jsonLines_areRows() {
    Reading reading =
        read(
            lines(
                "{'mjd': 59291.1, 'mag': 12.3, 'magerr': 0.1, 'filter': 'V'}",
                "{'mjd': 59292.1, 'mag': null, 'limiting_mag': 17.0, 'filter': 'V'}"));

    assertThat(reading.row().brightness().value()).isEqualTo(12.3);
    assertThat(reading.rows().get(1).brightness().limit()).isEqualTo(17);
  }

  @Test
  void brokenLine_isNamed() {
    Reading reading = read("{'mjd': 59291.1, 'mag': 12.3, 'filter': 'V'}\n{'mjd': 592\n");

    assertThat(reading.refusal().message()).contains("line 2 is no JSON");
  }

  @Test
  void nonDetections_areLimits_besideDetections() {
    Reading reading =
        read(
            "{'oid':'V1405 Cas','detections':[{'mjd':59291.1,'mag':12.3,'band':'g'}],"
                + "'non_detections':[{'mjd':59290.1,'mag':19.3,'band':'g'},"
                + "{'mjd':59289.1,'diffmaglim':20.1,'band':'r'}]}");

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.row().brightness().isLimit()).isFalse();
    assertThat(reading.rows().get(1).brightness().limit()).isEqualTo(19.3);
    assertThat(reading.rows().get(2).brightness().limit()).isEqualTo(20.1);
  }

  @Test
  void partsOfSeveralObjects_keepTheirNames() {
    Reading reading =
        read(
            "[{'name':'V1405 Cas','photometry':[{'mjd':59291.1,'mag':12.3,'filter':'V'}]},"
                + "{'name':'V1674 Her','photometry':[{'mjd':59381.1,'mag':8.3,'filter':'V'}]}]");

    assertThat(reading.rows())
        .extracting(Measurement::object)
        .containsExactly("V1405 Cas", "V1674 Her");
  }

  @Test
  void severalTables_areNamed_notJoined() {
    Reading reading =
        read(
            "{'photometry':[{'mjd':59291.1,'mag':12.3,'filter':'V'}],"
                + "'xray':[{'mjd':59291.1,'rate':12.3}]}");

    assertThat(reading.refusal().code()).isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
    assertThat(reading.refusal().message()).contains("[/photometry, /xray]");
  }

  @Test
  void arraysOfDifferentLengths_areRefused() {
    assertThat(read("{'mjd':[59291.1,59292.1],'mag':[12.3]}").refusal().message())
        .contains("different lengths");
  }

  @Test
  void arrayWithoutATime_isATableThatASidecarCanMend() {
    assertThat(read("[{'when':59291.1,'mag':12.3}]").refusal().code())
        .isEqualTo(FileRefusalCode.MISSING_REQUIRED_COLUMN);
  }
}
