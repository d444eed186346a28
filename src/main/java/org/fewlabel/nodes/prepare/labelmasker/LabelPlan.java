package org.fewlabel.nodes.prepare.labelmasker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.LabelDraw.Amount;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeParameters.HoldOutReference;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeParameters.Keep;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeParameters.KeepReference;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeParameters.PerClassReference;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeParameters.ShareReference;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeParameters.TotalReference;
import org.fewlabel.table.LabelCounts;
import org.fewlabel.table.LabelReference;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/** The text in the dialog that shows the effect of the settings: the number of labels of each class that are kept. */
final class LabelPlan implements StateProvider<Optional<Message>> {

    private static final int MAX_NAMED = 6;

    private static final double PERCENT = 100;

    private Supplier<Optional<LabelCounts>> counts;

    private Supplier<Keep> keep;

    private Supplier<Integer> perClass;

    private Supplier<Double> share;

    private Supplier<Integer> total;

    private Supplier<Double> holdOut;

    /** The classes of the label column, which are counted once for each column and not for each change of a number. */
    static final class Counts implements StateProvider<Optional<LabelCounts>> {

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            label = initializer.computeFromValueSupplier(LabelReference.class);
        }

        @Override
        public Optional<LabelCounts> computeState(final NodeParametersInput input) {
            return LabelCounts.of(input, label.get());
        }
    }

    @Override
    public void init(final StateProviderInitializer initializer) {
        counts = initializer.computeFromProvidedState(Counts.class);
        keep = initializer.computeFromValueSupplier(KeepReference.class);
        perClass = initializer.computeFromValueSupplier(PerClassReference.class);
        share = initializer.computeFromValueSupplier(ShareReference.class);
        total = initializer.computeFromValueSupplier(TotalReference.class);
        holdOut = initializer.computeFromValueSupplier(HoldOutReference.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        return counts.get().flatMap(found -> amount().flatMap(amount -> message(found, amount)));
    }

    /** @return empty while a number is out of range */
    private Optional<Amount> amount() {
        try {
            return Optional.of(switch (keep.get()) {
                case PER_CLASS -> new LabelDraw.PerClass(perClass.get());
                case SHARE -> new LabelDraw.Share(share.get() / PERCENT);
                case TOTAL -> new LabelDraw.Total(total.get());
            });
        } catch (final UserMessageException e) { // the number itself has a message
            return Optional.empty();
        }
    }

    private Optional<Message> message(final LabelCounts found, final Amount amount) {
        final var heldOutShare = holdOut.get() / PERCENT;
        if (!(heldOutShare >= 0 && heldOutShare < 1)) {
            return Optional.empty();
        }
        final var available = Arrays.stream(found.rows())
            .map(size -> size - LabelDraw.heldOut(size, heldOutShare)).toArray();
        final var kept = amount.kept(available);
        final var all = Arrays.stream(found.rows()).sum();
        final var labeled = Arrays.stream(kept).sum();
        final var heldOut = all - Arrays.stream(available).sum();
        return Optional.of(new Message(
            labeled + " labeled, " + (all - labeled - heldOut + found.unlabeled()) + " unlabeled, " + heldOut
                + " held-out rows",
            "Labels are kept for " + classes(found, kept) + ".",
            Arrays.stream(kept).anyMatch(k -> k == 0) ? MessageType.WARNING : MessageType.INFO));
    }

    private static String classes(final LabelCounts found, final int[] kept) {
        final List<String> parts = new ArrayList<>();
        for (var c = 0; c < Math.min(kept.length, MAX_NAMED); c++) {
            parts.add(kept[c] + " of " + found.rows()[c] + " rows of \"" + found.classes().get(c) + "\"");
        }
        if (kept.length > MAX_NAMED) {
            parts.add("rows of " + (kept.length - MAX_NAMED) + " more classes");
        }
        return String.join(", ", parts);
    }
}
