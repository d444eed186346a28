package org.fewlabel.headless.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A class of KNIME's API as a list has it; names are written with slashes. */
final class ApiClass {

    private final String name;

    private final Map<String, ApiMember> members = new LinkedHashMap<>();

    private Set<String> access = Set.of();

    private String superName = "java/lang/Object";

    private List<String> interfaces = List.of();

    ApiClass(final String name) {
        this.name = name;
    }

    void add(final ApiMember member) {
        members.put(member.key(), member);
    }

    void describe(final Set<String> newAccess, final String newSuperName, final List<String> newInterfaces) {
        access = newAccess;
        superName = newSuperName;
        interfaces = newInterfaces;
    }

    String name() {
        return name;
    }

    boolean is(final String modifier) {
        return access.contains(modifier);
    }

    Set<String> access() {
        return access;
    }

    boolean isInterface() {
        return is("interface") || is("annotation");
    }

    String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    Stream<String> parents() {
        return Stream.concat(Stream.of(superName), interfaces.stream());
    }

    /** @return the member that the class itself declares, {@code null} if there is none */
    ApiMember member(final String key) {
        return members.get(key);
    }

    Stream<ApiMember> methods() {
        return members.values().stream().filter(member -> member.descriptor().startsWith("("));
    }
}
