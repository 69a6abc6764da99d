package dev.rollcall.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Pattern PIECE =
      Pattern.compile("\u001b\\[(\\??)([0-9]*)([A-Za-z])|([^\u001b])", Pattern.DOTALL);

  /** A terminal as xterm is one: behind the last column the cursor waits on it. */
  private static final class Terminal {
    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private boolean wraps = true;

    Terminal(int columns) {
      this.columns = columns;
    }

    List<String> shown() {
      return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    void write(String text) {
      Matcher piece = PIECE.matcher(text);
      while (piece.find()) {
        if (piece.group(4) != null) {
          put(piece.group(4).charAt(0));
        } else {
          control(piece.group(3).charAt(0), piece.group(2), !piece.group(1).isEmpty());
        }
      }
    }

    private void control(char what, String number, boolean isPrivate) {
      switch (what) {
        case 'A' -> row = Math.max(0, row - Integer.parseInt(number));
        case 'K' -> line().setLength(Math.min(line().length(), Math.min(column, columns - 1)));
        case 'J' -> {
          line().setLength(Math.min(line().length(), column));
          lines.subList(row + 1, lines.size()).clear();
        }
        case 'm' -> {}
        case 'l', 'h' -> {
          assertThat(number).isEqualTo("7");
          assertThat(isPrivate).isTrue();
          wraps = what == 'h';
        }
        default -> throw new AssertionError(what);
      }
    }

    private void put(char one) {
      if (one == '\r') {
        column = 0;
      } else if (one == '\n') {
        down();
      } else {
        if (column == columns && wraps) {
          down();
        }
        column = Math.min(column, columns - 1);
        line().append(" ".repeat(Math.max(0, column + 1 - line().length())));
        line().setCharAt(column, one);
        column++;
      }
    }

    private void down() {
      column = 0;
      row++;
      if (row == lines.size()) {
        lines.add(new StringBuilder());
      }
    }

    private StringBuilder line() {
      return lines.get(row);
    }
  }

  private final Terminal terminal = new Terminal(10);
  private final Screen screen = new Screen(true);

  @Test
  void theNextTakesThePlaceOfTheOneBefore() {
    terminal.write(screen.show(List.of("1 open", "TYPE", "long one", "gone")));
    terminal.write(screen.show(List.of("2 open", "TYPE", "short")));

    assertThat(terminal.shown()).containsExactly("2 open", "TYPE", "short", "");
  }

  @Test
  void aLineThatFillsTheTerminalIsWhole() {
    terminal.write(screen.show(List.of("0123456789", "ABCDEFGHIJ")));
    terminal.write(screen.show(List.of("0123456780", "ABCDEFGHIZ")));

    assertThat(terminal.shown()).containsExactly("0123456780", "ABCDEFGHIZ", "");
  }

  @Test
  void whatTheTerminalHasNoRoomForLeavesNothingBehind() {
    terminal.write(screen.show(List.of("0123456789abc", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")));
    terminal.write(screen.show(List.of("one", "two")));

    assertThat(terminal.shown()).containsExactly("one", "two", "");
  }

  @Test
  void whoWantsNoColourGetsNone() {
    assertThat(screen.show(List.of("1 open", "TYPE"))).contains("\u001b[1mTYPE\u001b[0m");
    assertThat(new Screen(false).show(List.of("1 open", "TYPE"))).doesNotContain("\u001b[1m");
  }
}
