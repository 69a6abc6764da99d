package dev.rollcall.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.testing.Alone;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Recorded;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class LeakCheckerBeanTest {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private final LeakChecker checker = LeakChecker.builder().build();

  private static ObjectName name() throws Exception {
    return new ObjectName("dev.rollcall:type=LeakChecker");
  }

  /** As a client has it: by open types, through the server. */
  private static LeakCheckerMXBean bean() throws Exception {
    return JMX.newMXBeanProxy(SERVER, name(), LeakCheckerMXBean.class);
  }

  @Test
  void tellsWhatIsLiveAndChecks() throws Exception {
    Object released = new Object();
    checker.register(released);
    checker.unregister(released);
    checker.unregister(released);
    Buffer buffer = new Buffer(checker);
    try (Closeable registered = LeakCheckerBean.register(checker)) {
      assertThat(registered).isNotNull();
      LeakCheckerMXBean bean = bean();
      assertThat(bean.getMode()).isEqualTo("warn");
      assertThat(bean.getRegistered()).isEqualTo(2);
      assertThat(bean.getReleased()).isEqualTo(1);
      assertThat(bean.getLive()).isEqualTo(1);
      assertThat(bean.getMisused()).isEqualTo(1);
      assertThat(bean.getOldestAgeMillis()).isBetween(0L, 60_000L);
      assertThat(bean.getTypes())
          .extracting(
              LeakCheckerMXBean.TypeCounts::getType,
              LeakCheckerMXBean.TypeCounts::getLive,
              LeakCheckerMXBean.TypeCounts::getMisused)
          .containsExactly(
              tuple("java.lang.Object", 0L, 1L), tuple(Buffer.class.getName(), 1L, 0L));

      assertThat(bean.getOpenTypes())
          .extracting(
              LeakCheckerMXBean.OpenType::getType,
              LeakCheckerMXBean.OpenType::getOpen,
              LeakCheckerMXBean.OpenType::getOverdue)
          .containsExactly(
              tuple("java.lang.Object", 0L, 0L), tuple(Buffer.class.getName(), 1L, 0L));
      LeakCheckerMXBean.OpenType open = bean.getOpenTypes().get(1);
      assertThat(open.getOldestAgeMillis()).isBetween(0L, 60_000L);
      assertThat(open.getGrowthPerMinute()).isNaN();
      assertThat(bean.getOpenTypes().get(0).getOldestAgeMillis()).isEqualTo(-1);

      assertThat(bean.topSites(0)).isEmpty();
      LeakCheckerMXBean.Site site = bean.topSites(5).get(0);
      assertThat(site.getType()).isEqualTo(Buffer.class.getName());
      assertThat(site.getLive()).isEqualTo(1);
      assertThat(site.getFingerprint()).startsWith(Buffer.class.getName() + "@");
      assertThat(site.getStack().get(0)).startsWith(Buffer.class.getName() + ".<init>(");
      assertThat(bean.getLastCheckMillis()).isEqualTo(-1);

      assertThat(bean.check()).startsWith("LEAK: 1 of 2 registered resources was never released");
      assertThat(bean.getLastCheckLeaked()).isEqualTo(1);
      assertThat(bean.getLastCheckMillis()).isPositive();
      buffer.release();
      assertThat(bean.getOldestAgeMillis()).isEqualTo(-1);
    }
    assertThat(SERVER.isRegistered(name())).isFalse();
  }

  @Test
  void tellsHowManyAreNotFollowed() throws Exception {
    try (Closeable registered = LeakCheckerBean.register(checker)) {
      assertThat(registered).isNotNull();
      checker.register(checker);
      assertThat(bean().getUnfollowed()).isZero();
      List<Object> held = new ArrayList<>();
      Recorded recorded =
          Recorded.during(
              recording -> recording.enable("rollcall.Register").with("lives", "10/s"),
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  held.add(new Object());
                  checker.register(held.get(i));
                }
              });

      long followed = recorded.all("rollcall.Register", checker.check().checkerId()).size();
      assertThat(bean().getRegistered()).isEqualTo(1_001);
      assertThat(bean().getUnfollowed()).isPositive().isEqualTo(1_000 - followed);
    }
  }

  @Test
  void thereIsOneInAServer() throws Exception {
    try (Closeable registered = LeakCheckerBean.register(checker)) {
      assertThat(registered).isNotNull();
      assertThatIllegalStateException()
          .isThrownBy(() -> LeakCheckerBean.register(checker))
          .withMessage("dev.rollcall:type=LeakChecker is registered already in this JVM");
    }
    LeakCheckerBean.register(checker).close();
  }

  @Test
  void closingTwiceIsNoError() throws Exception {
    Closeable registered = LeakCheckerBean.register(checker);
    registered.close();
    registered.close();
  }

  @Test
  void offRegistersNothing() throws Exception {
    LeakCheckerBean.register(LeakChecker.builder().mode(LeakMode.OFF).build()).close();

    assertThat(SERVER.isRegistered(name())).isFalse();
  }

  /** What one program loads with these options. */
  private static String loaded(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Xlog:class+load=info");
    return new ChildJvm().options(all.toArray(String[]::new)).run(Alone.class).with(0).out();
  }

  @Test
  void thePropertyRegistersTheGlobalChecker() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn", "-Drollcall.jmx=on")
            .run(Registered.class)
            .with(0);

    assertThat(ended.out()).contains("registered: true");
  }

  /** Prints whether the bean is there. */
  public static final class Registered {
    private Registered() {}

    /** Uses the global checker, and looks. */
    public static void main(String... arguments) throws Exception {
      System.out.println("mode: " + LeakChecker.global().mode());
      System.out.println("registered: " + SERVER.isRegistered(name()));
    }
  }

  @Test
  void nothingOfJmxIsLoadedWhereItIsNotWanted() throws Exception {
    String wanted = " dev.rollcall.jmx.LeakCheckerBean ";
    assertThat(loaded("-Drollcall.mode=warn", "-Drollcall.jmx=on")).contains(wanted);

    for (String mode : List.of("off", "warn")) {
      assertThat(loaded("-Drollcall.mode=" + mode))
          .doesNotContain("dev.rollcall.jmx.", "com.sun.jmx.mbeanserver.JmxMBeanServer");
    }
    assertThat(loaded("-Drollcall.mode=off", "-Drollcall.jmx=on"))
        .doesNotContain("dev.rollcall.jmx.");
  }

  @Test
  void withoutTheModuleThereIsAWarning() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn", "-Drollcall.jmx=on", "--limit-modules=java.base")
            .run(Alone.class)
            .with(0);

    assertThat(ended.err()).contains("Rollcall: rollcall.jmx=on has no effect: ");
  }
}
