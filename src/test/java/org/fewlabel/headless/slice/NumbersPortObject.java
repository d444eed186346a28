package org.fewlabel.headless.slice;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A port object of numbers in one binary entry, as the plug-in's models are. */
public final class NumbersPortObject extends AbstractPortObject {

    private DataTableSpec spec;

    private double[] numbers;

    /** For the serializer. */
    public NumbersPortObject() {
    }

    NumbersPortObject(final DataTableSpec spec, final double... numbers) {
        this.spec = spec;
        this.numbers = numbers;
    }

    double[] numbers() {
        return numbers;
    }

    @Override
    public DataTableSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return numbers.length + " numbers";
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        exec.checkCanceled();
        out.putNextEntry(new ZipEntry("numbers"));
        final var data = new DataOutputStream(out);
        data.writeInt(numbers.length);
        for (final var number : numbers) {
            data.writeDouble(number);
        }
        data.flush();
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec portSpec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        spec = (DataTableSpec)portSpec;
        if (in.getNextEntry() == null) {
            throw new IOException("There is no entry \"numbers\".");
        }
        final var data = new DataInputStream(in);
        numbers = new double[data.readInt()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = data.readDouble();
        }
    }

    /** Writes and reads such port objects. */
    public static final class Serializer extends AbstractPortObjectSerializer<NumbersPortObject> {
    }
}
