package dev.rollcall.agent;

import dev.rollcall.agent.hook.ArrowHooks;
import dev.rollcall.agent.hook.ConstructionHooks;
import dev.rollcall.agent.hook.Hooks;
import dev.rollcall.agent.hook.HttpHooks;
import dev.rollcall.agent.hook.JdbcHooks;
import dev.rollcall.agent.hook.Resources;
import dev.rollcall.agent.hook.StreamHooks;
import dev.rollcall.agent.hook.TrackHooks;
import dev.rollcall.agent.hook.Weaving;
import dev.rollcall.agent.profile.ProfileName;
import dev.rollcall.agent.profile.Track;
import dev.rollcall.agent.profile.Watches;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rules and the hooks of what is switched on. */
final class Profiles {
  private Profiles() {}

  /** The rules; the hooks that they name are added to the others. */
  static Rules rules(
      AgentOptions options,
      Hooks hooks,
      Resources resources,
      Weaving weaving,
      Inventory inventory) {
    if (options.profiles().contains(ProfileName.HTTP) && !hasModule("java.net.http")) {
      inventory.leaveOut(ProfileName.HTTP.word(), "this Java has no module java.net.http");
    }
    StreamHooks streams = new StreamHooks(hooks, resources);
    ConstructionHooks construction = new ConstructionHooks(hooks, resources, weaving);
    HttpHooks http = new HttpHooks(hooks, resources);
    JdbcHooks jdbc = jdbc(options, hooks, resources, weaving, inventory);
    TrackHooks track =
        options.tracks().isEmpty()
            ? null
            : new TrackHooks(hooks, resources, construction, weaving, name -> ends(options, name));
    return new Rules(
        Watches.of(
            options.profiles(), streams, construction, http, new ArrowHooks(hooks, resources)),
        options.tracks(),
        construction,
        track,
        jdbc,
        options.profiles().contains(ProfileName.NETTY) ? new NettySwitch(inventory) : null);
  }

  private static Set<String> ends(AgentOptions options, String className) {
    return options.tracks().stream()
        .filter(track -> track.pattern().matches(className))
        .findFirst()
        .map(Track::ends)
        .orElse(Set.of());
  }

  private static @Nullable JdbcHooks jdbc(
      AgentOptions options,
      Hooks hooks,
      Resources resources,
      Weaving weaving,
      Inventory inventory) {
    if (!options.profiles().contains(ProfileName.JDBC)) {
      return null;
    }
    if (!hasModule("java.sql")) {
      inventory.leaveOut(ProfileName.JDBC.word(), "this Java has no module java.sql");
      return null;
    }
    return new JdbcHooks(hooks, resources, weaving);
  }

  private static boolean hasModule(String name) {
    return ModuleLayer.boot().findModule(name).isPresent();
  }
}
