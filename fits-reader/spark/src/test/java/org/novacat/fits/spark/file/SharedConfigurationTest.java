package org.novacat.fits.spark.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.novacat.fits.spark.LocalSpark;

class SharedConfigurationTest {
  private static final SparkContext CONTEXT = LocalSpark.session().sparkContext();

  @Test
  void equalConfigurations_areSentOnce() {
    assertThat(SharedConfiguration.of(CONTEXT, conf("here")).id())
        .isEqualTo(SharedConfiguration.of(CONTEXT, conf("here")).id());
  }

  @Test
  void anotherSetting_isSentAgain() {
    assertThat(SharedConfiguration.of(CONTEXT, conf("here")).id())
        .isNotEqualTo(SharedConfiguration.of(CONTEXT, conf("there")).id());
    assertThat(SharedConfiguration.of(CONTEXT, conf("there")).value().value().get("fs.test"))
        .isEqualTo("there");
  }

  private static Configuration conf(String value) {
    Configuration conf = new Configuration(false);
    conf.set("fs.test", value);
    return conf;
  }
}
