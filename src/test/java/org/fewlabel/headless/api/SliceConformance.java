package org.fewlabel.headless.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.objectweb.asm.tree.ClassNode;

/**
 * Finds what the stand-in has and real KNIME has not: classes, members, modifiers, ancestors. The stand-in may have
 * less than KNIME; a superclass that others cannot see counts as part of its subclass.
 */
final class SliceConformance {

    private final CompiledClasses compiled;

    private final ApiListing listing;

    private final List<String> violations = new ArrayList<>();

    private SliceConformance(final CompiledClasses compiled, final ApiListing listing) {
        this.compiled = compiled;
        this.listing = listing;
    }

    static List<String> violations(final CompiledClasses compiled, final ApiListing listing) {
        final var check = new SliceConformance(compiled, listing);
        compiled.slice().filter(compiled::isVisible).forEach(check::check);
        return check.violations;
    }

    private void report(final ClassNode node, final String what) {
        violations.add("KNIME " + listing.version() + ": " + node.name + " " + what);
    }

    private void check(final ClassNode node) {
        final var listed = listing.find(node.name);
        if (listed == null) {
            violations.add(listing.absent(node.name));
            return;
        }
        final var own = Modifiers.ofClass(compiled.access(node), "java/lang/Record".equals(node.superName));
        if (!own.equals(Modifiers.ofClass(listed))) {
            report(node, "is " + own + ", not " + Modifiers.ofClass(listed));
        }
        final var hidden = hiddenSuperclasses(node);
        checkAncestors(node, hidden.isEmpty() ? node.superName : hidden.get(hidden.size() - 1).superName, listed);
        final var seen = new HashSet<String>();
        Stream.concat(Stream.of(node), hidden.stream()).forEach(part -> {
            checkInterfaces(node, part);
            checkMembers(node, part, seen);
        });
    }

    /** @return superclasses of KNIME's packages that other code cannot see, nearest first */
    private List<ClassNode> hiddenSuperclasses(final ClassNode node) {
        final var hidden = new ArrayList<ClassNode>();
        for (var next = compiled.find(node.superName); next != null && ApiListing.isKnime(next.name)
            && !compiled.isVisible(next); next = compiled.find(next.superName)) {
            hidden.add(next);
        }
        return hidden;
    }

    private void checkAncestors(final ClassNode node, final String superName, final ApiClass listed) {
        final var sameAsKnime = superName.equals(listed.superName());
        final var nextThatThereIs = ApiListing.isKnime(listed.superName())
            && compiled.find(listed.superName()) == null && inherits(node.name, superName);
        if (!sameAsKnime && !nextThatThereIs) {
            report(node, "extends " + superName + ", not " + listed.superName());
        }
    }

    private void checkInterfaces(final ClassNode node, final ClassNode part) {
        part.interfaces.stream().filter(parent -> !inherits(node.name, parent))
            .forEach(parent -> report(node, "implements " + parent));
    }

    private boolean inherits(final String className, final String ancestor) {
        return listing.isA(className, ancestor) || !ApiListing.isKnime(ancestor) && listing.withAncestors(className)
            .flatMap(ApiClass::parents).anyMatch(parent -> JdkMembers.isA(parent, ancestor));
    }

    private void checkMembers(final ClassNode node, final ClassNode part, final Set<String> seen) {
        part.fields.stream().filter(field -> Modifiers.isVisible(field.access))
            .filter(field -> seen.add(field.name + field.desc)).forEach(
                field -> checkMember(node, field.name, field.desc, Modifiers.ofField(field.access)));
        part.methods.stream().filter(method -> Modifiers.isVisible(method.access))
            .filter(method -> part == node || !"<init>".equals(method.name))
            .filter(method -> seen.add(method.name + method.desc)).forEach(
                method -> checkMember(node, method.name, method.desc, Modifiers.ofMethod(method.access)));
    }

    private void checkMember(final ClassNode node, final String name, final String descriptor, final Set<String> own) {
        final var listed = listing.find(node.name).member(name + descriptor);
        if (listed != null) {
            if (!own.equals(Modifiers.ofMember(listed))) {
                report(node, name + descriptor + " is " + own + ", not " + Modifiers.ofMember(listed));
            }
        } else if ("<init>".equals(name) || !isInherited(node, name + descriptor, own)) {
            report(node, "has " + own + " " + name + descriptor);
        }
    }

    /** An override of what an ancestor has adds nothing that other code could come to rely on. */
    private boolean isInherited(final ClassNode node, final String key, final Set<String> own) {
        final var inherited = listing.member(node.name, key);
        if (inherited == null) {
            return listing.inheritsFromElsewhere(node.name, key);
        }
        return !inherited.is("final") && inherited.is("static") == own.contains("static");
    }
}
