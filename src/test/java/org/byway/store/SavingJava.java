package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Starts {@link SavingProcess} in a Java of its own, the fastest way there is: from one jar and a cache of loaded classes. */
final class SavingJava {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path cache;
    private final String classPath;

    private SavingJava(Path folder) throws IOException {
        this.cache = folder.resolve("classes.aot");
        Path jar = jar(folder);
        this.classPath = Stream.of(jar, place(JsonNode.class), place(JsonParser.class), place(JsonFormat.class))
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Makes the jar, and the cache by a first run (JEP 514). */
    static SavingJava prepare(Path folder) throws IOException, InterruptedException {
        SavingJava java = new SavingJava(folder);
        Process first = java.start("-XX:AOTCacheOutput=" + java.cache, folder.resolve("first"), "first", 1);
        String said = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(first.waitFor()).as(said).isZero();
        return java;
    }

    Process start(Path profile, String prefix, int count) throws IOException {
        return start("-XX:AOTCache=" + cache, profile, prefix, count);
    }

    private Process start(String cacheOption, Path profile, String prefix, int count) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK);
        command.addAll(List.of(cacheOption, "-cp", classPath, SavingProcess.class.getName(), profile.toString(), prefix,
                Integer.toString(count)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The cache takes no classes from folders. */
    private static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("store.jar");
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Path classes : List.of(place(Profile.class), place(SavingProcess.class))) {
                for (String room : List.of("org/byway/store", "org/byway/model")) {
                    addClasses(zip, classes, classes.resolve(room));
                }
            }
        }
        return jar;
    }

    private static void addClasses(ZipOutputStream zip, Path root, Path room) throws IOException {
        if (!Files.isDirectory(room)) {
            return;
        }
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
