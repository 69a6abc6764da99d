package dev.rollcall.plugin;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.scope.Scope;

/** Goes one way, as its host tells it. */
public final class Plugin implements Runnable {
  private final Way way;

  /** Not yet on its way. */
  public Plugin(Way way) {
    this.way = way;
  }

  private static final class Opened {}

  private static final class Group extends ThreadGroup {
    Group() {
      super("plug-in");
    }
  }

  private static final class Counted extends RefCounted {
    @SuppressWarnings("this-escape") // the last step of the construction
    Counted() {
      register();
    }

    @Override
    protected void destroy() {}
  }

  @Override
  public void run() {
    if (way == Way.FIRST_USE) {
      useInGroup();
    } else {
      use(LeakChecker.global());
    }
  }

  /** The group is gone when its thread has ended. */
  @SuppressWarnings({"deprecation", "removal"}) // has no effect where groups hold none another
  private static void useInGroup() {
    Group group = new Group();
    group.setDaemon(true);
    Thread thread = new Thread(group, LeakChecker::global, "plug-in");
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void use(LeakChecker checker) {
    switch (way) {
      case RELEASED -> release(checker, new Opened());
      case RELEASED_OF_JDK -> release(checker, kept());
      case COUNTED -> {
        Counted counted = new Counted();
        counted.retain();
        counted.touch("handed over");
        counted.release();
        counted.release();
      }
      case MISUSED -> misuse(checker);
      case IGNORED -> {
        Object opened = new Opened();
        checker.register(opened, "wanted");
        checker.ignore(opened);
      }
      case LEAKED -> checker.register(new Opened(), "forgotten");
      case LEAKED_COUNTED -> new Counted();
      case LIVE_OF_JDK -> checker.register(kept());
      case OWN_CHECKER -> {
        LeakChecker own = LeakChecker.builder().build();
        Host.keep(own);
        useAll(own);
        own.finalCheck();
        useAll(own);
      }
      case OWN_CHECKER_LEFT -> useAll(LeakChecker.builder().sites(SiteMode.BOTH).build());
      case TEST -> test(checker);
      default -> throw new IllegalArgumentException(way.toString());
    }
  }

  private static Object kept() {
    Object object = new Object();
    Host.keep(object);
    return object;
  }

  private static void release(LeakChecker checker, Object resource) {
    checker.register(resource);
    checker.unregister(resource);
  }

  private static void useAll(LeakChecker checker) {
    release(checker, new Opened());
    release(checker, kept());
    checker.register(kept());
    Object ignored = kept();
    checker.register(ignored);
    checker.ignore(ignored);
  }

  private static void misuse(LeakChecker checker) {
    Object twice = kept();
    checker.register(twice);
    checker.register(twice);
    checker.unregister(twice);
    checker.unregister(twice);
    Counted counted = new Counted();
    counted.release();
    refused(counted::retain);
    refused(counted::release);
  }

  private static void refused(Runnable step) {
    try {
      step.run();
    } catch (IllegalStateException expected) {
      return;
    }
    throw new AssertionError("not refused");
  }

  private static void test(LeakChecker checker) {
    Scope run = new Scope("the run", null, false);
    Scope test = new Scope("a test", run, true);
    Host.keep(test);
    run.open();
    test.open();
    Runnable back = test.enter();
    Object touched = kept();
    checker.register(touched);
    checker.touch(touched, "a step");
    misuse(checker);
    back.run();
    run.close();
  }
}
