package dev.rollcall.agent.profile;

import dev.rollcall.agent.hook.ArrowHooks;
import dev.rollcall.agent.hook.ConstructionHooks;
import dev.rollcall.agent.hook.HttpHooks;
import dev.rollcall.agent.hook.StreamHooks;
import dev.rollcall.agent.weave.Bridge;
import dev.rollcall.agent.weave.Point.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The classes that profiles watch by name. */
public final class Watches {
  private Watches() {}

  /** Those of some profiles. */
  public static List<Watch> of(
      Set<ProfileName> profiles,
      StreamHooks streams,
      ConstructionHooks construction,
      HttpHooks http,
      ArrowHooks arrow) {
    List<Watch> watches = new ArrayList<>();
    watches.add(loading());
    for (ProfileName profile : profiles) {
      watches.addAll(
          switch (profile) {
            case FILES -> FileProfile.watches(streams);
            case SOCKETS -> SocketProfile.watches(streams);
            case SELECTORS -> OtherProfiles.selectors(streams);
            case EXECUTORS -> OtherProfiles.executors(streams, construction);
            case PROCESSES -> OtherProfiles.processes(streams);
            case HTTP -> OtherProfiles.http(streams, http);
            case ARROW -> OtherProfiles.arrow(streams, construction, arrow);
            case JDBC, NETTY -> List.of(); // by other means
          });
    }
    return watches;
  }

  /** The class loaders of the JDK, which load our classes, too. */
  private static Watch loading() {
    String method = "loadClassOrNull(Ljava/lang/String;Z)Ljava/lang/Class;";
    return Watch.of("jdk.internal.loader.BuiltinClassLoader")
        .beforeAny(Bridge.LOADING, Value.NONE, method)
        .afterAny(Bridge.LOADED, Value.NONE, method)
        .onThrow(Bridge.LOADED, method);
  }
}
