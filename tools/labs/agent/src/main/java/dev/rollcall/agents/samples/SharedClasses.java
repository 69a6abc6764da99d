package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.Plain;
import dev.rollcall.agents.samples.program.Work;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * With an archive of classes, made by a run without the agent, or without it and ready for one.
 *
 * @param name which
 * @param since the first version of Java that has it
 * @param making the option that makes the archive, with its file
 * @param using the option that uses it
 * @param isMadeForAgent whether it was made with the module that every agent needs
 */
record SharedClasses(String name, int since, String making, String using, boolean isMadeForAgent)
    implements Sample {

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    // The JVM itself refuses to make these with an agent: AllowArchivingWithJavaAgent.
    all.add(
        new SharedClasses("CDS", 17, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", false));
    String itself = "-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=";
    all.add(new SharedClasses("CDS that makes itself", 19, itself, itself, false));
    String cache = "AOT cache, made ";
    all.add(
        new SharedClasses(
            cache + "without the agent", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=", false));
    all.add(
        new SharedClasses(
            cache + "for an agent", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=", true));
    return all;
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    // A class path of jars: archives have no classes of directories.
    Path application = lab.directory().resolve("sample.jar");
    ClassFiles.jar(application, Map.of(), Map.of(), Plain.class, Work.class);
    String path = application + File.pathSeparator + Lab.jar("h2-");
    Path archive = lab.directory().resolve("archive");
    List<String> training = new ArrayList<>();
    for (String option : making.split(" ", -1)) {
      training.add(option.endsWith("=") ? option + archive : option);
    }
    if (isMadeForAgent) {
      training.addAll(List.of("--add-modules", "java.instrument")); // which every agent adds
    }
    training.addAll(List.of("-cp", path, Plain.class.getName(), "close"));
    Jvm.Ended made = Jvm.start(lab, "training", training).await();
    if (made.status() != 0 || !Files.exists(archive)) {
      throw new Broken("no archive was made, status " + made.status() + ": " + lab.directory());
    }
    Turns.of(lab)
        .run(
            what -> {
              List<String> arguments = new ArrayList<>();
              for (String option : using.split(" ", -1)) {
                arguments.add(option.endsWith("=") ? option + archive : option);
              }
              arguments.addAll(List.of("-cp", path, Plain.class.getName(), what));
              return arguments;
            });
  }
}
