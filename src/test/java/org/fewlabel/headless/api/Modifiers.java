package org.fewlabel.headless.api;

import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.Opcodes;

/** Modifiers as the lists write them; only those that matter to other code. */
final class Modifiers {

    private static final Set<
        String> OF_MEMBERS = Set.of("public", "protected", "static", "final", "abstract", "varargs");

    private static final Set<String> OF_CLASSES = Set.of("public", "protected", "static", "final", "abstract", "class",
        "interface", "annotation", "enum", "record");

    private Modifiers() {
    }

    static boolean isVisible(final int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    private static TreeSet<String> common(final int access) {
        final var words = new TreeSet<String>();
        add(words, access, Opcodes.ACC_PUBLIC, "public");
        add(words, access, Opcodes.ACC_PROTECTED, "protected");
        add(words, access, Opcodes.ACC_STATIC, "static");
        add(words, access, Opcodes.ACC_FINAL, "final");
        add(words, access, Opcodes.ACC_ABSTRACT, "abstract");
        return words;
    }

    private static void add(final Set<String> words, final int access, final int flag, final String word) {
        if ((access & flag) != 0) {
            words.add(word);
        }
    }

    static Set<String> ofField(final int access) {
        return common(access);
    }

    static Set<String> ofMethod(final int access) {
        final var words = common(access);
        add(words, access, Opcodes.ACC_VARARGS, "varargs");
        return words;
    }

    static Set<String> ofClass(final int access, final boolean isRecord) {
        final var words = common(access);
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            words.add("annotation");
        } else if ((access & Opcodes.ACC_INTERFACE) != 0) {
            words.add("interface");
        } else if ((access & Opcodes.ACC_ENUM) != 0) {
            words.add("enum");
        } else {
            words.add(isRecord ? "record" : "class");
        }
        return words;
    }

    static Set<String> ofMember(final ApiMember listed) {
        final var words = new TreeSet<>(listed.access());
        words.retainAll(OF_MEMBERS);
        return words;
    }

    static Set<String> ofClass(final ApiClass listed) {
        final var words = new TreeSet<>(listed.access());
        words.retainAll(OF_CLASSES);
        return words;
    }
}
