package org.novacat.jobs.register.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Locale;
import org.novacat.layouts.id.NameRules;

/** Where a raw file lies. */
public sealed interface Locator {
  /** The normalised text that names the place for ever: equal places have equal identities. */
  String identity();

  /** The last part of the name, for people and for telling FITS from archives. */
  String fileName();

  /**
   * A file on this machine.
   *
   * @param path absolute and normalised
   * @param identity its address, which ends with a slash where it was a folder when it was named
   */
  record Local(Path path, String identity) implements Locator {
    /** The file of this path, which is looked at for its address. */
    public Local(Path path) {
      this(path, path.toUri().toString());
    }

    @Override
    public String fileName() {
      return String.valueOf(path.getFileName());
    }
  }

  /** A resource of a web server. */
  record Web(URI uri) implements Locator {
    /** Lower-case scheme and host, no default port, no fragment (RFC 3986, section 6.2). */
    @Override
    public String identity() {
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int standard = scheme.equals("https") ? 443 : 80;
      String port = uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
      String path = uri.getRawPath().isEmpty() ? "/" : uri.normalize().getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return scheme + "://" + host + port + path + query;
    }

    @Override
    public String fileName() {
      String path = uri.getPath();
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /**
   * Reads a locator as a manifest or a command line gives it.
   *
   * @param base folder that relative paths begin at
   * @throws RejectedException when it is of no kind that can be fetched
   */
  static Locator parse(String text, Path base) throws RejectedException {
    int colon = text.indexOf(':');
    String scheme = colon < 2 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> new Web(webUri(text));
      case "file" -> local(text, () -> Path.of(uri(text)));
      case "s3", "s3a", "ftp" ->
          throw new RejectedException(
              RejectCode.LOCATOR_UNSUPPORTED,
              "Cannot fetch '%s': no reader for '%s:' (give a file path or an http or https address)"
                  .formatted(text, scheme));
      default -> local(text, () -> base.resolve(text));
    };
  }

  /** Reads a path in one of its spellings. */
  @FunctionalInterface
  interface PathReader {
    Path read() throws RejectedException;
  }

  private static Local local(String text, PathReader path) throws RejectedException {
    try {
      return new Local(path.read().toAbsolutePath().normalize());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new RejectedException(
          RejectCode.LOCATOR_UNSUPPORTED,
          "Cannot read '%s': this machine knows no such path: %s (mend the path)"
              .formatted(NameRules.shown(text), e.getMessage()));
    }
  }

  private static URI webUri(String text) throws RejectedException {
    URI uri = uri(text);
    if (uri.getHost() == null) {
      throw new RejectedException(
          RejectCode.LOCATOR_UNSUPPORTED,
          "Cannot fetch '%s': it names no host (write http://host/path)".formatted(text));
    }
    return uri;
  }

  private static URI uri(String text) throws RejectedException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new RejectedException(
          RejectCode.LOCATOR_UNSUPPORTED,
          "Cannot fetch '%s': %s (percent-encode what a URI does not allow)"
              .formatted(text, e.getReason()));
    }
  }
}
