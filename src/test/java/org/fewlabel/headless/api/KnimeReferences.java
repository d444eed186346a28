package org.fewlabel.headless.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Every reference of one class to classes and members of KNIME: in code, types, generics, exceptions, annotations. */
final class KnimeReferences {

    /**
     * A reference to a member.
     *
     * @param owner the class through which it is referred to
     * @param key its name and types
     */
    record Member(String owner, String key) implements Comparable<Member> {

        @Override
        public int compareTo(final Member other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Set<String> classes = new TreeSet<>();

    private final Set<Member> members = new TreeSet<>();

    private final CompiledClasses compiled;

    KnimeReferences(final ClassNode node, final CompiledClasses compiled) {
        this.compiled = compiled;
        type(node.superName);
        node.interfaces.forEach(this::type);
        signature(node.signature);
        annotations(node.visibleAnnotations);
        annotations(node.invisibleAnnotations);
        if (node.recordComponents != null) {
            node.recordComponents.forEach(component -> {
                annotations(component.visibleAnnotations);
                signature(component.signature);
            });
        }
        node.fields.forEach(this::field);
        node.methods.forEach(this::method);
    }

    Set<String> classes() {
        return classes;
    }

    Set<Member> members() {
        return members;
    }

    private void type(final String internalName) {
        if (internalName != null) {
            type(Type.getObjectType(internalName));
        }
    }

    private void type(final Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.METHOD -> {
                type(type.getReturnType());
                Arrays.stream(type.getArgumentTypes()).forEach(this::type);
            }
            case Type.OBJECT -> {
                if (ApiListing.isKnime(type.getInternalName())) {
                    classes.add(type.getInternalName());
                }
            }
            default -> {
            }
        }
    }

    private void signature(final String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                @Override
                public void visitClassType(final String name) {
                    type(name);
                }
            });
        }
    }

    private void member(final String owner, final String name, final String descriptor) {
        type(owner);
        type(Type.getType(descriptor));
        if (ApiListing.isKnime(owner)) {
            members.add(new Member(owner, name + descriptor));
        }
    }

    private void field(final FieldNode field) {
        type(Type.getType(field.desc));
        signature(field.signature);
        annotations(field.visibleAnnotations);
        annotations(field.invisibleAnnotations);
    }

    private void method(final MethodNode method) {
        type(Type.getMethodType(method.desc));
        signature(method.signature);
        method.exceptions.forEach(this::type);
        annotations(method.visibleAnnotations);
        annotations(method.invisibleAnnotations);
        parameters(method.visibleParameterAnnotations);
        parameters(method.invisibleParameterAnnotations);
        method.tryCatchBlocks.forEach(block -> type(block.type));
        method.instructions.forEach(instruction -> {
            if (instruction instanceof TypeInsnNode node) {
                type(node.desc);
            } else if (instruction instanceof FieldInsnNode node) {
                member(node.owner, node.name, node.desc);
            } else if (instruction instanceof MethodInsnNode node) {
                member(node.owner, node.name, node.desc);
            } else if (instruction instanceof MultiANewArrayInsnNode node) {
                type(Type.getType(node.desc));
            } else if (instruction instanceof LdcInsnNode node) {
                constant(node.cst);
            } else if (instruction instanceof InvokeDynamicInsnNode node) {
                type(Type.getMethodType(node.desc));
                constant(node.bsm);
                Arrays.stream(node.bsmArgs).forEach(this::constant);
            }
        });
    }

    private void parameters(final List<AnnotationNode>[] parameters) {
        if (parameters != null) {
            Arrays.stream(parameters).forEach(this::annotations);
        }
    }

    private void constant(final Object constant) {
        if (constant instanceof Type type) {
            type(type);
        } else if (constant instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
            type(Type.getType(dynamic.getDescriptor()));
            constant(dynamic.getBootstrapMethod());
            for (var i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void annotations(final Collection<AnnotationNode> annotations) {
        if (annotations != null) {
            annotations.forEach(this::annotation);
        }
    }

    private void annotation(final AnnotationNode annotation) {
        final var type = Type.getType(annotation.desc);
        type(type);
        final var values = annotation.values == null ? List.of() : annotation.values;
        for (var i = 0; i < values.size(); i += 2) {
            annotationValue(type.getInternalName(), (String)values.get(i), values.get(i + 1));
        }
    }

    private void annotationValue(final String owner, final String name, final Object value) {
        if (ApiListing.isKnime(owner)) { // class files have only the name: the stand-in knows the type
            compiled.find(owner).methods.stream().filter(method -> method.name.equals(name))
                .forEach(method -> members.add(new Member(owner, name + method.desc)));
        }
        final var nested = new ArrayList<Object>(value instanceof List<?> list ? list : List.of(value));
        for (final var one : nested) {
            if (one instanceof AnnotationNode annotation) {
                annotation(annotation);
            } else if (one instanceof Type type) {
                type(type);
            } else if (one instanceof String[] constant) {
                final var enumType = Type.getType(constant[0]);
                type(enumType);
                if (ApiListing.isKnime(enumType.getInternalName())) {
                    members.add(new Member(enumType.getInternalName(), constant[1] + constant[0]));
                }
            }
        }
    }
}
