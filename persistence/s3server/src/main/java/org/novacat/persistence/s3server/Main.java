package org.novacat.persistence.s3server;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Server;

/** Serves buckets until the standard input ends, and so as long as the process that began this. */
public final class Main {
  private Main() {}

  /**
   * Serves.
   *
   * @param arguments folder of the buckets, address to listen at, who is let in, what they are
   *     asked, and whether nothing may be written
   */
  public static void main(String[] arguments) throws Exception {
    BlobStore folders = new FolderStore(Path.of(arguments[0]));
    S3Proxy proxy =
        S3Proxy.builder()
            .endpoint(URI.create(arguments[1]))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, arguments[2], arguments[3])
            .blobStore(folders)
            .build();
    Field field = S3Proxy.class.getDeclaredField("server");
    field.setAccessible(true);
    Server server = (Server) field.get(proxy);
    server.setHandler(new OneWriter(server.getHandler(), Boolean.parseBoolean(arguments[4])));
    proxy.start();
    awaitEnd();
    Runtime.getRuntime().halt(0);
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      System.err.println("Cannot read the standard input any more: " + e);
    }
  }
}
