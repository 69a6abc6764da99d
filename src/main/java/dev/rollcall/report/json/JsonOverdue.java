package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import java.io.IOException;
import java.util.List;

/** Writes what the program itself found overdue, and reads it back. */
final class JsonOverdue {
  private static final String NAME = "overdue";

  private JsonOverdue() {}

  static void write(List<OverdueNotice> notices, JsonGenerator json, JsonHistory histories)
      throws IOException {
    if (notices.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(NAME);
    for (OverdueNotice notice : notices) {
      json.writeStartObject();
      histories.string("fingerprint", notice.fingerprint());
      histories.string("type", notice.type());
      json.writeNumberField("count", notice.counts().found());
      json.writeNumberField("returned", notice.counts().returned());
      json.writeNumberField("allowedMillis", notice.expectedMillis());
      json.writeNumberField("oldestMillis", notice.counts().oldestMillis());
      json.writeNumberField("longestReturnedMillis", notice.counts().longestReturnedMillis());
      histories.site(notice.site());
      json.writeObjectFieldStart("holder");
      histories.string("thread", notice.holder().thread());
      json.writeBooleanField("ended", notice.holder().hasEnded());
      histories.site(notice.holder().stack());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static List<OverdueNotice> read(JsonFields report) throws MalformedReportException {
    return report.has(NAME) ? report.list(NAME, JsonOverdue::notice) : List.of();
  }

  private static OverdueNotice notice(JsonFields notice) throws MalformedReportException {
    long count = notice.count("count", 1);
    long returned = notice.count("returned");
    if (returned > count) {
      throw notice.wrong("returned", "at most count");
    }
    return new OverdueNotice(
        notice.text("fingerprint"),
        notice.text("type"),
        JsonLives.site(notice),
        new OverdueNotice.Counts(
            count, returned, notice.count("oldestMillis"), notice.count("longestReturnedMillis")),
        notice.count("allowedMillis"),
        notice.object("holder", JsonOverdue::holder));
  }

  private static Holder holder(JsonFields holder) throws MalformedReportException {
    return new Holder(holder.text("thread"), holder.flag("ended"), JsonLives.site(holder));
  }
}
