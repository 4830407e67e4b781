package org.novacat.jobs.spectrum;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.jobs.testing.VoTables;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.TimeScale;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.ByteArrayDataSource;

class ExportFormatTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void equalTables_giveEqualBytes(ExportFormat format) {
    assertThat(format.write(Exported.twoOrders())).isEqualTo(format.write(Exported.twoOrders()));
  }

  @ParameterizedTest
  @EnumSource
  void values_comeBackBitForBit(ExportFormat format) throws IOException {
    StarTable table = stil(format);

    assertThat(table.getRowCount()).isEqualTo(4);
    for (int row = 0; row < 4; row++) {
      assertThat(number(table, row, 0)).isEqualTo(Exported.WAVELENGTH[row]);
      assertThat(bits(table, row, 1)).isEqualTo(Double.doubleToLongBits(Exported.FLUX[row]));
      assertThat(bits(table, row, 2)).isEqualTo(Double.doubleToLongBits(Exported.UNCERTAINTY[row]));
      assertThat(number(table, row, 3)).isEqualTo(row == 1 ? 1 : 0);
      assertThat(number(table, row, 4)).isEqualTo(row < 2 ? 31 : 30);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
  void columns_haveUnitsUcdsAndUtypes(ExportFormat format) throws IOException {
    ColumnInfo flux = stil(format).getColumnInfo(1);

    assertThat(flux.getName()).isEqualTo("flux");
    assertThat(flux.getUnitString()).isEqualTo(Exported.FLUX_UNIT);
    assertThat(flux.getUCD()).isEqualTo("phot.flux.density;em.wl");
    assertThat(flux.getUtype()).endsWith("Spectrum.Data.FluxAxis.Value");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
  void facts_standInTheHeader(ExportFormat format) throws IOException {
    StarTable table = stil(format);

    assertThat(table.getParameterByName("OBJECT").getValue()).isEqualTo("V1 <&> \"Cyg\" 'x'");
    assertThat(((Number) table.getParameterByName("DEC").getValue()).doubleValue())
        .isEqualTo(-37.25);
    assertThat(table.getParameterByName("CR_IDENT").getValue().toString()).hasSize(209);
  }

  @Test
  void fits_isReadByOurOwnReader_bitForBit() {
    ReadResult.Read read = fits(Exported.twoOrders());

    SourceSpectrum first = read.spectra().get(0);
    SourceSpectrum second = read.spectra().get(1);
    assertThat(read.profile()).isEqualTo("ivoa-spectrum@2");
    assertThat(first.order()).isEqualTo(31);
    assertThat(first.axis().values())
        .containsExactly(Exported.WAVELENGTH[0], Exported.WAVELENGTH[1]);
    assertThat(first.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(first.flux().values()).containsExactly(Exported.FLUX[0], Exported.FLUX[1]);
    assertThat(first.flux().unit()).isEqualTo(Exported.FLUX_UNIT);
    assertThat(first.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
    assertThat(first.mask().bits()).containsExactly(0, 1);
    assertThat(second.order()).isEqualTo(30);
    assertThat(second.uncertainty().values())
        .containsExactly(Exported.UNCERTAINTY[2], Exported.UNCERTAINTY[3]);
    assertThat(read.observation().object()).isEqualTo("V1 <&> \"Cyg\" 'x'");
    assertThat(read.observation().decDeg()).as("a declination alone is no place").isNull();
    assertThat(read.observation().time().mjd()).isEqualTo(56520.5);
    assertThat(read.observation().time().scale()).isEqualTo(TimeScale.TT);
  }

  @Test
  void fits_hasChecksums_thatDamageBreaks() {
    byte[] bytes = ExportFormat.FITS.write(Exported.oneOrder());

    bytes[bytes.length - 2880] ^= 1;

    assertThat(new String(bytes, UTF_8)).contains("CHECKSUM=", "DATASUM =");
    assertThat(SpectrumReader.standard().read("x.fits", bytes))
        .isInstanceOfSatisfying(
            ReadResult.Rejected.class,
            rejected ->
                assertThat(rejected.refusal().reason())
                    .isEqualTo(QuarantineReason.CHECKSUM_MISMATCH));
  }

  @Test
  void fits_hasOnlyAsciiInItsHeader_andNoTimeOfWriting() {
    byte[] bytes = ExportFormat.FITS.write(Exported.oneOrder());
    int data = 2880;
    String text = new String(bytes, 0, bytes.length - data, ISO_8859_1);

    assertThat(text).matches("[ -~]+");
    assertThat(text).containsPattern("HISTORY +Wavelengths in A were converted");
    assertThat(text).containsPattern("HISTORY +Naive \\? better\\.");
    assertThat(text).doesNotContainPattern("20\\d\\d-\\d\\d-\\d\\d");
  }

  @Test
  void csv_isAHeaderAndRows_byRfc4180() {
    assertThat(new String(ExportFormat.CSV.write(Exported.twoOrders()), UTF_8))
        .isEqualTo(
            """
            wavelength,flux,uncertainty,quality,order
            4000.0,-1.2345678901234567E-17,1.7976931348623157E308,0,31
            4000.3333333333335,NaN,NaN,1,31
            5000.1,4.9E-324,0.0,0,30
            5000.200000000001,0.30000000000000004,3.141592653589793,0,30
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void voTable_saysWhatItsPlaceAndTimeCountIn() throws IOException {
    String text = new String(ExportFormat.VOTABLE.write(Exported.oneOrder()), UTF_8);

    assertThat(text)
        .contains("<COOSYS ID=\"icrs\" system=\"ICRS\"/>", "name=\"DEC\" ref=\"icrs\"")
        .contains("<TIMESYS ID=\"obs\" timeorigin=\"MJD-origin\" timescale=\"TT\"")
        .contains("name=\"TMID\" ref=\"obs\"");
    VoTables.assertSound(text, folder);
  }

  @Test
  void voTable_isASpectrumOfTheDataModel() {
    String text = new String(ExportFormat.VOTABLE.write(Exported.oneOrder()), UTF_8);

    assertThat(text)
        .contains("<RESOURCE utype=\"spec:Spectrum\">", " utype=\"spec:Spectrum\">\n<PARAM")
        .contains("utype=\"spec:Spectrum.Data.SpectralAxis.Value\"")
        .contains("utype=\"spec:Spectrum.Target.Name\"");
  }

  @ParameterizedTest
  @CsvSource({
    "a.fits, FITS",
    "a.FIT, FITS",
    "a.xml, VOTABLE",
    "a.vot, VOTABLE",
    "b.ecsv, ECSV",
    "b.csv, CSV"
  })
  void fileName_promisesAFormat(String name, ExportFormat format) {
    assertThat(ExportFormat.ofFileName(name)).contains(format);
    assertThat(ExportFormat.ofFileName("csv")).isEmpty();
  }

  private static ReadResult.Read fits(SpectrumTable table) {
    return SpectrumReader.standard()
        .read("export.fits", ExportFormat.FITS.write(table))
        .match(
            read -> read,
            rejected -> {
              throw new AssertionError(rejected.refusal().message());
            });
  }

  private static StarTable stil(ExportFormat format) throws IOException {
    byte[] bytes = format.write(Exported.twoOrders());
    return new StarTableFactory(true)
        .makeStarTable(
            new ByteArrayDataSource("export", bytes), format.name().toLowerCase(Locale.ROOT));
  }

  private static double number(StarTable table, int row, int column) throws IOException {
    Object cell = table.getCell(row, column);
    return cell == null ? Double.NaN : ((Number) cell).doubleValue();
  }

  private static long bits(StarTable table, int row, int column) throws IOException {
    return Double.doubleToLongBits(number(table, row, column));
  }
}
