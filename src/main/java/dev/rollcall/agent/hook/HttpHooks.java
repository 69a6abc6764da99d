package dev.rollcall.agent.hook;

import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of HTTP responses that the program reads as streams: open when it asks for the body,
 * over when it has read to the end or closed it.
 */
public final class HttpHooks {
  private static final String BODY =
      "jdk.internal.net.http.ResponseSubscribers$HttpResponseInputStream";

  private final Resources resources;
  private final WeakIdentityMap<Boolean> over = new WeakIdentityMap<>();

  /** The value is the body of a response. */
  public final int opened;

  /** The body is closed. */
  public final int closed;

  /** The value is what the body has next; nothing at its end. */
  public final int read;

  /** Those that tell these resources. */
  public HttpHooks(Hooks hooks, Resources resources) {
    this.resources = resources;
    closed = hooks.release((self, value) -> closed(self));
    read = hooks.release(this::read);
    opened = hooks.other((self, value) -> opened(value));
  }

  private void opened(@Nullable Object body) {
    if (body != null && body.getClass().getName().equals(BODY) && over.get(body) == null) {
      resources.openedByProgram(body, null);
    }
  }

  private void closed(@Nullable Object body) {
    if (body != null) {
      over.put(body, true);
      resources.closed(body);
    }
  }

  private void read(@Nullable Object body, @Nullable Object next) {
    if (next instanceof Buffer buffer && buffer.capacity() == 0) {
      closed(body);
    }
  }
}
