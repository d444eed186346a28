package org.fewlabel.headless.node;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fewlabel.headless.node.dialog.Control;
import org.fewlabel.headless.node.dialog.Dialog;
import org.fewlabel.headless.node.dialog.EnumText;
import org.fewlabel.headless.node.dialog.Limits;
import org.fewlabel.headless.node.dialog.Markup;
import org.fewlabel.headless.slice.NodeFacts;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.parameters.Widget;

/** The description of a declared node. */
public final class DeclaredFacts implements NodeFacts {

    private final NodeDeclaration declaration;

    private final List<Parameter> parameters;

    /** @throws IllegalArgumentException if a description is not well-formed, or the layout contradicts itself */
    public DeclaredFacts(final NodeDeclaration declaration) {
        this.declaration = declaration;
        parameters = declaration.parameters().map(DeclaredFacts::parameters).orElse(List.of());
        Stream.concat(declaration.inputs().stream(), declaration.outputs().stream()).map(Port::description)
            .forEach(Markup::text);
        parameters.stream().map(Parameter::description).forEach(Markup::text);
        declaration.resources().stream().map(Resource::description).forEach(Markup::text);
        Markup.text(declaration.summary());
        Markup.text(declaration.description());
    }

    private static List<Parameter> parameters(final Class<?> type) {
        final var dialog = Dialog.of(type);
        dialog.controls().forEach(control -> dialog.elements(control).ifPresent(DeclaredFacts::checkDescriptions));
        return dialog.controls().stream().filter(control -> control.widget().isPresent())
            .map(control -> parameter(control, control.widget().orElseThrow())).toList();
    }

    /** The description of a list is followed by those of its elements. */
    private static void checkDescriptions(final Dialog elements) {
        elements.controls().forEach(control -> {
            control.widget().map(Widget::description).ifPresent(Markup::text);
            elements.elements(control).ifPresent(DeclaredFacts::checkDescriptions);
        });
    }

    private static Parameter parameter(final Control control, final Widget widget) {
        return new Parameter(control.keys(), widget.title(), widget.description(),
            String.join(" > ", control.headings()), control.advanced(), control.valueType(), choices(control),
            Limits.of(control));
    }

    private static List<Choice> choices(final Control control) {
        if (!control.valueType().isEnum()) {
            return List.of();
        }
        return Stream.of(control.valueType().getEnumConstants()).map(c -> (Enum<?>)c)
            .map(c -> new Choice(c.name(), EnumText.title(c), EnumText.description(c))).toList();
    }

    @Override
    public String name() {
        return declaration.name();
    }

    @Override
    public String iconPath() {
        final var home = Path.of(declaration.factory().getPackageName().replace('.', '/'));
        return home.resolve(declaration.icon()).normalize().toString().replace('\\', '/');
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(declaration.factory().getClassLoader().getResource(iconPath()));
    }

    @Override
    public String summary() {
        return Markup.text(declaration.summary());
    }

    @Override
    public String descriptionHtml() {
        return declaration.description();
    }

    @Override
    public String descriptionText() {
        return Markup.text(declaration.description());
    }

    @Override
    public NodeType type() {
        return declaration.type();
    }

    @Override
    public String since() {
        return declaration.since();
    }

    @Override
    public List<String> keywords() {
        return declaration.keywords();
    }

    @Override
    public List<Resource> resources() {
        return declaration.resources();
    }

    @Override
    public List<Port> inputs() {
        return declaration.inputs();
    }

    @Override
    public List<Port> outputs() {
        return declaration.outputs();
    }

    @Override
    public Optional<Class<?>> parametersClass() {
        return declaration.parameters().map(type -> type);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
