package dev.rollcall.analysis.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a path is of one request. */
final class PathTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "/orders/4711, /orders/{id}",
    "/orders/4711/lines/3?full=1&a=/b, /orders/{id}/lines/{id}",
    "POST /orders/4711 HTTP/1.1, POST /orders/{id} HTTP/1.1",
    "https://shop.acme.com:8443/cart#top, /cart",
    "/users/9f1c2b7e-07aa-4c0e-9a51-2f6d3b0c7a10/avatar, /users/{id}/avatar",
    "/blobs/deadbeef01, /blobs/{id}",
    "/t/eyJhbGciOiJIUzI1NiJ9, /t/{id}",
    "/orders/{orderId}, /orders/{orderId}",
    "/v1/api, /v1/api",
    "/facade/added, /facade/added",
    "/oauth2/callback-with-a-long-name, /oauth2/callback-with-a-long-name",
    "checkout 17, checkout 17",
  })
  void idsAreLeftOut(String path, String template) {
    assertThat(PathTemplate.of(path)).isEqualTo(template);
  }
}
