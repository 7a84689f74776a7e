package org.folkmoot.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The child process: reads one question after the other from standard input, answers on standard
/// output, and ends when the portal has gone or when nothing was asked for a while. Whatever
/// happens to it happens to nobody else.
///
/// A question: the file, the place for the safe copy, the names of the wanted kinds. An answer: see
/// [#write]. Both in the encoding of [DataOutputStream].
final class ExaminerChild {
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration TICK = Duration.ofSeconds(5);

  private ExaminerChild() {}

  public static void main(String[] args) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // A library that prints must not speak in the middle of an answer.
    System.setOut(System.err);
    var asked = new AtomicLong();
    endWithPortalOrWhenIdle(asked);
    var examining = new Examining();
    while (true) {
      Path file;
      try {
        file = Path.of(in.readUTF());
      } catch (EOFException e) {
        System.exit(0);
        return;
      }
      asked.incrementAndGet();
      var safeCopy = Path.of(in.readUTF());
      write(answer(examining, file, safeCopy, kinds(in.readUTF())), out);
      asked.incrementAndGet();
    }
  }

  private static Examination answer(
      Examining examining, Path file, Path safeCopy, Set<MediaKind> wanted) {
    try {
      return examining.examine(file, safeCopy, wanted);
    } catch (StackOverflowError e) {
      return new Examination.Unreadable(MediaReason.TOO_COMPLEX, place(e));
    } catch (IOException | RuntimeException e) {
      // Parsers of strangers' files throw anything.
      return new Examination.Unreadable(MediaReason.BROKEN, place(e));
    }
  }

  /// Class and place only: the message of a parser may quote the file.
  private static String place(Throwable thrown) {
    var trace = thrown.getStackTrace();
    return thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /// A parser caught in a loop does not see its input end, so the clock watches the portal too.
  private static void endWithPortalOrWhenIdle(AtomicLong asked) {
    var portal = ProcessHandle.current().parent();
    var clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var seen = new AtomicLong();
    var quiet = new AtomicLong();
    var _ =
        clock.scheduleWithFixedDelay(
            () -> {
              if (portal.isPresent() && !portal.get().isAlive()) {
                Runtime.getRuntime().halt(1);
              }
              var now = asked.get();
              var working = now % 2 == 1;
              if (working || seen.getAndSet(now) != now) {
                quiet.set(0);
              } else if (quiet.incrementAndGet() * TICK.toMillis() >= IDLE.toMillis()) {
                System.exit(0);
              }
            },
            TICK.toMillis(),
            TICK.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  static String names(Set<MediaKind> kinds) {
    return kinds.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  private static Set<MediaKind> kinds(String names) {
    return Stream.of(names.split(" ", -1)).map(MediaKind::valueOf).collect(Collectors.toSet());
  }

  private static void write(Examination examination, DataOutputStream out) throws IOException {
    switch (examination) {
      case Examination.Examined(var kind, var originalType, var type, var text, var cut) -> {
        out.writeByte('E');
        out.writeUTF(kind.name());
        out.writeUTF(originalType);
        out.writeUTF(type);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.writeBoolean(cut);
      }
      case Examination.Refused(var reason) -> {
        out.writeByte('R');
        out.writeUTF(reason.name());
      }
      case Examination.Unreadable(var reason, var cause) -> {
        out.writeByte('U');
        out.writeUTF(reason.name());
        out.writeUTF(cause);
      }
    }
    out.flush();
  }

  /// The other end of [#write].
  static Examination read(DataInputStream in) throws IOException {
    var mark = in.readByte();
    return switch (mark) {
      case 'E' -> {
        var kind = MediaKind.valueOf(in.readUTF());
        var originalType = in.readUTF();
        var type = in.readUTF();
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        var text = new String(bytes, StandardCharsets.UTF_8);
        yield new Examination.Examined(kind, originalType, type, text, in.readBoolean());
      }
      case 'R' -> new Examination.Refused(MediaReason.valueOf(in.readUTF()));
      case 'U' -> new Examination.Unreadable(MediaReason.valueOf(in.readUTF()), in.readUTF());
      default -> throw new IOException("not an answer: " + mark);
    };
  }
}
