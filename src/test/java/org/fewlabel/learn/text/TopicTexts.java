package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;

/**
 * Synthetic news texts of four topics. Most words of a text occur in every topic alike; some belong to its topic, which
 * has many words of its own, a few frequent ones and many rare ones; and one in ten of these belongs to another topic,
 * as noise.
 *
 * @param texts by topic, one after the other
 * @param topics of the texts
 */
public record TopicTexts(String[] texts, int[] topics) {

    public static final List<String> NAMES = List.of("economy", "politics", "science", "sport");

    private static final int COMMON_WORDS = 600;

    private static final int WORDS_OF_A_TOPIC = 250;

    private static final double SHARE_OF_TOPIC = 0.22;

    private static final double SHARE_THAT_STRAYS = 0.1;

    private static final String[] SYLLABLES = ("ba be bi bo bu da de di do du fa fe ka ke ko la le li lo lu ma me mi "
        + "mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve").split(" ");

    public static TopicTexts of(final int perTopic, final int wordsEach, final long seed) {
        final var random = new Random(seed);
        final var common = words(COMMON_WORDS, random);
        final var own = new ArrayList<String[]>();
        for (var t = 0; t < NAMES.size(); t++) {
            own.add(words(WORDS_OF_A_TOPIC, random));
        }
        final var topics = new int[NAMES.size() * perTopic];
        Arrays.setAll(topics, i -> i % NAMES.size());
        final var texts = Arrays.stream(topics).mapToObj(topic -> {
            final var text = new StringBuilder();
            for (var w = 0; w < wordsEach; w++) {
                final var ofTopic = random.nextDouble() < SHARE_OF_TOPIC;
                final var strays = random.nextDouble() < SHARE_THAT_STRAYS;
                final var words = ofTopic ? own.get(strays ? random.nextInt(NAMES.size()) : topic) : common;
                // few are frequent and many are rare
                text.append(w == 0 ? "" : " ").append(words[(int)(words.length * Math.pow(random.nextDouble(), 1.6))]);
            }
            return text + ".";
        }).toArray(String[]::new);
        return new TopicTexts(texts, topics);
    }

    private static String[] words(final int count, final Random random) {
        final var words = new String[count];
        for (var i = 0; i < count; i++) {
            final var word = new StringBuilder();
            for (var s = 0; s < 3; s++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
        return words;
    }

    public Rows rows() {
        return new Rows(texts.length, List.of(new TextColumn("text", texts)));
    }

    /** The first so many texts of each topic are labeled. */
    public Labels labels(final int perTopic) {
        final var codes = topics.clone();
        Arrays.setAll(codes, i -> i < perTopic * NAMES.size() ? topics[i] : Labels.UNLABELED);
        return new Labels(codes, NAMES);
    }

    /** @return the share of the unlabeled texts whose topic is the most probable */
    public double accuracy(final double[] probabilities, final Labels labels) {
        var right = 0;
        var all = 0;
        for (var i = 0; i < topics.length; i++) {
            if (labels.codes()[i] < 0) {
                all++;
                var best = 0;
                for (var c = 1; c < NAMES.size(); c++) {
                    best = probabilities[i * NAMES.size() + c] > probabilities[i * NAMES.size() + best] ? c : best;
                }
                right += best == topics[i] ? 1 : 0;
            }
        }
        return (double)right / all;
    }
}
