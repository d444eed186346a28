package org.fewlabel.headless.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.fewlabel.headless.node.PortsInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.knime.node.parameters.widget.message.TextMessage.SimpleTextMessageProvider;

class OpenDialogTest {

    enum Mode {
        NONE, FEW, MANY
    }

    static final class Switch implements BooleanReference {
    }

    static final class ModeRef implements ParameterReference<Mode> {
    }

    static final class NameRef implements ParameterReference<String> {
    }

    static final class ListRef implements ParameterReference<Element[]> {
    }

    static final class ElementRef implements BooleanReference {
    }

    static final class Some implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeRef.class).isOneOf(Mode.FEW, Mode.MANY).and(i.getPredicate(Switch.class));
        }
    }

    static final class NameStartsWithX implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return or(i.getString(NameRef.class).matchesPattern("^x"), i.getString(NameRef.class).isEqualTo("also"));
        }
    }

    static final class TwoElementsOneOn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            final var list = i.getArray(ListRef.class);
            return list.hasMultipleItems()
                .and(list.containsElementSatisfying(element -> element.getBoolean(ElementRef.class).isTrue()));
        }
    }

    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getConstant(input -> input.getInTableSpec(0).isEmpty())).and(i.always()).or(i.never());
        }
    }

    static final class Element implements WidgetGroup, Persistable {
        @Widget(title = "On", description = "d")
        @ValueReference(ElementRef.class)
        boolean m_on;
    }

    @Effect(predicate = Switch.class, type = EffectType.SHOW)
    @Section(title = "Details")
    interface Details {
    }

    static final class Names implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput context) {
            return List.of("x1", "y1");
        }
    }

    static final class NotNone implements EnumChoicesProvider<Mode> {
        @Override
        public List<Mode> choices(final NodeParametersInput context) {
            return List.of(Mode.FEW, Mode.MANY);
        }
    }

    static final class Doubled implements StateProvider<String> {

        private Supplier<String> name;

        @Override
        public void init(final StateProviderInitializer initializer) {
            name = initializer.computeFromValueSupplier(NameRef.class);
            initializer.computeBeforeOpenDialog();
        }

        @Override
        public String computeState(final NodeParametersInput parametersInput) {
            return name.get() + name.get();
        }
    }

    static final class DoubledAgain implements StateProvider<String> {

        private Supplier<String> doubled;

        @Override
        public void init(final StateProviderInitializer initializer) {
            doubled = initializer.computeFromProvidedState(Doubled.class);
        }

        @Override
        public String computeState(final NodeParametersInput parametersInput) {
            return doubled.get() + "!";
        }
    }

    static final class NeverComputed implements StateProvider<String> {

        private Supplier<String> name;

        @Override
        public void init(final StateProviderInitializer initializer) {
            name = initializer.getValueSupplier(NameRef.class);
        }

        @Override
        public String computeState(final NodeParametersInput parametersInput) {
            return name.get();
        }
    }

    static final class NoTable implements SimpleTextMessageProvider {
        @Override
        public boolean showMessage(final NodeParametersInput context) {
            return context.getInTableSpec(0).isEmpty();
        }

        @Override
        public String title() {
            return "No table";
        }

        @Override
        public String description() {
            return "Connect one.";
        }

        @Override
        public MessageType type() {
            return MessageType.INFO;
        }
    }

    static final class Parameters implements NodeParameters {

        @Widget(title = "On", description = "d")
        @ValueReference(Switch.class)
        boolean m_on;

        @Widget(title = "Mode", description = "d")
        @ValueReference(ModeRef.class)
        Mode m_mode = Mode.NONE;

        @Widget(title = "Name", description = "d")
        @ValueReference(NameRef.class)
        @ChoicesProvider(Names.class)
        @Effect(predicate = HasTable.class, type = EffectType.DISABLE)
        String m_name = "";

        @Widget(title = "Count", description = "d")
        @Effect(predicate = Some.class, type = EffectType.ENABLE)
        int m_count;

        @Widget(title = "Columns", description = "d")
        @ColumnFilterWidget(choicesProvider = AllColumnsProvider.class)
        @Effect(predicate = NameStartsWithX.class, type = EffectType.HIDE)
        ColumnFilter m_columns = new ColumnFilter();

        @Widget(title = "Other mode", description = "d")
        @ChoicesProvider(NotNone.class)
        @Layout(Details.class)
        @Effect(predicate = TwoElementsOneOn.class, type = EffectType.SHOW)
        Optional<Mode> m_other = Optional.empty();

        @Widget(title = "List", description = "d")
        @ValueReference(ListRef.class)
        @Layout(Details.class)
        Element[] m_list = {};

        @Widget(title = "Computed", description = "d")
        @ValueProvider(DoubledAgain.class)
        String m_computed = "";

        @Widget(title = "Forgotten", description = "d")
        @ValueProvider(NeverComputed.class)
        String m_forgotten = "";

        @TextMessage(NoTable.class)
        Void m_message;
    }

    private final Parameters parameters = new Parameters();

    private OpenDialog known;

    private OpenDialog unknown;

    @BeforeEach
    void open() {
        known = new OpenDialog(parameters, PortsInput.ofTables(
            new DataTableSpec(new String[]{"a", "b"}, new DataType[]{DoubleCell.TYPE, StringCell.TYPE})));
        unknown = new OpenDialog(parameters, PortsInput.ofTables((DataTableSpec)null));
    }

    @Test
    void controlsAreShownWhileTheirConditionHolds() {
        assertThat(known.shown()).containsExactly("on", "mode", "name", "count", "columns", "computed", "forgotten",
            "message");
        parameters.m_on = true;
        parameters.m_name = "xyz";
        assertThat(known.shown()).contains("list").doesNotContain("columns", "other");
        parameters.m_list = new Element[]{new Element(), new Element()};
        assertThat(known.shown()).doesNotContain("other");
        parameters.m_list[1].m_on = true;
        assertThat(known.shown()).contains("other");
        parameters.m_name = "also";
        assertThat(known.shown()).doesNotContain("columns");
    }

    @Test
    void controlsAreEnabledWhileTheirConditionHolds() {
        assertThat(known.enabled()).doesNotContain("name", "count");
        assertThat(unknown.enabled()).contains("name");
        parameters.m_mode = Mode.MANY;
        assertThat(known.enabled()).doesNotContain("count");
        parameters.m_on = true;
        assertThat(known.enabled()).contains("count");
    }

    @Test
    void choicesComeFromTheirProviderOrFromTheEnum() {
        assertThat(known.choices("columns")).containsExactly("a", "b");
        assertThat(unknown.choices("columns")).isEmpty();
        assertThat(known.choices("name")).containsExactly("x1", "y1");
        assertThat(known.choices("mode")).containsExactly("NONE", "FEW", "MANY");
        assertThat(known.choices("other")).containsExactly("FEW", "MANY");
        assertThat(known.choices("count")).isEmpty();
        assertThatThrownBy(() -> known.choices("nothing")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("nothing");
    }

    @Test
    void valuesAreComputedFromOtherValues() {
        parameters.m_name = "ab";
        assertThat(known.provided("computed")).isEqualTo("abab!");
        assertThatThrownBy(() -> known.provided("forgotten")).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("NeverComputed");
        assertThatThrownBy(() -> known.provided("name")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messagesDependOnTheInput() {
        assertThat(known.message("message")).isEmpty();
        assertThat(unknown.message("message")).map(TextMessage.Message::title).contains("No table");
    }

    @Test
    void conditionsOfAnotherOriginAreRefused() {
        final var foreign = new EffectPredicate() {
        };
        assertThatThrownBy(() -> Condition.holds(foreign.negate())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("PredicateInitializer");
    }
}
