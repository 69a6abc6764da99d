package dev.rollcall.agents.samples.program;

/** An application of one class path. */
public final class Plain {
  private Plain() {}

  /** Forgets if that is the first argument. */
  public static void main(String[] arguments) throws Exception {
    Work.run(arguments[0].equals("forget"));
  }
}
