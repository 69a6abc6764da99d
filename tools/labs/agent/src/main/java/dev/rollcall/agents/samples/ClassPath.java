package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.Plain;
import java.io.IOException;
import java.util.List;

/** An application of one class path. */
final class ClassPath implements Sample {
  @Override
  public String name() {
    return "class path";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Turns.of(lab).run(what -> List.of("-cp", Lab.classPath("h2-"), Plain.class.getName(), what));
  }
}
