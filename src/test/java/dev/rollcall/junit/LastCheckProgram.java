package dev.rollcall.junit;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ScopeCheck;
import dev.rollcall.internal.scope.Scope;
import java.nio.file.Path;
import java.util.Comparator;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Ends the recording of one test while another test, which has leaked, ends too; prints what made
 * the last check in the recording.
 */
final class LastCheckProgram {
  private static final Scope RUN = new Scope("run", null, false);

  private LastCheckProgram() {}

  private static ScopeCheck leaking(String name, Object resource) {
    Scope test = new Scope(name, RUN, true);
    test.open();
    Runnable back = test.enter();
    LeakChecker.global().register(resource);
    back.run();
    return new ScopeCheck(test, (blame, type) -> null);
  }

  public static void main(String[] file) throws Exception {
    RUN.open();
    Object first = new Object();
    Object second = new Object();
    ScopeCheck one = leaking("one", first);
    ScopeCheck another = leaking("another", second);
    try (Recording recording = new Recording()) {
      recording.enable("rollcall.LeakCheck");
      recording.start();
      one.leaks();
      Thread beside = new Thread(another::leaks);
      one.commit(
          () -> {
            beside.start();
            while (beside.getState() != Thread.State.BLOCKED && beside.isAlive()) {
              Thread.onSpinWait();
            }
            recording.stop();
          });
      beside.join();
      recording.dump(Path.of(file[0]));
    }
    RecordedEvent last =
        RecordingFile.readAllEvents(Path.of(file[0])).stream()
            .filter(event -> event.getEventType().getName().equals("rollcall.LeakCheck"))
            .max(Comparator.comparing(RecordedEvent::getStartTime))
            .orElseThrow();
    System.out.println(last.getString("trigger"));
    LeakChecker.global().unregister(first);
    LeakChecker.global().unregister(second);
  }
}
