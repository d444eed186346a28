package org.fewlabel.headless.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Finds classes that real KNIME could not use because they leave a member of KNIME's abstract. The compiler would find
 * them if the stand-in had every abstract member; it may have fewer.
 */
final class AbstractMembers {

    private final CompiledClasses compiled;

    private final ApiListing listing;

    private final List<String> violations = new ArrayList<>();

    private AbstractMembers(final CompiledClasses compiled, final ApiListing listing) {
        this.compiled = compiled;
        this.listing = listing;
    }

    static List<String> violations(final Stream<ClassNode> classes, final CompiledClasses compiled,
        final ApiListing listing) {
        final var check = new AbstractMembers(compiled, listing);
        classes.forEach(check::check);
        return check.violations;
    }

    private void check(final ClassNode node) {
        if ((node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0) {
            left(node).forEach(member -> violations.add(node.name + " does not implement " + member
                + ", which is abstract in KNIME " + listing.version()));
        }
        node.methods.forEach(method -> method.instructions.forEach(instruction -> {
            if (instruction instanceof InvokeDynamicInsnNode lambda) {
                checkLambda(node, lambda);
            }
        }));
    }

    /** A lambda suits an interface of KNIME without another abstract method. */
    private void checkLambda(final ClassNode node, final InvokeDynamicInsnNode lambda) {
        final var type = Type.getReturnType(lambda.desc);
        if (type.getSort() != Type.OBJECT || !ApiListing.isKnime(type.getInternalName())
            || !isLambda(lambda.bsm)) {
            return;
        }
        final var implemented = lambda.name + ((Type)lambda.bsmArgs[0]).getDescriptor();
        final var abstracts = new Hierarchy(List.of(type.getInternalName())).abstractMembers();
        if (abstracts.isEmpty()) {
            violations.add(listing.absent(type.getInternalName()));
        }
        abstracts.keySet().stream().filter(key -> !key.equals(implemented)).forEach(key -> violations
            .add("A lambda in " + node.name + " does not implement " + abstracts.get(key) + " " + key
                + ", which is abstract in KNIME " + listing.version()));
    }

    private static boolean isLambda(final Handle bootstrap) {
        return "java/lang/invoke/LambdaMetafactory".equals(bootstrap.getOwner());
    }

    private List<String> left(final ClassNode node) {
        final var concrete = new LinkedHashSet<String>();
        final var knimeParents = new ArrayList<String>();
        collect(node, concrete, knimeParents, new LinkedHashSet<>());
        final var left = new ArrayList<String>();
        new Hierarchy(knimeParents).abstractMembers().forEach((key, owner) -> {
            if (!concrete.contains(key) && !JdkMembers.declares("java/lang/Object", key)) {
                left.add(owner + " " + key);
            }
        });
        return left;
    }

    /** Walks up through our own classes to the first ones of KNIME's. */
    private void collect(final ClassNode node, final Set<String> concrete, final List<String> knimeParents,
        final Set<String> seen) {
        node.methods.stream().filter(method -> (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0)
            .forEach(method -> concrete.add(method.name + method.desc));
        Stream.concat(Stream.of(node.superName), node.interfaces.stream()).filter(seen::add).forEach(parent -> {
            if (ApiListing.isKnime(parent)) {
                knimeParents.add(parent);
            } else if (compiled.find(parent) != null) {
                collect(compiled.find(parent), concrete, knimeParents, seen);
            }
        });
    }

    /** What the listed ancestors of a class leave to it. */
    private final class Hierarchy {

        private final List<String> parents;

        Hierarchy(final List<String> parents) {
            this.parents = parents;
            parents.stream().filter(parent -> listing.find(parent) == null)
                .forEach(parent -> violations.add(listing.absent(parent)));
        }

        /** @return the keys of members that are abstract, with the classes that declare them so */
        Map<String, String> abstractMembers() {
            final var ancestors = parents.stream().flatMap(listing::withAncestors).distinct().toList();
            final var result = new LinkedHashMap<String, String>();
            for (final var ancestor : ancestors) {
                ancestor.methods().filter(method -> method.is("abstract"))
                    .filter(method -> isLeft(ancestors, ancestor, method))
                    .forEach(method -> result.put(method.key(), ancestor.name()));
            }
            return result;
        }

        private boolean isLeft(final List<ApiClass> ancestors, final ApiClass declaring, final ApiMember member) {
            return ancestors.stream().filter(other -> other != declaring)
                .noneMatch(other -> implemented(other, declaring, member) || specialized(other, declaring, member));
        }

        private boolean implemented(final ApiClass other, final ApiClass declaring, final ApiMember member) {
            final var same = other.member(member.key());
            return same != null && !same.is("abstract")
                && (!other.isInterface() && declaring.isInterface() || listing.isA(other.name(), declaring.name()));
        }

        /**
         * The lists leave out the bridges that a class has where it overrides a member with narrower types, and an
         * interface where it gives such a member a body.
         */
        private boolean specialized(final ApiClass other, final ApiClass declaring, final ApiMember member) {
            return listing.isA(other.name(), declaring.name()) && other.methods()
                .anyMatch(method -> !(other.isInterface() && method.is("abstract")) && narrows(method, member));
        }

        private boolean narrows(final ApiMember method, final ApiMember member) {
            if (!method.name().equals(member.name()) || method.descriptor().equals(member.descriptor())) {
                return false;
            }
            final var narrow = Type.getMethodType(method.descriptor());
            final var wide = Type.getMethodType(member.descriptor());
            final var arguments = narrow.getArgumentTypes();
            return arguments.length == wide.getArgumentTypes().length
                && narrows(narrow.getReturnType(), wide.getReturnType()) && IntStream.range(0, arguments.length)
                    .allMatch(i -> narrows(arguments[i], wide.getArgumentTypes()[i]));
        }

        private boolean narrows(final Type narrow, final Type wide) {
            return narrow.equals(wide) || "java/lang/Object".equals(wide.getInternalName())
                || narrow.getSort() == Type.OBJECT && wide.getSort() == Type.OBJECT
                    && (listing.isA(narrow.getInternalName(), wide.getInternalName())
                        || JdkMembers.isA(narrow.getInternalName(), wide.getInternalName()));
        }
    }
}
