package org.novacat.jobs.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard output of the process, which remembers why it could not be written: Java's own says
 * nothing. When its reader went away, as behind {@code | head}, the process ends without a word as
 * programs do that the system ends for it; when a disk is full, it says so.
 */
public final class StandardOutput extends FilterOutputStream {
  private static final Path DESCRIPTOR = Path.of("/proc/self/fd/1");

  private volatile @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    super(out);
  }

  /** Puts itself in the place of {@link System#out}. */
  public static StandardOutput install() {
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8));
    return out;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /** Writes, but not behind bytes that are lost. */
  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    IOException before = failure;
    if (before != null) {
      throw new IOException(before);
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** How the process ends whose command ended with this code; says what is lost, if anything. */
  public int code(int ofCommand) {
    System.out.flush();
    IOException lost = failure;
    if (lost == null) {
      return ofCommand;
    }
    ExitCode instead = isReaderGone(lost) ? ExitCode.READER_GONE : ExitCode.USAGE;
    if (instead == ExitCode.USAGE) {
      System.err.printf(
          "Cannot write standard output: %s (what it got is cut short; make room, or send it elsewhere)%n",
          lost.getMessage());
    }
    return ofCommand == ExitCode.OK.code() ? instead.code() : ofCommand;
  }

  /** A pipe fails for no other reason; what the system says of it may be in any language. */
  private static boolean isReaderGone(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("Broken pipe") || isPipe();
  }

  private static boolean isPipe() {
    try {
      return Files.readSymbolicLink(DESCRIPTOR).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
