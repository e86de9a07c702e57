package org.byway.ui.shell;

import org.byway.ui.activity.ActivityView;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Icon;
import org.byway.ui.endpoints.EndpointsView;
import org.byway.ui.home.HomeView;
import org.byway.ui.imports.ImportsView;

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
    ACTIVITY("nav.activity", Icon.CLOCK) {
        @Override
        ScreenView open(ScreenContext context) {
            return new ActivityView(context);
        }
    };

    private final String titleKey;
    private final Icon icon;

    Screen(String titleKey, Icon icon) {
        this.titleKey = titleKey;
        this.icon = icon;
    }

    abstract ScreenView open(ScreenContext context);

    String titleKey() {
        return titleKey;
    }

    Icon icon() {
        return icon;
    }
}
