package dev.rollcall.internal.exit;

/** The shutdown hook: gives back what was set aside for it before the JVM starts it. */
final class ExitThread extends Thread {
  private final Provision provision;

  ExitThread(Runnable check, Provision provision) {
    super(null, check, "rollcall-exit", 0, false);
    this.provision = provision;
  }

  /** Called by the exiting thread. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void start() {
    provision.use();
    super.start();
  }
}
