package org.novacat.jobs.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the table of a workspace holds, read past novacat by DynamoDB's own protocol, so that the
 * tests do not believe the code that they test.
 */
final class Items {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** DynamoDB Local asks for a signature of this form and checks none. */
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final URI endpoint;

  Items(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** All items by key. */
  SortedMap<String, Item> all() {
    return scan(JSON.createObjectNode().put("ConsistentRead", true));
  }

  /** All items of one kind. */
  List<Item> of(String entityType) {
    return Stream.of(all())
        .flatMap(all -> all.values().stream())
        .filter(i -> i.is(entityType))
        .toList();
  }

  /** What the eligibility index shows, by the keys of the items. */
  SortedMap<String, Item> eligible() {
    return scan(JSON.createObjectNode().put("IndexName", "EligibilityIndex"));
  }

  /** Number of products that the eligibility index shows. */
  int eligibleCount() {
    ObjectNode count = JSON.createObjectNode().put("IndexName", "EligibilityIndex");
    return ask(count.put("Select", "COUNT")).get("Count").asInt();
  }

  private SortedMap<String, Item> scan(ObjectNode request) {
    SortedMap<String, Item> items = new TreeMap<>();
    JsonNode page;
    do {
      page = ask(request);
      for (JsonNode attributes : page.get("Items")) {
        Item item = new Item((ObjectNode) attributes);
        items.put(item.key(), item);
      }
      request.set("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    } while (page.has("LastEvaluatedKey"));
    return items;
  }

  private JsonNode ask(ObjectNode request) {
    HttpRequest scan =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "DynamoDB_20120810.Scan")
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("Authorization", SIGNATURE)
            .POST(
                HttpRequest.BodyPublishers.ofString(request.put("TableName", "NovaCat").toString()))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(scan, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new InterruptedIOException("while scanning"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
