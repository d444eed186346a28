package org.fewlabel.headless.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What of the stand-in is reached, method by method, from given classes: what their code names, what the code of that
 * names, and so on. A type that is reached keeps what it overrides of types above it, for these promise it.
 */
final class SliceReach {

    private final CompiledClasses compiled;

    private final Set<String> types = new TreeSet<>();

    private final Set<String> members = new TreeSet<>();

    private final Deque<Runnable> work = new ArrayDeque<>();

    private SliceReach(final CompiledClasses compiled) {
        this.compiled = compiled;
    }

    /**
     * @param roots the classes that need it
     * @param compiled all classes
     * @return the types of the stand-in and the methods and constructors of its classes that no root reaches, but for
     *         methods that fulfill what a type above demands, and constructors without arguments
     */
    static List<String> unreached(final List<ClassNode> roots, final CompiledClasses compiled) {
        final var reach = new SliceReach(compiled);
        roots.forEach(reach::root);
        while (!reach.work.isEmpty()) {
            reach.work.poll().run();
        }
        final var unreached = new ArrayList<String>();
        compiled.slice().forEach(node -> {
            if (!reach.types.contains(node.name)) {
                unreached.add(node.name);
            } else if ((node.access & (Opcodes.ACC_ANNOTATION | Opcodes.ACC_ENUM)) == 0
                && node.recordComponents == null) {
                node.methods.stream().filter(method -> reach.counts(node, method))
                    .filter(method -> !reach.members.contains(key(node, method)))
                    .forEach(method -> unreached.add(key(node, method)));
            }
        });
        return unreached;
    }

    private static String key(final ClassNode node, final MethodNode method) {
        return node.name + " " + method.name + method.desc;
    }

    private boolean counts(final ClassNode node, final MethodNode method) {
        return (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_PRIVATE)) == 0
            && !method.name.equals("<clinit>") && !(method.name + method.desc).equals("<init>()V")
            && overridden(node.name, method).isEmpty() && !ofJdk(node, method);
    }

    private void root(final ClassNode node) {
        references(node);
        node.methods.forEach(method -> overridden(node.name, method).forEach(m -> reach(m.getKey(), m.getValue())));
    }

    private List<Map.Entry<ClassNode, MethodNode>> overridden(final String name, final MethodNode method) {
        final var found = new ArrayList<Map.Entry<ClassNode, MethodNode>>();
        if (method.name.startsWith("<") || (method.access & Opcodes.ACC_STATIC) != 0) {
            return found;
        }
        for (final var ancestor : ancestors(name)) {
            final var node = compiled.find(ancestor);
            if (node != null && ApiListing.isKnime(ancestor)) {
                node.methods.stream().filter(m -> same(m, method)).forEach(m -> found.add(Map.entry(node, m)));
            }
        }
        return found;
    }

    private static boolean same(final MethodNode a, final MethodNode b) {
        return a.name.equals(b.name) && arguments(a).equals(arguments(b));
    }

    private static String arguments(final MethodNode method) {
        return method.desc.substring(0, method.desc.indexOf(')'));
    }

    private Set<String> ancestors(final String name) {
        final var found = new LinkedHashSet<String>();
        final var open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            final var node = compiled.find(open.poll());
            if (node != null) {
                final var above = new ArrayList<>(node.interfaces);
                above.add(node.superName);
                above.stream().filter(found::add).forEach(open::add);
            }
        }
        return found;
    }

    /** All that a class refers to, or a part of it. */
    private void references(final ClassNode node) {
        final var references = new KnimeReferences(node, compiled);
        references.classes().forEach(this::type);
        references.members().forEach(member -> member(member.owner(), member.key()));
        for (final var method : node.methods) {
            method.instructions.forEach(instruction -> {
                if (instruction instanceof InvokeDynamicInsnNode lambda) {
                    lambda(lambda);
                } else if (instruction instanceof MethodInsnNode call
                    && !ApiListing.isKnime(call.owner)) { // inherited by a class of ours
                    member(call.owner, call.name + call.desc);
                }
            });
        }
    }

    private void lambda(final InvokeDynamicInsnNode lambda) {
        final var type = Type.getReturnType(lambda.desc);
        if (type.getSort() == Type.OBJECT && ApiListing.isKnime(type.getInternalName())) {
            for (final var owner : withAncestors(type.getInternalName())) {
                owner.methods.stream().filter(m -> m.name.equals(lambda.name)).forEach(m -> reach(owner, m));
            }
        }
    }

    private List<ClassNode> withAncestors(final String name) {
        final var names = new ArrayList<>(List.of(name));
        names.addAll(ancestors(name));
        return names.stream().filter(ApiListing::isKnime).map(compiled::find).filter(n -> n != null).toList();
    }

    private void member(final String owner, final String key) {
        for (final var node : withAncestors(owner)) {
            node.methods.stream().filter(m -> (m.name + m.desc).equals(key)).forEach(m -> reach(node, m));
        }
    }

    private void type(final String name) {
        final var node = compiled.find(name);
        if (node != null && types.add(name)) {
            work.add(() -> {
                final var head = part(node);
                head.fields = node.fields;
                head.recordComponents = node.recordComponents;
                head.visibleAnnotations = node.visibleAnnotations;
                references(head);
                node.methods.stream()
                    .filter(m -> m.name.equals("<clinit>") || ofJdk(node, m) || !overridden(name, m).isEmpty())
                    .forEach(m -> reach(node, m));
            });
        }
    }

    private static ClassNode part(final ClassNode node) {
        final var part = new ClassNode();
        part.name = node.name;
        part.superName = node.superName;
        part.interfaces = node.interfaces;
        part.signature = node.signature;
        return part;
    }

    private void reach(final ClassNode node, final MethodNode method) {
        if (!members.add(key(node, method))) {
            return;
        }
        type(node.name);
        work.add(() -> {
            final var part = part(node);
            part.methods = List.of(method);
            references(part);
        });
    }

    /** Whether a type of the JDK above the class, or one of ours, has such a method. */
    private boolean ofJdk(final ClassNode node, final MethodNode method) {
        return !method.name.startsWith("<") && ancestors(node.name).stream().filter(a -> !ApiListing.isKnime(a))
            .anyMatch(ancestor -> {
                final var ours = compiled.find(ancestor);
                return ours != null ? ours.methods.stream().anyMatch(m -> same(m, method))
                    : Arrays.stream(jdk(ancestor).getDeclaredMethods())
                        .anyMatch(m -> m.getName().equals(method.name) && m
                            .getParameterCount() == Type.getArgumentTypes(method.desc).length);
            });
    }

    private static Class<?> jdk(final String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, SliceReach.class.getClassLoader());
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
