package org.byway.real;

import java.nio.file.Path;
import java.util.List;

/** Chromium without a window, that speaks to nobody but the page and its proxy. */
final class Chromium {
    private Chromium() {}

    /** The command that prints the loaded page; skips the test where there is no Chromium. */
    static List<String> dump(Path folder, String proxy, String url) {
        Program.require("chromium");
        return List.of("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--proxy-server=" + proxy, "--proxy-bypass-list=<-loopback>",
                "--user-data-dir=" + folder.resolve("chromium"), "--dump-dom", url);
    }
}
