package depot;

import org.springframework.stereotype.Service;

/** Makes a label: drawn here, kept by the archive, sent to the customer. */
@Service
class Labels {
  private final LabelArchive archive;
  private final LabelSender sender;

  Labels(LabelArchive archive, LabelSender sender) {
    this.archive = archive;
    this.sender = sender;
  }

  void print(long order) {
    Buffer buffer = new Buffer();
    buffer.draw("order " + order);
    archive.keep(buffer);
    sender.send(buffer, order);
  }
}
