package dev.rollcall.agent.hook;

import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The hooks of files, sockets and all else that is opened and closed by its own methods. */
public final class StreamHooks {
  private final Resources resources;

  /** Asked in place of the sockets, whose methods the program may have written. */
  private final WeakIdentityMap<Boolean> connectedSockets = new WeakIdentityMap<>();

  /** The object is open; the value tells which it is. */
  public final int opened;

  /** The object is open, unless it has a parent that is: the value is a description and that. */
  public final int openedWithoutParent;

  /** The object is a socket that was connected, and so is open. */
  public final int socketConnected;

  /** The value is open. */
  public final int openedValue;

  /** The object is closed, or soon will be. */
  public final int closed;

  /** The object could not be connected: the value is why. */
  public final int notConnected;

  /** The object is a process that has begun, and may have ended since. */
  public final int begun;

  /** The object is used. */
  public final int used;

  /** The object was connected to the value. */
  public final int connected;

  /** Those that tell these resources. */
  public StreamHooks(Hooks hooks, Resources resources) {
    this.resources = resources;
    closed = hooks.release(new Hook(this, Told.CLOSED));
    notConnected = hooks.release(new Hook(this, Told.NOT_CONNECTED));
    opened = hooks.other(new Hook(this, Told.OPENED));
    openedWithoutParent = hooks.other(new Hook(this, Told.OPENED_WITHOUT_PARENT));
    socketConnected = hooks.other(new Hook(this, Told.SOCKET_CONNECTED));
    openedValue = hooks.other(new Hook(this, Told.OPENED_VALUE));
    begun = hooks.other(new Hook(this, Told.BEGUN));
    used = hooks.other(new Hook(this, Told.USED));
    connected = hooks.other(new Hook(this, Told.CONNECTED));
  }

  private enum Told {
    CLOSED,
    NOT_CONNECTED,
    OPENED,
    OPENED_WITHOUT_PARENT,
    SOCKET_CONNECTED,
    OPENED_VALUE,
    BEGUN,
    USED,
    CONNECTED
  }

  /** One class for all, and no lambdas: each would be linked at the start of the program. */
  private record Hook(StreamHooks hooks, Told told)
      implements BiConsumer<@Nullable Object, @Nullable Object> {
    @Override
    public void accept(@Nullable Object self, @Nullable Object value) {
      switch (told) {
        case CLOSED -> hooks.closed(self);
        case NOT_CONNECTED -> hooks.notConnected(self, value);
        case OPENED -> hooks.opened(self, value);
        case OPENED_WITHOUT_PARENT -> hooks.openedWithoutParent(self, value);
        case SOCKET_CONNECTED -> hooks.socketConnected(self, value);
        case OPENED_VALUE -> hooks.opened(value, null);
        case BEGUN -> hooks.begun(self, value);
        case USED -> hooks.used(self);
        case CONNECTED -> hooks.connected(self, value);
      }
    }
  }

  private void opened(@Nullable Object self, @Nullable Object value) {
    if (self != null) {
      resources.opened(self, Descriptions.of(value));
    }
  }

  private void openedWithoutParent(@Nullable Object self, @Nullable Object value) {
    if (self != null && value instanceof Object[] both && both[1] == null) {
      resources.opened(self, Descriptions.of(both[0]));
    }
  }

  private void socketConnected(@Nullable Object self, @Nullable Object value) {
    if (self != null) {
      connectedSockets.put(self, true);
      opened(self, value);
    }
  }

  private void closed(@Nullable Object self) {
    if (self != null) {
      resources.closed(self);
    }
  }

  /**
   * Another thread may have noted the end of the process before it was registered here, or is to
   * note it afterwards: so it is looked at when it is registered.
   */
  private void begun(@Nullable Object self, @Nullable Object value) {
    opened(self, value);
    if (self instanceof Process process && !process.isAlive()) {
      closed(process);
    }
  }

  private void used(@Nullable Object self) {
    if (self != null) {
      resources.used(self);
    }
  }

  private void connected(@Nullable Object self, @Nullable Object value) {
    String to = Descriptions.of(value);
    if (self != null && to != null) {
      resources.noted(self, "connected to " + to);
    }
  }

  /**
   * A socket that was bound is closed by the JDK when it cannot be connected, though it does not
   * say so; but not where it was connected already, or the attempt was not made.
   */
  private void notConnected(@Nullable Object self, @Nullable Object why) {
    if (self instanceof Socket socket
        && why instanceof IOException
        && !(why instanceof UnknownHostException)
        && connectedSockets.get(socket) == null) {
      resources.closed(socket);
    }
  }
}
