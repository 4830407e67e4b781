package org.novacat.jobs.endtoend;

import java.nio.file.attribute.FileTime;

/** An object of a bucket: equal ones hold equal bytes and were written once. */
record StoredFile(long length, String sha256, FileTime modified) {}
