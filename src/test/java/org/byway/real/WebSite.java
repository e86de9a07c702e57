package org.byway.real;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site on loopback: a page, a page that needs 100 resources, and how often it was asked. */
final class WebSite implements AutoCloseable {
    static final int RESOURCES = 100;

    private final HttpServer server;
    private final AtomicInteger resources = new AtomicInteger();

    WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serve("/", "text/plain", "a page");
        serve("/many", "text/html", manyResources());
        server.createContext("/resource", exchange -> {
            resources.incrementAndGet();
            byte[] body = "loaded++;".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/javascript");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    /** Under a name, so that a wrong look-up on this computer would show. */
    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    int resourcesServed() {
        return resources.get();
    }

    private void serve(String path, String type, String text) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private static String manyResources() {
        return IntStream.range(0, RESOURCES).mapToObj(i -> "<script src=/resource/" + i + "></script>")
                .collect(Collectors.joining("", "<!doctype html><script>let loaded=0</script>",
                        "<p id=sum></p><script>document.getElementById('sum').textContent='loaded '+loaded</script>"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
