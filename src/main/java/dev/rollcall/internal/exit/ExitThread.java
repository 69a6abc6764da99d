package dev.rollcall.internal.exit;

import dev.rollcall.internal.outside.Apart;

/** The shutdown hook: gives back what was set aside for it before the JVM starts it. */
final class ExitThread extends Thread {
  private final Provision provision;

  private ExitThread(ThreadGroup group, Runnable check, Provision provision) {
    super(group, check, "rollcall-exit", 0, false);
    this.provision = provision;
  }

  static ExitThread of(Runnable check, Provision provision) {
    return Apart.thread(group -> new ExitThread(group, check, provision));
  }

  /** Called by the exiting thread. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void start() {
    provision.use();
    super.start();
  }
}
