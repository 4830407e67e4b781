package org.novacat.persistence.s3server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Buckets as folders. Below an object, which is a file, there is nothing; S3Proxy would give up.
 */
final class FolderStore extends ForwardingBlobStore {
  private static final int NOT_FOUND = 404;

  private final Path buckets;

  FolderStore(Path buckets) {
    super(new FilesystemNio2BlobStore(buckets.toString()));
    this.buckets = buckets;
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    requireNotBelowAFile(request.bucket(), request.key());
    return super.blobMetadata(request);
  }

  @Override
  public @Nullable HeadObjectResponse blobMetadataIfPresent(HeadObjectRequest request) {
    return isBelowAFile(request.bucket(), request.key())
        ? null
        : super.blobMetadataIfPresent(request);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    requireNotBelowAFile(request.bucket(), request.key());
    return super.getBlob(request);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return isBelowAFile(request.bucket(), request.key())
        ? DeleteObjectResponse.builder().build()
        : super.removeBlob(request);
  }

  private void requireNotBelowAFile(String bucket, String key) {
    if (isBelowAFile(bucket, key)) {
      throw NoSuchKeyException.builder()
          .statusCode(NOT_FOUND)
          .message("There is no object '%s'".formatted(key))
          .build();
    }
  }

  private boolean isBelowAFile(String bucket, String key) {
    Path root = buckets.resolve(bucket);
    Path path = root.resolve(key).getParent();
    while (path != null && !path.equals(root)) {
      if (Files.isRegularFile(path)) {
        return true;
      }
      path = path.getParent();
    }
    return false;
  }
}
