package dev.rollcall.report.html;

import org.jspecify.annotations.Nullable;

/** Where a page leads to for a frame, and who answers for it. Asked once for each frame. */
public interface FrameLinks {
  /** Leads nowhere, and knows nobody. */
  FrameLinks NONE =
      new FrameLinks() {
        @Override
        public @Nullable String url(StackTraceElement frame) {
          return null;
        }

        @Override
        public @Nullable String owner(StackTraceElement frame) {
          return null;
        }
      };

  /** The address of its line, beginning with https:// or http://; {@code null} for none. */
  @Nullable String url(StackTraceElement frame);

  /** Who owns its file, as in {@code @acme/storage}; {@code null} where that is not known. */
  @Nullable String owner(StackTraceElement frame);
}
