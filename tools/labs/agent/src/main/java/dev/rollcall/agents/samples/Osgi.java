package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.Activator;
import dev.rollcall.agents.samples.program.Framework;
import dev.rollcall.agents.samples.program.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A bundle, with its driver inside, in Equinox. */
final class Osgi implements Sample {
  @Override
  public String name() {
    return "OSGi: a bundle in Equinox";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Path bundle = lab.directory().resolve("bundle.jar");
    ClassFiles.jar(
        bundle,
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "sample",
            "Bundle-Version", "1.0.0",
            "Bundle-Activator", Activator.class.getName(),
            "Bundle-ClassPath", ".,h2.jar",
            "Import-Package", "org.osgi.framework",
            "DynamicImport-Package", "*"),
        Map.of("h2.jar", Lab.jar("h2-")),
        Activator.class,
        Work.class);
    Turns.of(lab)
        .run(
            what ->
                List.of(
                    "-cp",
                    Lab.classPath("org.eclipse.osgi-"),
                    Framework.class.getName(),
                    what,
                    lab.directory().resolve("storage-" + System.nanoTime()).toString(),
                    bundle.toUri().toString()));
  }
}
