package dev.rollcall.attach;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.AttachOperationFailedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import jdk.management.jfr.FlightRecorderMXBean;
import org.jspecify.annotations.Nullable;

/** A JVM in which Rollcall is on, and which answers. */
public final class AttachedJvm implements AutoCloseable {
  private static final String RECORDER = "jdk.management.jfr:type=FlightRecorder";
  private static final String EVENTS = "rollcall.";

  private static final long MOMENT_MILLIS = 1_000;

  /** Without it, a call waits for its answer for ever. */
  private static final String ANSWER_MILLIS = "sun.rmi.transport.tcp.responseTimeout";

  private static final long PATIENCE_MILLIS = 60_000;

  /**
   * It warns of a JVM that ends, which is nothing to warn of. Held, or it would forget its level.
   */
  private static final Logger CONNECTION_LOG = Logger.getLogger("javax.management.remote");

  private final long pid;
  private final JMXConnector connector;
  private final MBeanServerConnection connection;
  private final FlightRecorderMXBean recorder;
  private final List<String> eventTypes;

  private AttachedJvm(
      long pid,
      JMXConnector connector,
      MBeanServerConnection connection,
      FlightRecorderMXBean recorder,
      List<String> eventTypes) {
    this.pid = pid;
    this.connector = connector;
    this.connection = connection;
    this.recorder = recorder;
    this.eventTypes = eventTypes;
  }

  static AttachedJvm to(long pid) throws NotAttachedException {
    new Target(pid).check(NamedJvm.isListed(pid));
    try {
      VirtualMachine vm = VirtualMachine.attach(String.valueOf(pid));
      Optional<String> mode;
      String address;
      try {
        mode = NamedJvm.mode(pid, vm.getSystemProperties());
        refuseOff(pid, mode);
        address = vm.startLocalManagementAgent();
      } finally {
        vm.detach();
      }
      return connected(pid, address, mode);
    } catch (AttachNotSupportedException e) {
      throw new NotAttachedException(
          "JVM "
              + pid
              + " does not let itself be asked ("
              + reason(e)
              + "); start it without -XX:+DisableAttachMechanism");
    } catch (AttachOperationFailedException e) {
      throw new NotAttachedException(
          "JVM "
              + pid
              + " could not start its management agent ("
              + reason(e)
              + "); it needs the modules jdk.management.agent and jdk.management.jfr");
    } catch (IOException | JMException | UndeclaredThrowableException e) {
      throw lost(pid, e);
    }
  }

  private static void refuseOff(long pid, Optional<String> mode) throws NotAttachedException {
    if (mode.filter("off"::equals).isPresent()) {
      throw new NotAttachedException(
          "Rollcall is off in JVM " + pid + "; start it with -Drollcall.mode=warn");
    }
  }

  private static AttachedJvm connected(long pid, String address, Optional<String> mode)
      throws IOException, JMException, NotAttachedException {
    CONNECTION_LOG.setLevel(Level.OFF);
    System.setProperty(ANSWER_MILLIS, String.valueOf(PATIENCE_MILLIS));
    JMXConnector connector = connector(address);
    boolean isOn = false;
    try {
      MBeanServerConnection connection = connector.getMBeanServerConnection();
      ObjectName name = new ObjectName(RECORDER);
      if (!connection.isRegistered(name)) {
        throw new NotAttachedException(
            "JVM "
                + pid
                + " has no flight recorder that can be asked; it needs the module"
                + " jdk.management.jfr");
      }
      FlightRecorderMXBean recorder =
          ManagementFactory.newPlatformMXBeanProxy(
              connection, RECORDER, FlightRecorderMXBean.class);
      // The first recording starts the flight recorder, and Rollcall gives it its events.
      recorder.closeRecording(recorder.newRecording());
      List<String> eventTypes = eventTypes(connection, name);
      if (eventTypes.stream().noneMatch(type -> type.startsWith(EVENTS))) {
        throw new NotAttachedException(unused(pid, mode));
      }
      isOn = true;
      return new AttachedJvm(pid, connector, connection, recorder, eventTypes);
    } finally {
      if (!isOn) {
        connector.close();
      }
    }
  }

  @SuppressWarnings("BanJNDI") // the address is the JVM's own, and only its user can set it
  private static JMXConnector connector(String address) throws IOException {
    return JMXConnectorFactory.connect(new JMXServiceURL(address));
  }

  private static String unused(long pid, Optional<String> mode) {
    return mode.isPresent()
        ? "Rollcall is switched on in JVM "
            + pid
            + ", but nothing has used it; check that its jar is on the class path and that the"
            + " program registers its resources"
        : "Rollcall is off, or not there, in JVM "
            + pid
            + "; start it with -Drollcall.mode=warn and Rollcall's jar on the class path";
  }

  /** By their names alone: JDK 17 cannot read the rest of what it sends. */
  private static List<String> eventTypes(MBeanServerConnection connection, ObjectName name)
      throws IOException, JMException {
    Object types = connection.getAttribute(name, "EventTypes");
    return Arrays.stream((CompositeData[]) types)
        .map(type -> String.valueOf(type.get("name")))
        .toList();
  }

  /** What to say where the connection broke. */
  static NotAttachedException lost(long pid, Throwable why) {
    Throwable cause = why instanceof UndeclaredThrowableException ? why.getCause() : why;
    if (isTimeout(cause)) {
      return NotAttachedException.silent(pid);
    }
    return livesOn(pid)
        ? new NotAttachedException(
            "JVM "
                + pid
                + " does not answer ("
                + reason(cause == null ? why : cause)
                + "); if it runs in a container, run the tool in there, too")
        : new NotAttachedException("JVM " + pid + " has ended");
  }

  private static boolean isTimeout(@Nullable Throwable why) {
    for (Throwable each = why; each != null; each = each.getCause()) {
      if (each instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** A connection ends a moment before its process. */
  private static boolean livesOn(long pid) {
    try {
      end(pid).get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException | ExecutionException lives) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static CompletableFuture<Void> end(long pid) {
    return ProcessHandle.of(pid)
        .map(process -> process.onExit().<Void>thenApply(ended -> null))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private static String reason(Throwable why) {
    String message = why.getMessage();
    return message == null || message.isBlank()
        ? why.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }

  /** Its process id. */
  public long pid() {
    return pid;
  }

  /** Whether it has ended; one that is about to is waited for a moment. */
  public boolean hasEnded() {
    return !livesOn(pid);
  }

  /** What to say where nothing comes from it any more. */
  public NotAttachedException silent() {
    return NotAttachedException.silent(pid);
  }

  /** Done when the JVM has ended. */
  public CompletableFuture<Void> end() {
    return end(pid);
  }

  /**
   * Its running recordings and their settings: read by hand, because JDK 17 reads back only one of
   * the settings.
   */
  List<RunningRecording> running() throws IOException {
    try {
      Object all = connection.getAttribute(new ObjectName(RECORDER), "Recordings");
      return Arrays.stream((CompositeData[]) all)
          .filter(recording -> "RUNNING".equals(recording.get("state")))
          .map(RunningRecording::of)
          .toList();
    } catch (JMException e) {
      throw new IOException(e);
    }
  }

  FlightRecorderMXBean recorder() {
    return recorder;
  }

  MBeanServerConnection connection() {
    return connection;
  }

  /** The names of its event types, also of those that no recording takes. */
  List<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException ended) {
      // There is nothing left to close.
    }
  }
}
