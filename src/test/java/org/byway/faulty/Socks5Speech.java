package org.byway.faulty;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** SOCKS5 (RFC 1928) with a login (RFC 1929) for those who offer one, CONNECT only. */
public final class Socks5Speech implements Speech {
    public static final String USER = "user";
    public static final String PASSWORD = "password";
    static final int HOST_UNREACHABLE = 4;

    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int CONNECTION_REFUSED = 5;
    private static final int COMMAND_NOT_SUPPORTED = 7;
    private static final int NO_ACCEPTABLE_METHODS = 0xff;
    private static final int USERNAME_PASSWORD = 2;

    @Override
    public boolean knows(Temper temper) {
        return !(temper instanceof Temper.OfDatagrams);
    }

    @Override
    public String link(String server) {
        return "socks5://" + USER + ":" + PASSWORD + "@" + server;
    }

    @Override
    public void serve(Session session) throws IOException {
        DataInputStream in = new DataInputStream(session.in());
        OutputStream out = session.out();
        if (in.readUnsignedByte() != VERSION) {
            return;
        }
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        if (!session.isSilentAfter(Temper.Point.METHODS_OFFERED) && isLoggedIn(session, methods, in, out)) {
            answer(session, in, out);
        }
    }

    private static boolean isLoggedIn(Session session, byte[] methods, DataInputStream in, OutputStream out)
            throws IOException {
        boolean isOffered = new String(methods, StandardCharsets.ISO_8859_1).indexOf(USERNAME_PASSWORD) >= 0;
        boolean isRefused = session.temper() instanceof Temper.RefusesLogin;
        if (!isOffered) {
            out.write(new byte[]{VERSION, isRefused ? (byte) NO_ACCEPTABLE_METHODS : 0});
            return !isRefused;
        }
        out.write(new byte[]{VERSION, USERNAME_PASSWORD});
        in.readByte();
        String user = text(in);
        String password = text(in);
        boolean isRight = user.equals(USER) && password.equals(PASSWORD)
                && !(session.temper() instanceof Temper.RefusesLogin);
        out.write(new byte[]{1, (byte) (isRight ? 0 : 1)});
        return isRight;
    }

    private static void answer(Session session, DataInputStream in, OutputStream out) throws IOException {
        in.readByte();
        int command = in.readUnsignedByte();
        in.readByte();
        String host = host(in);
        int port = in.readUnsignedShort();
        if (session.isSilentAfter(Temper.Point.REQUESTED)) {
            return;
        }
        switch (session.temper()) {
            case Temper.Replies replies -> out.write(reply(replies.code()));
            case Temper.CannotReach unreachable when host.equals(unreachable.host()) -> out
                    .write(reply(HOST_UNREACHABLE));
            case Temper temper when command != CONNECT -> out.write(reply(COMMAND_NOT_SUPPORTED));
            default -> connect(session, host, port);
        }
    }

    private static void connect(Session session, String host, int port) throws IOException {
        OutputStream out = session.out();
        session.beLate();
        Socket destination;
        try {
            destination = session.connect(host, port);
        } catch (UnknownHostException nowhere) {
            out.write(reply(HOST_UNREACHABLE));
            return;
        } catch (IOException refused) {
            out.write(reply(CONNECTION_REFUSED));
            return;
        }
        out.write(reply(0));
        if (!session.isSilentAfter(Temper.Point.GRANTED)) {
            session.relay(destination, session.in(), out);
        }
    }

    /** The address form of RFC 1928, section 5, which Shadowsocks shares. */
    static String host(DataInputStream in) throws IOException {
        return switch (in.readUnsignedByte()) {
            case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
            default -> text(in);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static byte[] reply(int code) {
        return new byte[]{VERSION, (byte) code, 0, 1, 0, 0, 0, 0, 0, 0};
    }
}
