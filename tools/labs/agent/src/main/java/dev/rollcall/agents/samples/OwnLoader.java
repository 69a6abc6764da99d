package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.Walled;
import java.io.IOException;
import java.util.List;

/** An application behind a loader that asks others for {@code java.*} only. */
final class OwnLoader implements Sample {
  @Override
  public String name() {
    return "a loader that delegates java.* only";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Turns.of(lab)
        .run(
            what ->
                List.of(
                    "-cp",
                    Lab.classPath(),
                    Walled.class.getName(),
                    what,
                    Lab.classes().toString(),
                    Lab.jar("h2-").toString()));
  }
}
