package dev.rollcall.cli;

import dev.rollcall.attach.AttachedJvm;
import dev.rollcall.attach.Follow;
import dev.rollcall.attach.NotAttachedException;
import dev.rollcall.attach.OpenNow;
import dev.rollcall.cli.option.PositiveConverter;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.Terminal;
import dev.rollcall.cli.watch.Row;
import dev.rollcall.cli.watch.Screen;
import dev.rollcall.cli.watch.Table;
import dev.rollcall.cli.watch.Trends;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall watch}: what is open in a running JVM, now and now and now. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Show what is open in a JVM that runs, type by type, as it changes.",
    description = {
      "",
      "Follows the JVM by a flight recording of its own, which takes only how many resources of"
          + " each type are live, once a second, and is closed at the end. Its other recordings"
          + " stay as they are.",
      "",
      "On a terminal it shows a table that refreshes in place; elsewhere it prints a line for each"
          + " type, every --interval seconds. It ends with Ctrl-C, with the JVM, or as --count or"
          + " --seconds say.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      " 0:done, whatever is open",
      ExitCode.USAGE_WORDS,
      " 3:the JVM could not be asked"
    },
    footer = {
      "",
      "Examples:",
      "  rollcall watch                         (lists the JVMs that can be named)",
      "  rollcall watch 4711",
      "  rollcall watch 4711 --interval 60 >> open.log",
      "  rollcall watch 4711 --count 1 | grep Connection"
    })
final class WatchCommand implements Callable<Integer> {
  private static final int ON_TERMINAL_SECONDS = 1;
  private static final int ELSEWHERE_SECONDS = 10;

  /** When to say that nothing comes. */
  private static final long SILENT_SECONDS = 5;

  private static final long MISSING_SECONDS = 10;

  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private ChosenJvm chosen = new ChosenJvm();

  @Option(
      names = "--interval",
      paramLabel = "N",
      converter = PositiveConverter.class,
      description = "Show it every N seconds. Default: 1 on a terminal, 10 elsewhere.")
  private @Nullable Integer interval;

  @Option(
      names = "--count",
      paramLabel = "N",
      converter = PositiveConverter.class,
      description = "End when it was shown N times.")
  private int count = Integer.MAX_VALUE;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = PositiveConverter.class,
      description = "End after N seconds.")
  private int seconds = Integer.MAX_VALUE;

  @Override
  public Integer call() throws Exception {
    return chosen.ask("watch", rollcall.diagnostics(), this::watch);
  }

  private int watch(AttachedJvm jvm) throws Exception {
    BlockingQueue<Optional<OpenNow>> queue = new LinkedBlockingQueue<>();
    CompletableFuture<Void> unused = jvm.end().thenRun(() -> queue.add(Optional.empty()));
    View view = new View(jvm.pid(), Terminal.isShown());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Follow follow =
        Follow.of(jvm, now -> queue.add(Optional.of(now)), () -> queue.add(Optional.empty()));
    try {
      boolean isToTell = true;
      while (view.times < count && !view.isUnread()) {
        long left = end - System.nanoTime();
        long patience = isToTell ? TimeUnit.SECONDS.toNanos(view.patience()) : left;
        Optional<OpenNow> now = queue.poll(Math.min(left, patience), TimeUnit.NANOSECONDS);
        if (now == null && left <= patience) {
          break;
        }
        if (now == null) {
          say(view.silence());
        } else if (now.isEmpty()) {
          return ended(jvm);
        } else {
          view.add(now.get());
        }
        isToTell = now != null;
      }
    } finally {
      follow.close();
    }
    return ExitCode.CLEAN;
  }

  private int ended(AttachedJvm jvm) throws NotAttachedException {
    if (!jvm.hasEnded()) {
      throw jvm.silent();
    }
    say("JVM " + jvm.pid() + " has ended");
    return ExitCode.CLEAN;
  }

  private void say(String sentence) {
    rollcall.diagnostics().say(sentence);
  }

  /** Where it is shown. */
  private final class View {
    private final Table table;
    private final @Nullable Screen screen;
    private final Trends trends = new Trends();
    private final int every;
    private final long pid;
    private Instant next = Instant.MIN;
    private boolean isAny;
    int times;

    View(long pid, boolean onTerminal) {
      this.pid = pid;
      this.table = new Table(pid, ZoneId.systemDefault());
      this.screen = onTerminal ? new Screen(Terminal.isColoured()) : null;
      int usual = onTerminal ? ON_TERMINAL_SECONDS : ELSEWHERE_SECONDS;
      this.every = interval == null ? usual : interval;
    }

    /** After how many seconds to say that nothing comes: counts come once a second. */
    long patience() {
      return isAny ? MISSING_SECONDS : SILENT_SECONDS;
    }

    String silence() {
      return isAny
          ? "JVM " + pid + " does not answer now; this waits until it goes on"
          : "nothing was registered in JVM " + pid + " yet; this waits for the first";
    }

    void add(OpenNow now) throws IOException {
      isAny = true;
      List<Row> rows = trends.add(now);
      // The counts come a little early or late.
      if (now.time().plusMillis(500).isBefore(next)) {
        return;
      }
      next = now.time().plusSeconds(every);
      show(
          screen == null
              ? String.join("\n", table.lines(now, rows)) + "\n"
              : screen.show(table.of(now, rows, Terminal.columns(), Terminal.lines())));
      times++;
    }

    private void show(String text) {
      ResultStream out = rollcall.out();
      try {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException kept) {
        // The stream keeps why; see isUnread.
      }
      out.finish();
    }

    /** Whether nobody reads on. */
    boolean isUnread() {
      return rollcall.out().isUnread() || rollcall.out().trouble() != null;
    }
  }
}
