package dev.rollcall.cases;

import dev.rollcall.LeakChecker;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** A client of a service that answers some requests with 204, and the others with a text. */
final class RetrofitNoContent {
  private static final int EMPTY = 30;

  private RetrofitNoContent() {}

  interface Service {
    @GET("items/{id}")
    Call<ResponseBody> item(@Path("id") int id);
  }

  /** What a body holds, closed with it. */
  private static class Content extends ForwardingSource {
    Content(String text) {
      super(new Buffer().writeUtf8(text));
    }
  }

  /** Says so. */
  private static final class RegisteredContent extends Content {
    private boolean closed;

    RegisteredContent(String text) {
      super(text);
      LeakChecker.global().register(this);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        LeakChecker.global().unregister(this);
      }
      super.close();
    }
  }

  /** The body of a response, which somebody has to close. */
  private static final class Body extends ResponseBody {
    private final BufferedSource source;

    Body(String text, boolean watched) {
      source = Okio.buffer(watched ? new Content(text) : new RegisteredContent(text));
    }

    @Override
    public MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }

  public static void main(String[] args) throws IOException {
    boolean watched = Operations.areWatched(args);
    Interceptor answers =
        chain -> {
          boolean empty = chain.request().url().encodedPath().endsWith("0");
          return new Response.Builder()
              .request(chain.request())
              .protocol(Protocol.HTTP_1_1)
              .code(empty ? 204 : 200)
              .message("as expected")
              .body(new Body(empty ? "" : "an item", watched))
              .build();
        };
    Service service =
        new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .client(new OkHttpClient.Builder().addInterceptor(answers).build())
            .build()
            .create(Service.class);
    int empty = 0;
    for (boolean nothing : Operations.of(args, EMPTY)) {
      retrofit2.Response<ResponseBody> response = service.item(nothing ? 0 : 1).execute();
      if (response.code() == 204) {
        empty++;
      } else {
        response.body().close();
      }
    }
    if (empty != EMPTY) {
      throw new IllegalStateException(empty + " responses were empty.");
    }
  }
}
