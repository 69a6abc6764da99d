package dev.rollcall.agents.samples;

import dev.rollcall.agents.shop.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Spring Boot application: jars in a jar, a server, a pool. */
final class FatJar implements Sample {
  @Override
  public String name() {
    return "Spring Boot's fat jar";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Path jar = Shop.jar();
    Turns turns = Turns.expecting(lab, 1, new Leak(1, "java.sql.Connection", "shop.Stock.of"));
    for (String what : List.of("forget", "close")) {
      Jvm.Ended without = turn(lab, what, List.of("-jar", jar.toString()), "-without");
      List<String> with = new ArrayList<>(turns.agent(lab.directory().resolve(what + ".txt")));
      with.addAll(List.of("-jar", jar.toString()));
      turns.judge(what, without, turn(lab, what, with, "-with"));
    }
  }

  private static Jvm.Ended turn(Lab lab, String what, List<String> arguments, String label)
      throws IOException, InterruptedException, Broken {
    Jvm jvm = Jvm.start(lab, what + label, arguments);
    String answers;
    try {
      int port = Shop.port(jvm.awaitOutput("Started Shop"));
      answers = Shop.visit(port, "lamp") + '\n' + Shop.visit(port, "chair") + '\n';
      if (what.equals("forget")) {
        answers += Shop.visit(port, "table") + '\n'; // which forgets its connection
      }
    } finally {
      jvm.process().destroy();
    }
    Jvm.Ended ended = jvm.await();
    return new Jvm.Ended(ended.status(), answers, ended.errors());
  }
}
