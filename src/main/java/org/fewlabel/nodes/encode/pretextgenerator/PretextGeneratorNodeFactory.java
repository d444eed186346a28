package org.fewlabel.nodes.encode.pretextgenerator;

import java.util.Map;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.TaskChoice;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.port.PretextPortObjectSpec;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.fewlabel.table.FeatureTable;
import org.fewlabel.table.Features;
import org.fewlabel.table.PreviewTable;
import org.fewlabel.table.Report;
import org.fewlabel.table.TrainingMessages;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Pretext Generator. */
public final class PretextGeneratorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Pretext Generator")
        .icon("../../../../../icons/pretext-generator.png")
        .shortDescription("Defines a pretext task for self-supervised encoder training.")
        .fullDescription(
            """
                <p>This node defines a pretext task: some cells of a row are changed or masked, and an encoder learns to
                recognize the row or to find out what was changed. No labels are needed, because the original row is the
                answer. An encoder that solves the task has learned how the columns depend on each other.</p>
                <p><b>When to use it.</b> Before Contrastive Encoder, Masked Encoder or Consistency Learner, with all
                rows that you have, labeled and unlabeled. Look at the second output: if a view has nothing in common
                with its row, decrease the share of changed cells; if the two hardly differ, increase it.</p>
                <p><b>When not to use it.</b> Autoencoder needs no pretext task. With only one or two columns there is
                nothing to predict from.</p>
                <p><b>Input.</b> Numbers, categories, booleans, bit vectors, vectors, images and free texts, with or
                without missing cells. If a free text is the only column, its words can be masked; together with other
                columns a text is read as a vector, whose numbers are treated like other cells. A label column is not
                used. Held-out rows (column <i>Role</i>, from Label Masker) are ignored.</p>
                <p><b>Output.</b> The task, and a table with examples: rows as they are and their changed views.</p>
                <p><b>Images.</b> A column of images (PNG), or of paths of image files (PNG, JPEG, GIF, BMP, TIFF) as
                text, is scaled to one size. If it is the only feature column, it is learned by a convolutional network;
                additional tasks are available, and the second output shows the views as images. Together with other
                columns, pixels are treated like other numbers.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Rows", "All rows, labeled and unlabeled.")
            .addOutputPort("Pretext task", "The task, for Contrastive Encoder, Masked Encoder or Consistency Learner.",
                PretextPortObject.TYPE)
            .addOutputTable("Examples", "Some rows as they are, and their views as the task changes them."))
        .model(m -> m
            .parametersClass(PretextGeneratorNodeParameters.class)
            .configure(PretextGeneratorNodeFactory::configure)
            .execute(PretextGeneratorNodeFactory::execute))
        .nodeType(NodeType.Manipulator)
        .keywords("self-supervised", "pretext task", "SCARF", "VIME", "SubTab", "SpecAugment", "corruption", "masking",
            "augmentation", "image", "SimCLR", "rotation", "jigsaw")
        .addExternalResource("https://arxiv.org/abs/2106.15147",
            "Bahri et al. (2022): SCARF: Self-Supervised Contrastive Learning using Random Feature Corruption")
        .addExternalResource(
            "https://proceedings.neurips.cc/paper/2020/hash/7d97667a3e056acab9aaf653807b4a03-Abstract.html",
            "Yoon et al. (2020): VIME: Extending the Success of Self- and Semi-supervised Learning to Tabular Domain")
        .addExternalResource("https://arxiv.org/abs/1904.08779",
            "Park et al. (2019): SpecAugment: A Simple Data Augmentation Method for Automatic Speech Recognition")
        .addExternalResource("https://arxiv.org/abs/2110.04361",
            "Ucar et al. (2021): SubTab: Subsetting Features of Tabular Data for Self-Supervised Representation "
                + "Learning")
        .addExternalResource("https://arxiv.org/abs/2002.05709",
            "Chen et al. (2020): A Simple Framework for Contrastive Learning of Visual Representations")
        .addExternalResource("https://arxiv.org/abs/1803.07728",
            "Gidaris et al. (2018): Unsupervised Representation Learning by Predicting Image Rotations")
        .addExternalResource("https://arxiv.org/abs/1603.09246",
            "Noroozi and Favaro (2016): Unsupervised Learning of Visual Representations by Solving Jigsaw Puzzles")
        .addExternalResource("https://arxiv.org/abs/2111.06377",
            "He et al. (2022): Masked Autoencoders Are Scalable Vision Learners");

    /** Created by KNIME from plugin.xml. */
    public PretextGeneratorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PretextGeneratorNodeParameters parameters = in.getParameters();
        final var features = parameters.m_columns.choose(in.getInTableSpec(0)).columns();
        out.setOutSpec(0, new PretextPortObjectSpec(parameters.m_task.kind().orElse(null), features, false));
        out.setOutSpec(1, null); // which columns are left is known when their cells were looked at
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final PretextGeneratorNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var table = in.getInTable(0);
            final var data = FeatureTable.screened(table, parameters.m_columns.choose(table.getDataTableSpec()),
                parameters.m_columns.texts(), Execution.progress(exec));
            final var choice = TaskChoice.of(data.features());
            final var kind = parameters.m_task.kind().orElse(choice.kind());
            final var task = new PretextTask(kind, data.columns().stream().map(FeatureColumn::name).toList(),
                parameters.m_share.map(share -> share / 100).orElse(kind.defaultStrength()), parameters.m_blocks,
                parameters.m_flip && kind == PretextTask.Kind.IMAGE, parameters.m_seed);
            out.setOutData(0, new PretextPortObject(new PretextPortObjectSpec(kind, data.columns(), true), task,
                Provenance.now("Pretext Generator", Map.of(), data.features().size(), 0)));
            out.setOutData(1, PreviewTable.of(task, data, parameters.m_examples, exec));
            final var notes = new Report();
            if (parameters.m_task.kind().isEmpty()) {
                notes.add(PretextGeneratorMessages.selected(choice));
            }
            if (kind != PretextTask.Kind.WORDS && data.columns().stream().anyMatch(c -> c.kind() == FeatureKind.TEXT)) {
                notes.add(PretextGeneratorMessages.textsAsVectors());
            }
            notes.add(TrainingMessages.columns(data.columns())).add(parameters.m_columns.notes()).add(data.notes())
                .tell(PretextGeneratorNodeFactory.class, out::setWarningMessage);
        });
    }
}
