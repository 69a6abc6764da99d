package dev.rollcall.cases;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.LeakChecker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A client that posts to a server; some bodies are streams, each of which can be sent only once.
 */
final class HttpLease {
  private static final int STREAMS = 20;

  private HttpLease() {}

  /** A pool in which a connection is registered from its lease to its release. */
  private static final class Pool extends PoolingHttpClientConnectionManager {
    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, Object state) {
      LeaseRequest request = super.lease(id, route, timeout, state);
      return new LeaseRequest() {
        @Override
        public ConnectionEndpoint get(Timeout atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
          ConnectionEndpoint leased = request.get(atMost);
          LeakChecker.global().register(leased);
          return leased;
        }

        @Override
        public boolean cancel() {
          return request.cancel();
        }
      };
    }

    @Override
    public void release(ConnectionEndpoint endpoint, Object state, TimeValue keepAlive) {
      LeakChecker.global().unregister(endpoint);
      super.release(endpoint, state, keepAlive);
    }
  }

  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer = {'o', 'k'};
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    PoolingHttpClientConnectionManager pool =
        Operations.areWatched(args) ? new PoolingHttpClientConnectionManager() : new Pool();
    pool.setMaxTotal(STREAMS + 1);
    pool.setDefaultMaxPerRoute(STREAMS + 1);
    try (CloseableHttpClient client = HttpClients.custom().setConnectionManager(pool).build()) {
      for (boolean stream : Operations.of(args, STREAMS)) {
        HttpPost post =
            new HttpPost("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
        byte[] body = {1, 2, 3};
        post.setEntity(
            stream
                ? new InputStreamEntity(
                    new ByteArrayInputStream(body), body.length, ContentType.DEFAULT_BINARY)
                : new ByteArrayEntity(body, ContentType.DEFAULT_BINARY));
        // The response is not closed: to read its content to the end gives the connection back.
        ClassicHttpResponse response = client.execute(post);
        if (EntityUtils.toByteArray(response.getEntity()).length != answer.length) {
          throw new IllegalStateException("Another answer was expected.");
        }
      }
    }
    server.stop(0);
  }
}
