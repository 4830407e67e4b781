package org.novacat.persistence.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where DynamoDB Local's jars lie. They are never part of our own jars (their licence), so they are
 * looked for, in this order: the option; the system property {@value #PROPERTY}; the environment
 * variable {@value #VARIABLE}; the folder {@code persistence/dynamodb-local/target/lib} of the
 * checkout that our own classes were built in.
 */
final class ServerJars {
  static final String PROPERTY = "novacat.dynamodb-local.lib";
  static final String VARIABLE = "NOVACAT_DYNAMODB_LOCAL";

  private static final Path IN_CHECKOUT = Path.of("persistence", "dynamodb-local", "target", "lib");

  private ServerJars() {}

  /**
   * The folder of the jars.
   *
   * @throws LocalServerException if a folder was named that does not hold them, or none was found
   */
  static Path find(Optional<Path> option) {
    Optional<Path> named =
        option.or(() -> path(System.getProperty(PROPERTY))).or(() -> path(System.getenv(VARIABLE)));
    return named
        .or(ServerJars::inCheckout)
        .filter(ServerJars::holdsServer)
        .orElseThrow(() -> notFound(named));
  }

  /** The folder or jar that our own classes come from. */
  static Path ownClasses() {
    try {
      return Path.of(ServerJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("a class loader gave an address that is none", e);
    }
  }

  private static Optional<Path> path(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(Path::of);
  }

  private static Optional<Path> inCheckout() {
    return Stream.iterate(ownClasses(), p -> p != null, Path::getParent)
        .map(p -> p.resolve(IN_CHECKOUT))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static boolean holdsServer(Path folder) {
    String[] names = folder.toFile().list((f, name) -> name.startsWith("DynamoDBLocal-"));
    return names != null && names.length > 0;
  }

  private static LocalServerException notFound(Optional<Path> named) {
    String where =
        named.map("'%s' holds no DynamoDBLocal jar"::formatted).orElse("its jars were not found");
    return new LocalServerException(
        "Cannot start DynamoDB Local: %s (build the checkout with 'mvn package', or name the folder of its jars in %s)"
            .formatted(where, VARIABLE));
  }
}
