package org.byway.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The steps on a real disk up to a chosen one, at which the power goes; a write then leaves the half of its bytes. */
final class StoppingSteps implements FileSteps {
    private final FileSteps disk = new DiskSteps();
    private int left;

    StoppingSteps(int left) {
        this.left = left;
    }

    /** Not an exception that a program could catch and tidy up after. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    boolean hasStopped() {
        return left < 0;
    }

    @Override
    public void write(Path file, Content whole) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        whole.writeTo(bytes);
        byte[] content = bytes.toByteArray();
        if (left == 0) {
            disk.write(file, Arrays.copyOf(content, content.length / 2));
        }
        step();
        disk.write(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        disk.rename(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
        disk.syncFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        disk.delete(file);
    }

    private void step() {
        left--;
        if (left < 0) {
            throw new PowerCut();
        }
    }
}
