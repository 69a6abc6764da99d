package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.Plain;
import dev.rollcall.agents.samples.program.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * A modular application, {@code java -p mods -m sample/...}, with a driver that is a module, too.
 */
final class Modules implements Sample {
  @Override
  public String name() {
    return "modules";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Path modules = lab.directory().resolve("mods");
    Path module = Files.createDirectories(modules.resolve("sample"));
    Path source = lab.directory().resolve("module-info.java");
    Files.writeString(source, "module sample { requires java.sql; requires com.h2database; }");
    Files.copy(Lab.jar("h2-"), modules.resolve("h2.jar"));
    for (Class<?> each : List.of(Plain.class, Work.class)) {
      ClassFiles.copy(each, module);
    }
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--release",
                "17",
                "-p",
                modules.resolve("h2.jar").toString(),
                "-d",
                module.toString(),
                source.toString());
    if (status != 0) {
      throw new Broken("its module-info does not compile");
    }
    Turns.of(lab)
        .run(
            what ->
                List.of("-p", modules.toString(), "-m", "sample/" + Plain.class.getName(), what));
  }
}
