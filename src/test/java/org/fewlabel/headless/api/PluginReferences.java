package org.fewlabel.headless.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.objectweb.asm.tree.ClassNode;

/** Finds references to classes and members that KNIME does not have, or keeps to itself. */
final class PluginReferences {

    /** Exported by KNIME, but for its own bundles only. */
    private static final List<String> BANNED = List.of("org/knime/core/webui/",
        "org/knime/node/parameters/persistence/legacy/", "org/knime/node/parameters/updates/legacy/",
        "org/knime/node/parameters/updates/internal/");

    private final ApiListing listing;

    private final List<String> violations = new ArrayList<>();

    private PluginReferences(final ApiListing listing) {
        this.listing = listing;
    }

    static List<String> violations(final Stream<ClassNode> referring, final CompiledClasses compiled,
        final ApiListing listing) {
        final var check = new PluginReferences(listing);
        referring.forEach(node -> check.check(node.name, new KnimeReferences(node, compiled)));
        return check.violations;
    }

    private void check(final String from, final KnimeReferences references) {
        for (final var type : references.classes()) {
            if (BANNED.stream().anyMatch(type::startsWith)) {
                violations.add(from + " refers to " + type + ", which is not meant for others");
            } else if (listing.find(type) == null) {
                violations.add(from + " refers to a class that is not there: " + listing.absent(type));
            }
        }
        for (final var member : references.members()) {
            if (listing.find(member.owner()) != null && listing.member(member.owner(), member.key()) == null
                && !listing.inheritsFromElsewhere(member.owner(), member.key())) {
                violations.add(from + " refers to " + member.owner() + " " + member.key() + ", which KNIME "
                    + listing.version() + " does not have");
            }
        }
    }
}
