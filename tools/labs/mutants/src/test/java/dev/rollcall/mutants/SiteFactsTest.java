package dev.rollcall.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.mutants.SiteFacts.Fact;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteFactsTest {
  /** A call for each fact. */
  public static final class Places {
    private @Nullable ByteBuf held;

    /** The compiler writes a finally block once for all that is well, and once for exceptions. */
    void inFinally(ByteBuf buffer, Runnable work) {
      try {
        work.run();
      } finally {
        buffer.release();
      }
    }

    void replace(ByteBuf next) {
      if (held != null) {
        held.release();
      }
      held = next;
    }

    boolean either(ByteBuf buffer) {
      return buffer.isReadable() ? buffer.release() : buffer.release(1);
    }

    void close(boolean now, Statement statement) throws SQLException {
      synchronized (this) {
        if (now) {
          statement.close();
        }
      }
    }
  }

  private static Iterable<Fact> of(String site) throws IOException {
    return new SiteFacts().of(Site.parse(Places.class.getName() + "." + site));
  }

  @Test
  void aFinallyBlockIsInAHandlerTheSecondTime() throws IOException {
    String method = "inFinally(Lio/netty/buffer/ByteBuf;Ljava/lang/Runnable;)V";

    assertThat(of(method + "#0")).containsExactly(Fact.CAN_BE_REPEATED);
    assertThat(of(method + "#1"))
        .containsExactlyInAnyOrder(Fact.IN_HANDLER, Fact.ONE_OF_SEVERAL, Fact.CAN_BE_REPEATED);
  }

  @Test
  void aFieldThatIsSetAfterItsReleaseIsOverwritten() throws IOException {
    assertThat(of("replace(Lio/netty/buffer/ByteBuf;)V#0")).contains(Fact.BEFORE_FIELD_IS_SET);
  }

  @Test
  void aMethodWithSeveralCallsHasSeveralPaths() throws IOException {
    assertThat(of("either(Lio/netty/buffer/ByteBuf;)Z#0"))
        .containsExactlyInAnyOrder(Fact.ONE_OF_SEVERAL, Fact.CAN_BE_REPEATED);
    assertThat(of("either(Lio/netty/buffer/ByteBuf;)Z#1")).containsExactly(Fact.ONE_OF_SEVERAL);
  }

  @Test
  void aStatementBelongsToItsConnection() throws IOException {
    assertThat(of("close(ZLjava/sql/Statement;)V#0"))
        .containsExactlyInAnyOrder(Fact.OF_OWNED, Fact.IN_LOCKING_METHOD);
  }
}
