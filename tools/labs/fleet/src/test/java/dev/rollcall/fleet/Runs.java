package dev.rollcall.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.fleet.made.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.scheduler.SparkListener;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A fleet, what the job says of it on two cores, and what the tool says of the same files on one
 * machine: made once for all tests.
 *
 * @param fleet as it was planned
 * @param directory where everything is
 * @param summary what the job said at its end
 * @param said what the tool said on standard error
 */
record Runs(Fleet fleet, Path directory, Summary summary, List<String> said) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Gives a test the runs. */
  static final class Given implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Runs.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Runs.class, type -> make(), Runs.class);
    }

    private static Runs make() {
      try {
        return Runs.make(Integer.getInteger("fleet.jvms", 50));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (IOException | FleetException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Runs make(int jvms) throws IOException, FleetException, InterruptedException {
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fleet");
    Fleet fleet = new Fleet(directory, jvms, 1, 1);
    fleet.write();
    Summary summary =
        Local.run(
            2,
            new SparkListener() {},
            fleet.recordings(),
            directory.resolve("spark"),
            fleet.codeowners());
    List<String> arguments = new ArrayList<>(List.of("report", "--format", "json"));
    arguments.addAll(OneMachine.recordings(fleet.recordings()));
    List<String> said = OneMachine.run(arguments, directory.resolve("one.json"));
    return new Runs(fleet, directory, summary, said);
  }

  /** Where the job wrote to. */
  Path spark() {
    return directory.resolve("spark");
  }

  /** The job's report. */
  JsonNode merged() throws IOException {
    return JSON.readTree(spark().resolve("report.json").toFile());
  }

  /** The report of one machine. */
  JsonNode whole() throws IOException {
    return JSON.readTree(directory.resolve("one.json").toFile());
  }
}
