package org.byway.ui.testing;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Drags of another program, which the toolkit has no way to make: its events, with a real board that carries the content. */
public final class Drops {
    private Drops() {}

    /**
     * On the JavaFX thread: hovers over the node.
     *
     * @param from where the drag began in this program, nothing where it began in another
     * @return whether it would be taken
     */
    public static boolean hover(Node over, ClipboardContent content, @Nullable Object from) {
        DragEvent event = event(DragEvent.DRAG_OVER, over, content, from);
        Event.fireEvent(over, event);
        return event.isAccepted();
    }

    /** On the JavaFX thread: lets go over the node. */
    public static void drop(Node onto, ClipboardContent content) {
        Event.fireEvent(onto, event(DragEvent.DRAG_DROPPED, onto, content, null));
    }

    private static DragEvent event(EventType<DragEvent> type, Node over, ClipboardContent content,
            @Nullable Object from) {
        return new DragEvent(over, over, type, board(content), 10, 10, 10, 10, TransferMode.COPY, from, over,
                new PickResult(over, 10, 10));
    }

    private static Dragboard board(ClipboardContent content) {
        try {
            Constructor<Dragboard> maker = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            maker.setAccessible(true);
            Dragboard board = maker.newInstance(copying(Toolkit.getToolkit().createLocalClipboard()));
            board.setContent(content);
            return board;
        } catch (ReflectiveOperationException otherToolkit) {
            throw new LinkageError("another toolkit", otherToolkit);
        }
    }

    /** The toolkit's own board within a program, which has no way to be asked how things may be taken: to copy. */
    private static TKClipboard copying(TKClipboard board) {
        return (TKClipboard) Proxy.newProxyInstance(Drops.class.getClassLoader(), new Class<?>[]{TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? Set.of(TransferMode.COPY)
                        : method.invoke(board, arguments));
    }
}
