package org.fewlabel.nodes.prepare.spectrogram;

import org.fewlabel.table.Execution;
import org.fewlabel.table.sound.DescribedTable;
import org.fewlabel.table.sound.RecordingColumn;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Spectrogram. */
public final class SpectrogramNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Spectrogram")
        .icon("../../../../../icons/spectrogram.png")
        .shortDescription("Describes recordings (WAV) by log-mel spectrograms, which learners can compare.")
        .fullDescription(
            """
                <p>Reads WAV files and describes each by a vector that says which pitches sound when: a log-mel
                spectrogram, or the cepstral coefficients (MFCC) of one. All vectors are equally long, so the nodes of
                this extension take the column as a feature, like any other.</p>
                <p><b>When to use it.</b> For short sounds of which each is one thing: words, calls of animals, sounds
                of machines, notes. As it comes, the node makes equal what should not matter: how loud a recording is,
                how microphone and room color it, what silence is before and after, and how slowly something is
                said.</p>
                <p><b>When not.</b> For long recordings in which many things happen: cut them into pieces first. And if
                loudness or duration are what tells classes apart, switch off what makes them equal.</p>
                <p><b>Input.</b> A column with the files themselves (binary objects), or with their paths as text:
                absolute, relative to the data area of the workflow (<i>knime.workflow.data</i>), or <i>file:</i> and
                <i>knime:</i> URLs. PCM of 8, 16, 24 or 32 bits and floating point numbers, any number of channels
                (their mean is taken), any sample rate (brought to one). A file that is missing, empty, silent or no WAV
                file at all gets a missing cell, and the message says which; one that was cut off is used as far as
                there is sound.</p>
                <p><b>How it is computed.</b> Like librosa: frames under a Hann window, zeros beyond the ends, power in
                triangular bands of the mel scale (Slaney's formula, or that of HTK), each of area 1; decibels down to
                80 below the loudest; MFCC by the orthonormal cosine transform, without liftering. A vector holds frame
                after frame, and in each frame the bands from low to high.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Recordings", "A table with a column of WAV files, or of their paths.")
            .addOutputTable("Described recordings",
                "The table with a column of vectors appended, and a column of pictures if wanted."))
        .model(m -> m
            .parametersClass(SpectrogramNodeParameters.class)
            .configure(SpectrogramNodeFactory::configure)
            .execute(SpectrogramNodeFactory::execute))
        .nodeType(NodeType.Manipulator)
        .keywords("audio", "sound", "WAV", "mel", "MFCC", "speech", "recording", "librosa")
        .addExternalResource("https://librosa.org/doc/latest/generated/librosa.feature.melspectrogram.html",
            "librosa: the conventions followed here");

    /** Created by KNIME from plugin.xml. */
    public SpectrogramNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SpectrogramNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        RecordingColumn.check(spec, parameters.m_column, SpectrogramNodeParameters.COLUMN_TITLE);
        out.setOutSpec(0, DescribedTable.spec(spec, parameters.wanted()));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final SpectrogramNodeParameters parameters = in.getParameters();
            final var described = DescribedTable.of(in.getInTable(0), parameters.m_column, parameters.wanted(),
                in.getExecutionContext());
            out.setOutData(0, described.table());
            SpectrogramMessages.of(described).tell(SpectrogramNodeFactory.class, out::setWarningMessage);
        });
    }
}
