package org.novacat.persistence.s3server;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/**
 * Lets the writes of one object be made one after the other, as S3 does. S3Proxy compares an
 * If-Match and writes in two steps, so that of two who replace one version at once both could win.
 */
final class OneWriter extends Handler.Wrapper {
  private static final int FORBIDDEN = 403;
  private static final int LOCKS = 1 << 12;

  /** Parts of an upload become visible by its completion alone. */
  private static final String PART = "partNumber=";

  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

  private final boolean readOnly;

  /**
   * @param readOnly whether writes are refused
   */
  OneWriter(Handler handler, boolean readOnly) {
    super(handler);
    this.readOnly = readOnly;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String query = String.valueOf(request.getHttpURI().getQuery());
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (readOnly && !reads) {
      Response.writeError(request, response, callback, FORBIDDEN);
      return true;
    }
    if (reads || query.contains(PART)) {
      return super.handle(request, response, callback);
    }
    Lock lock = locks[Math.floorMod(request.getHttpURI().getPath().hashCode(), LOCKS)];
    lock.lock();
    try {
      return super.handle(request, response, callback);
    } finally {
      lock.unlock();
    }
  }
}
