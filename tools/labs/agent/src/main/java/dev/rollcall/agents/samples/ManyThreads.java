package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.VirtualThreads;
import java.io.IOException;
import java.util.List;

/** Virtual threads that open and close at the same time. */
final class ManyThreads implements Sample {
  @Override
  public String name() {
    return "virtual threads";
  }

  @Override
  public int since() {
    return 21;
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Turns.of(lab)
        .inAnyOrder()
        .run(what -> List.of("-cp", Lab.classPath("h2-"), VirtualThreads.class.getName(), what));
  }
}
