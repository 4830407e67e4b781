package org.novacat.transforms.photometry.read.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an archive is whose members are parts of one document. */
enum ZipKind {
  EXCEL("xl/", "an Excel workbook", "Save the sheet with the table as CSV, and upload that"),
  SPREADSHEET(
      "content.xml",
      "a spreadsheet or another document of LibreOffice (OpenDocument)",
      "Save the sheet with the table as CSV, and upload that"),
  NUMBERS(
      "Index/",
      "a document of Numbers or Pages",
      "Export the sheet with the table as CSV, and upload that"),
  WORD("word/", "a Word document", "Copy the table into a file of plain text, and upload that"),
  SLIDES("ppt/", "a PowerPoint file", "Upload the table itself as CSV"),
  NUMPY(
      ".npy",
      "arrays of NumPy (.npz)",
      "Write them as the columns of one table of text, with names, and upload that");

  private final String part;
  private final String what;
  private final String remedy;

  ZipKind(String part, String what, String remedy) {
    this.part = part;
    this.what = what;
    this.remedy = remedy;
  }

  /** The kind that the names of members tell; null when they are files of their own. */
  static @Nullable ZipKind of(List<String> members) {
    for (ZipKind kind : values()) {
      if (members.stream().anyMatch(kind::tells)) {
        return kind;
      }
    }
    return null;
  }

  private boolean tells(String member) {
    return part.endsWith("/")
        ? member.startsWith(part)
        : part.startsWith(".") ? member.endsWith(part) : member.equals(part);
  }

  String what() {
    return "it is " + what;
  }

  String remedy() {
    return remedy;
  }
}
