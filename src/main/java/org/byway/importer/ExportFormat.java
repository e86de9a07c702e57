package org.byway.importer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.model.Secret;

/** The formats that Byway writes, each of which it reads again; the one list of them. */
public enum ExportFormat {
    /** one share link a line */
    LINKS,
    /** the same as the body of a subscription: Base64 (RFC 4648, section 4) in one line */
    BASE64;

    /**
     * A list as text.
     *
     * @param text     holds every password, so it prints as a mask
     * @param written  how many entries are in it
     * @param leftOut  what this format has no words for
     */
    public record Export(Secret text, int written, List<ListEntry> leftOut) {
        public Export {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** As on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Export write(EndpointList list) {
        StringBuilder lines = new StringBuilder();
        List<ListEntry> leftOut = new ArrayList<>();
        for (ListEntry entry : list.entries()) {
            Optional<Secret> link = ShareLinks.write(entry);
            link.ifPresentOrElse(it -> lines.append(it.reveal()).append('\n'), () -> leftOut.add(entry));
        }
        return new Export(Secret.of(wrapped(lines.toString())), list.size() - leftOut.size(), leftOut);
    }

    private String wrapped(String links) {
        return switch (this) {
            case LINKS -> links;
            case BASE64 -> Base64.getEncoder().encodeToString(links.getBytes(StandardCharsets.UTF_8)) + "\n";
        };
    }
}
