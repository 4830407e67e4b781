package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class LineMapTest {
  @Test
  void everyLineOfAPart_isFoundInTheUpload_alsoAfterWriting() {
    Seeded.cases(
        200,
        random -> {
          LineMap map = new LineMap();
          List<Integer> lines = new ArrayList<>();
          int line = 0;
          for (int n = 0; n < 1 + random.nextInt(60); n++) {
            line += random.nextBoolean() ? 1 : 1 + random.nextInt(9);
            lines.add(line);
            map.add(lines.size(), line);
          }

          LineMap read = LineMap.parse(map.toString());

          for (int part = 1; part <= lines.size(); part++) {
            assertThat(map.line(part)).isEqualTo(lines.get(part - 1));
            assertThat(read.line(part)).isEqualTo(lines.get(part - 1));
          }
        });
  }
}
