package org.novacat.layouts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class ObjectUriTest {
  private static final String BUCKET = "nova-cat-private-data";

  @Test
  void s3AndS3a_areTheSamePlace() {
    ObjectUri uri = ObjectUri.parseS3("s3://nova-cat-private-data/raw/a.fits");

    assertThat(uri).isEqualTo(ObjectUri.parseS3("s3a://nova-cat-private-data/raw/a.fits"));
    assertThat(uri).isEqualTo(ObjectUri.s3(BUCKET, ObjectKey.of("raw/a.fits")));
    assertThat(uri).hasToString("s3://nova-cat-private-data/raw/a.fits");
  }

  @Test
  void anyKey_comesBackFromTheTextOfItsUri() {
    Path root = Path.of("work space", "buckets");
    Seeded.cases(
        1000,
        random -> {
          ObjectKey key = ObjectKey.of(Names.unicode(random) + "/" + Names.unicode(random) + "?a");
          ObjectUri remote = ObjectUri.s3(BUCKET, key);
          ObjectUri local = ObjectUri.local(root, BUCKET, key);

          assertThat(ObjectUri.parseS3(remote.toString())).isEqualTo(remote);
          assertThat(ObjectUri.parseLocal(root, local.toString())).isEqualTo(local);
        });
  }

  @Test
  void localUri_isThatOfTheFile() {
    Path root = Path.of("/data/buckets");

    ObjectUri uri = ObjectUri.local(root, BUCKET, ObjectKey.of("raw/a b.fits"));

    assertThat(uri).hasToString("file:///data/buckets/nova-cat-private-data/raw/a%20b.fits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///data/elsewhere/bucket/a.fits",
        "file:///data/buckets/nova-cat-private-data",
        "file:///data/buckets/../elsewhere/nova-cat-private-data/a"
      })
  void fileOutsideTheStore_isRefused(String text) {
    assertThatThrownBy(() -> ObjectUri.parseLocal(Path.of("/data/buckets"), text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read object URI '%s': it names no file in a bucket below '/data/buckets'"
                .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket", "s3://bucket/", "s3n://bucket/a", "bucket/a", "s3:///a"})
  void textThatNamesNoObject_isRefused(String text) {
    assertThatThrownBy(() -> ObjectUri.parseS3(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read object URI '%s': it is not s3://bucket/key".formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "Bucket", "-bucket", "bucket-", "a..b", "under_score", "a b"})
  void illegalBucket_isRefused(String bucket) {
    ObjectKey key = ObjectKey.of("a");

    assertThatThrownBy(() -> ObjectUri.s3(bucket, key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use bucket '%s': a bucket's name is 3 to 63 of a-z, 0-9, '.' and '-'"
                .formatted(bucket));
  }
}
