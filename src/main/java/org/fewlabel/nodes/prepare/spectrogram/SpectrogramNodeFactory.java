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
        .shortDescription("Computes log-mel spectrograms or MFCCs of recordings (WAV).")
        .fullDescription(
            """
                <p>This node reads WAV files and appends a vector for each recording: a log-mel spectrogram or its
                cepstral coefficients (MFCC). All vectors have the same length, so the nodes of this extension can use
                the column as a feature.</p>
                <p><b>When to use it.</b> For short sounds that each contain one event: words, animal calls, machine
                sounds, notes. By default the node removes differences that should not matter: volume, the timbre of
                microphone and room, silence at both ends, and duration.</p>
                <p><b>When not to use it.</b> For long recordings with many events: cut them into pieces first. If
                volume or duration distinguish your classes, switch off the corresponding normalization.</p>
                <p><b>Input.</b> A column with the files themselves (binary objects) or with their paths as text:
                absolute paths, paths relative to the data area of the workflow (<i>knime.workflow.data</i>), or
                <i>file:</i> and <i>knime:</i> URLs. Supported are PCM with 8, 16, 24 or 32 bits and floating point
                numbers, any number of channels (averaged) and any sample rate (resampled to a common one).</p>
                <p><b>Output.</b> The table with the column of vectors. A vector holds frame after frame, each with its
                bands from low to high frequency. A recording that is missing, empty, silent or not a WAV file gets a
                missing cell and is named in the message; a truncated one is used up to its end.</p>
                <p><b>Computation.</b> As in librosa: Hann window, zero padding, power in triangular mel bands (Slaney's
                formula or HTK's), each with area 1; decibels, limited to 80 dB below the maximum; MFCC by the
                orthonormal DCT-II, without liftering.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Recordings", "A table with a column of WAV files, or of their paths.")
            .addOutputTable("Described recordings",
                "The table with a column of vectors appended and, on request, a column of images."))
        .model(m -> m
            .parametersClass(SpectrogramNodeParameters.class)
            .configure(SpectrogramNodeFactory::configure)
            .execute(SpectrogramNodeFactory::execute))
        .nodeType(NodeType.Manipulator)
        .keywords("audio", "sound", "WAV", "mel", "MFCC", "speech", "recording", "librosa")
        .addExternalResource("https://librosa.org/doc/latest/generated/librosa.feature.melspectrogram.html",
            "librosa: melspectrogram, whose conventions this node follows");

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
