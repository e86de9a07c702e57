import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Rewrites the classes of the jars in a folder that are older than Java 6, which an AOT cache leaves out (picocli's are of Java 5), as
 * classes of Java 8 with the stack maps that those have; nothing else of them changes. {@code NewerClasses FOLDER}
 */
final class NewerClasses {
    private static final int JAVA_6 = 50;
    private static final int JAVA_8 = 52;

    private NewerClasses() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            if (hasOld(jar)) {
                System.out.println(jar.getFileName());
                Path out = jar.resolveSibling(jar.getFileName() + ".new");
                rewrite(jar, out);
                Files.move(out, jar, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean hasOld(Path jar) throws IOException {
        try (JarFile in = new JarFile(jar.toFile())) {
            for (JarEntry entry : in.stream().filter(NewerClasses::isClass).toList()) {
                byte[] start = in.getInputStream(entry).readNBytes(8);
                if ((start[6] << 8 | start[7]) < JAVA_6) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class");
    }

    private static void rewrite(Path jar, Path to) throws IOException {
        try (URLClassLoader others = new URLClassLoader(new URL[]{jar.toUri().toURL()});
                JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            ClassFile classes = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(others)));
            for (JarEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(isClass(entry) ? newer(classes, content) : content);
            }
        }
    }

    private static byte[] newer(ClassFile classes, byte[] content) {
        ClassModel model = classes.parse(content);
        if (model.majorVersion() >= JAVA_6) {
            return content;
        }
        ClassTransform version = (builder, element) -> builder
                .with(element instanceof ClassFileVersion ? ClassFileVersion.of(JAVA_8, 0) : element);
        return classes.transformClass(model,
                version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }
}
