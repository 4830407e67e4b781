package org.novacat.transforms.votable;

import javax.xml.stream.XMLInputFactory;

/** How XML of strangers is read. */
public final class VoXml {
  private VoXml() {}

  /** A factory of readers that resolve nothing outside the file and join texts. */
  public static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // What is wrong with a file is said by whoever refuses it, and not on the console.
    factory.setXMLReporter((message, type, related, location) -> {});
    return factory;
  }

  /** Whether the first characters of a text say that it is a VOTable. */
  public static boolean isVoTable(String head) {
    return head.stripLeading().startsWith("<")
        && (head.contains("<VOTABLE") || head.contains(":VOTABLE"));
  }
}
