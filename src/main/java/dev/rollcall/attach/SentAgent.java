package dev.rollcall.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the agent says that was sent into a running JVM.
 *
 * @param words what it watches; or why it does not
 * @param isWatching whether it watches
 */
public record SentAgent(String words, boolean isWatching) {
  /** Set by the agent, whose own package has another name in its jar. */
  private static final String WATCHES = "dev.rollcall.coverage";

  private static final String REFUSED = "dev.rollcall.refusal";

  /**
   * Sends it.
   *
   * @param jar the agent's jar
   * @param options what it is to watch
   * @throws NotAttachedException if there is no such JVM, or it takes no agent
   */
  public static SentAgent into(long pid, Path jar, String options) throws NotAttachedException {
    Attach.checkModules();
    new Target(pid).check(NamedJvm.isListed(pid));
    try {
      VirtualMachine vm = VirtualMachine.attach(String.valueOf(pid));
      try {
        vm.loadAgent(jar.toAbsolutePath().toString(), options);
        return answer(pid, vm.getSystemProperties());
      } finally {
        vm.detach();
      }
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new NotAttachedException(
          "JVM "
              + pid
              + " takes no agent ("
              + e.getMessage()
              + "); start it without -XX:+DisableAttachMechanism and"
              + " -XX:-EnableDynamicAgentLoading, or with -javaagent:"
              + jar.getFileName());
    } catch (IOException e) {
      throw AttachedJvm.lost(pid, e);
    }
  }

  private static SentAgent answer(long pid, Properties properties) throws NotAttachedException {
    @Nullable String refused = properties.getProperty(REFUSED);
    @Nullable String watches = properties.getProperty(WATCHES);
    if (refused == null && watches == null) {
      throw NotAttachedException.silent(pid);
    }
    return refused != null ? new SentAgent(refused, false) : new SentAgent(watches, true);
  }
}
