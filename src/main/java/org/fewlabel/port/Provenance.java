package org.fewlabel.port;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The provenance of a fitted model.
 *
 * @param node the name of the node that fitted it
 * @param parameters its settings, including those selected automatically, in the user's terms
 * @param rows the number of training rows
 * @param labeled the number of labeled rows among them
 * @param date the time, to the second, in UTC
 * @param version of the software
 * @param device on which it was fitted
 * @param facts sentences about the fit; empty in models of earlier versions
 */
public record Provenance(String node, Map<String, String> parameters, int rows, int labeled, String date,
    String version, String device, List<String> facts) {

    private static final String FACTS = "facts";

    /** @return the provenance of a model fitted now on the processor */
    public static Provenance now(final String node, final Map<String, String> parameters, final int rows,
        final int labeled) {
        return new Provenance(node, parameters, rows, labeled, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            Machine.softwareVersion(), Machine.description(), List.of());
    }

    /** @return the provenance of a model fitted now without labels on a device */
    public static Provenance now(final String node, final Map<String, String> parameters, final int rows,
        final String device) {
        return now(node, parameters, rows, 0, device);
    }

    /** @return the provenance of a model fitted now on a device */
    public static Provenance now(final String node, final Map<String, String> parameters, final int rows,
        final int labeled, final String device) {
        return new Provenance(node, parameters, rows, labeled,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Machine.softwareVersion(),
            device + ", " + Machine.description(), List.of());
    }

    /** @return the same with sentences about the fit */
    public Provenance with(final List<String> otherFacts) {
        return new Provenance(node, parameters, rows, labeled, date, version, device, List.copyOf(otherFacts));
    }

    ObjectNode toJson() {
        final var json = StateFormat.object();
        json.put("node", node).put("rows", rows).put("labelled", labeled).put("date", date).put("version", version)
            .put("device", device);
        final var settings = json.putObject("parameters");
        parameters.forEach(settings::put);
        if (!facts.isEmpty()) {
            final var sentences = json.putArray(FACTS);
            facts.forEach(sentences::add);
        }
        return json;
    }

    static Provenance fromJson(final JsonNode json) {
        final var parameters = new LinkedHashMap<String, String>();
        json.path("parameters").properties().forEach(f -> parameters.put(f.getKey(), f.getValue().asText()));
        final var facts = new ArrayList<String>();
        json.path(FACTS).forEach(fact -> facts.add(fact.asText()));
        return new Provenance(json.path("node").asText(), parameters, json.path("rows").asInt(),
            json.path("labelled").asInt(), json.path("date").asText(), json.path("version").asText(),
            json.path("device").asText(), List.copyOf(facts));
    }
}
