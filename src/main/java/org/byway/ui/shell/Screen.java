package org.byway.ui.shell;

import org.byway.ui.about.AboutView;
import org.byway.ui.activity.ActivityView;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.connections.ConnectionsView;
import org.byway.ui.control.Icon;
import org.byway.ui.endpoints.EndpointsView;
import org.byway.ui.home.HomeView;
import org.byway.ui.imports.ImportsView;
import org.byway.ui.settings.SettingsView;
import org.byway.ui.sources.SourcesView;

/** Every screen, in the order of the way between them: title, icon, constructor. */
enum Screen {
    HOME("nav.home", Icon.HOME) {
        @Override
        ScreenView open(ScreenContext context) {
            return new HomeView(context);
        }
    },
    ENDPOINTS("nav.endpoints", Icon.SERVERS) {
        @Override
        ScreenView open(ScreenContext context) {
            return new EndpointsView(context);
        }
    },
    ADDING("nav.adding", Icon.ADD) {
        @Override
        ScreenView open(ScreenContext context) {
            return new ImportsView(context);
        }
    },
    SOURCES("nav.sources", Icon.SOURCE) {
        @Override
        ScreenView open(ScreenContext context) {
            return new SourcesView(context);
        }
    },
    CONNECTIONS("nav.connections", Icon.FLOWS) {
        @Override
        ScreenView open(ScreenContext context) {
            return new ConnectionsView(context);
        }
    },
    ACTIVITY("nav.activity", Icon.CLOCK) {
        @Override
        ScreenView open(ScreenContext context) {
            return new ActivityView(context);
        }
    },
    SETTINGS("nav.settings", Icon.GEAR) {
        @Override
        ScreenView open(ScreenContext context) {
            return new SettingsView(context);
        }
    },
    ABOUT("nav.about", Icon.QUESTION) {
        @Override
        ScreenView open(ScreenContext context) {
            return new AboutView(context);
        }
    };

    private final String titleKey;
    private final Icon icon;

    Screen(String titleKey, Icon icon) {
        this.titleKey = titleKey;
        this.icon = icon;
    }

    abstract ScreenView open(ScreenContext context);

    /** Whether it is one of those for every day, which stand apart from the last two. */
    boolean isDaily() {
        return compareTo(SETTINGS) < 0;
    }

    String titleKey() {
        return titleKey;
    }

    Icon icon() {
        return icon;
    }
}
