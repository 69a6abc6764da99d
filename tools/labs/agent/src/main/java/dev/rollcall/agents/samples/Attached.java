package dev.rollcall.agents.samples;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.rollcall.agents.samples.program.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Attached to a JVM that runs and has files open, which are closed afterwards. */
final class Attached implements Sample {
  private static final String PROFILES = "files,sockets,jdbc";

  @Override
  public String name() {
    return "attached at run time";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Turns turns = Turns.of(lab);
    for (String what : List.of("forget", "close")) {
      Jvm.Ended without = turn(lab, what, false);
      turns.judge(what, without, turn(lab, what, true));
    }
  }

  private static Jvm.Ended turn(Lab lab, String what, boolean isAttached)
      throws IOException, InterruptedException, Broken {
    Path report = lab.directory().resolve(what + ".txt");
    List<String> arguments = new ArrayList<>();
    arguments.add("-XX:+EnableDynamicAgentLoading");
    if (isAttached) {
      arguments.add("-Drollcall.mode=fail");
      arguments.add("-Drollcall.report=" + report);
    }
    arguments.addAll(List.of("-cp", Lab.classPath("h2-"), Waiting.class.getName(), what));
    Jvm jvm = Jvm.start(lab, what + (isAttached ? "-with" : "-without"), arguments);
    jvm.awaitOutput("waiting");
    if (isAttached) {
      attach(lab, jvm);
    }
    try (OutputStream in = jvm.process().getOutputStream()) {
      in.write('\n');
    }
    return jvm.await();
  }

  private static void attach(Lab lab, Jvm jvm) throws IOException, Broken {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(jvm.process().pid()));
      try {
        machine.loadAgent(lab.agent().toString(), PROFILES);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new Broken("it could not be attached to: " + e);
    } catch (com.sun.tools.attach.AgentLoadException
        | com.sun.tools.attach.AgentInitializationException e) {
      throw new Broken("the agent could not be loaded: " + e);
    }
  }
}
