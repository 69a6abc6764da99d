package dev.rollcall.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Examines mutants by number, which it reads from stdin; answers each with a line on stdout. */
final class Worker {
  private Worker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    // The schema validator's logging complains once that nobody listens; not while we do.
    LoggerFactory.getILoggerFactory();
    Mutator mutator = new Mutator(Original.read(Path.of(args[0])), Long.parseLong(args[1]));
    Path file = Path.of(args[2]);
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    BufferedReader numbers = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String number = numbers.readLine(); number != null; number = numbers.readLine()) {
      answers.println(answer(mutator.mutant(Integer.parseInt(number)), file));
    }
  }

  /** What a thread of the tool or of the parser prints past the command line counts as well. */
  private static String answer(Mutator.Mutant mutant, Path file)
      throws IOException, InterruptedException {
    ByteArrayOutputStream stray = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(stray, true, UTF_8));
    try {
      Files.write(file, mutant.bytes());
      Examination.Result result = Examination.of(mutant, file);
      List<String> failures = result.failures();
      if (stray.size() > 0) {
        failures.add("printed to stderr: " + stray.toString(UTF_8));
      }
      String line = String.join("; ", failures).replaceAll("[\\p{Cntrl}]+", " ");
      return result.code() + "\t" + result.trusted() + "\t" + line;
    } finally {
      System.setErr(before);
    }
  }
}
