package org.novacat.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparksTest {
  @ParameterizedTest
  @ValueSource(strings = {"yarn", "spark://host:7077", "k8s://https://host", "mesos://host:5050"})
  void driverOnACluster_isWhereExecutorsFindIt(String master) {
    SparkConf conf = Sparks.settings(new SparkConf(false).set("spark.master", master), "job");

    assertThat(conf.contains("spark.driver.host")).isFalse();
    assertThat(conf.contains("spark.driver.bindAddress")).isFalse();
    assertThat(conf.contains("spark.hadoop.hadoop.tmp.dir")).isFalse();
    assertThat(conf.get("spark.master")).isEqualTo(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local", "local[*]", "local[2,4]", "local-cluster[2,1,1024]"})
  void driverOfOneMachine_needsNoNetwork(String master) {
    SparkConf given = new SparkConf(false);
    SparkConf conf =
        Sparks.settings(master.isEmpty() ? given : given.set("spark.master", master), "job");

    assertThat(conf.get("spark.driver.host")).isEqualTo("localhost");
    assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
  }

  @Test
  void settingsOfTheUser_stay() {
    SparkConf conf =
        Sparks.settings(new SparkConf(false).set("spark.driver.host", "10.0.0.1"), "job");

    assertThat(conf.get("spark.driver.host")).isEqualTo("10.0.0.1");
    assertThat(conf.get("spark.app.name")).isEqualTo("novacat job");
  }
}
