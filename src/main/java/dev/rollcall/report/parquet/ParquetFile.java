package dev.rollcall.report.parquet;

import dev.rollcall.report.table.Row;
import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A table as one Parquet file. The same rows give the same bytes: nothing in it depends on when or
 * where it was written.
 */
public final class ParquetFile {
  /** Ends the name of such a file. */
  public static final String ENDING = ".parquet";

  /** In the file's own notes: the version of the tables. */
  static final String VERSION = "rollcall.schema.version";

  private ParquetFile() {}

  /**
   * Writes a file; the stream stays open.
   *
   * @param notes what is said of the whole file, beside the version of the tables
   * @return how many rows it has
   */
  public static long write(
      Table table, Iterator<Row> rows, SortedMap<String, String> notes, OutputStream out)
      throws IOException {
    SortedMap<String, String> all = new TreeMap<>(notes);
    all.put(VERSION, Integer.toString(Tables.SCHEMA_VERSION));
    long count = 0;
    try (ParquetWriter<Row> writer =
        new Builder(new StreamOutput(out), table)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new GzipCodec())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withExtraMetaData(all)
            .build()) {
      while (rows.hasNext()) {
        writer.write(rows.next());
        count++;
      }
    }
    return count;
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final Table table;

    Builder(StreamOutput out, Table table) {
      super(out);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriter(table);
    }

    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new RowWriter(table);
    }
  }
}
