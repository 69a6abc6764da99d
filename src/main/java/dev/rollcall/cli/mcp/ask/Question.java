package dev.rollcall.cli.mcp.ask;

import dev.rollcall.cli.mcp.files.Refusal;

/** One kind of question. It changes nothing, whatever it is asked with. */
public interface Question {
  /** What it is called. */
  String name();

  /** The same for people. */
  String title();

  /** What it answers, for whoever has to choose one. */
  String meaning();

  /** What it may be asked with. */
  Schema asks();

  /** What the fields of its answers are. */
  Schema answers();

  /**
   * The answer.
   *
   * @throws Refusal if there is none
   */
  Answer answer(Arguments arguments) throws Refusal;
}
