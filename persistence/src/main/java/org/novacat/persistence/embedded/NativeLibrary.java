package org.novacat.persistence.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library, unpacked once instead of at every start. The property {@value
 * #FOLDER_PROPERTY} names the folder to keep it in; without one, or when it cannot be written, the
 * driver unpacks a copy of its own into the temporary folder for each process.
 */
final class NativeLibrary {
  /** The folder that the launcher gives us. */
  static final String FOLDER_PROPERTY = "novacat.native";

  private static final String DRIVERS_PROPERTY = "org.sqlite.lib.path";
  private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);

  private NativeLibrary() {}

  /** Tells the driver where the library is; done again it does nothing. */
  static synchronized void prepare() {
    String folder = System.getProperty(FOLDER_PROPERTY);
    if (folder == null || System.getProperty(DRIVERS_PROPERTY) != null) {
      return;
    }
    try {
      Path home = Path.of(folder, "sqlite-" + SQLiteJDBCLoader.getVersion());
      unpack(home.resolve(System.mapLibraryName("sqlitejdbc")));
      System.setProperty(DRIVERS_PROPERTY, home.toString());
    } catch (IOException e) {
      log.atDebug().addKeyValue("folder", folder).setCause(e).log("Native library is not kept");
    }
  }

  /** Other processes see the whole file or none. */
  private static void unpack(Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    String resource =
        "/org/sqlite/native/"
            + OSInfo.getNativeLibFolderPathForCurrentOS()
            + "/"
            + target.getFileName();
    Files.createDirectories(target.getParent());
    Path draft = Files.createTempFile(target.getParent(), "library", ".draft");
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new FileNotFoundException(resource);
      }
      Files.copy(library, draft, StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
