package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

class MisuseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          frobnicate | 'novacat': it has no command 'frobnicate' (see 'novacat --help')
          ingest | 'novacat': it has no command 'ingest' (did you mean 'ingest-spectra'? see 'novacat --help')
          runs list | 'novacat runs': it has no command 'list' (see 'novacat runs --help')
          nova ad x | 'novacat nova': it has no command 'ad' (did you mean 'add'? see 'novacat nova --help')
          status now | 'novacat status': argument 'now' is one too many (see 'novacat status --help')
          status --worksapce x | 'novacat status': it has no option '--worksapce' (did you mean '--workspace'? see 'novacat status --help')
          status --wrong | 'novacat status': it has no option '--wrong' (see 'novacat status --help')
          nova add | 'novacat nova add': NAME is missing (see 'novacat nova add --help')
          nova merge | 'novacat nova merge': NAME and INTO are missing (see 'novacat nova merge --help')
          status --table | 'novacat status': NAME of option --table is missing (see 'novacat status --help')
          status --output xml | 'novacat status': option --output cannot be 'xml', only text or json (see 'novacat status --help')
          ingest-spectra --fail-on rejected | 'novacat ingest-spectra': option --fail-on cannot be 'rejected', only quarantined (see 'novacat ingest-spectra --help')
          nova add x --ra 20h | 'novacat nova add': option --ra cannot be '20h', which is no number (see 'novacat nova add --help')
          runs --limit 0 | 'novacat runs': option --limit cannot be '0', it is no whole number from 1 on (see 'novacat runs --help')
          ingest-spectra --limit -1 | 'novacat ingest-spectra': option --limit cannot be '-1', it is no whole number from 1 on (see 'novacat ingest-spectra --help')
          register x --max-file-bytes 1e6 | 'novacat register': option --max-file-bytes cannot be '1e6', it is no whole number from 1 on (see 'novacat register --help')
          """)
  void wrongWords_areOneSentence(String words, String sentence) {
    Ran ran = Commands.run(words.split(" ")).expect(ExitCode.USAGE);

    assertThat(ran.err()).isEqualToIgnoringNewLines("Cannot run " + sentence);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nova", "quarantine", "fits"})
  void groupAlone_showsItsCommands(String group) {
    Ran ran = Commands.run(group).expect(ExitCode.USAGE);

    assertThat(ran.err())
        .startsWith(
            "Cannot run 'novacat %s': which of its commands? (name one of those below)"
                .formatted(group))
        .contains("Usage: novacat " + group, "Commands:");
  }

  @Test
  void nothingAtAll_showsTheCommands() {
    Ran ran = Commands.run().expect(ExitCode.USAGE);

    assertThat(ran.err())
        .startsWith("Cannot run 'novacat': which of its commands?")
        .contains("demo");
  }
}
