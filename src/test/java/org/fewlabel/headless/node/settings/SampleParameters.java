package org.fewlabel.headless.node.settings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Parameters with the fields of those nodes whose genuine settings are among the test resources. */
final class SampleParameters {

    private SampleParameters() {
    }

    static final class Source implements NodeParameters {
        int m_rows;
        long m_seed;
    }

    static final class Train implements NodeParameters {
        String m_column;
    }

    /** A field of every kind. */
    static final class Scale implements NodeParameters {

        enum Mode {
            ADD, MULTIPLY
        }

        int m_factor;
        Mode m_mode = Mode.ADD;
        String m_column;
        ColumnFilter m_cols = new ColumnFilter();
        double m_offset;
        Optional<Integer> m_opt = Optional.empty();
        Optional<String> m_optSet = Optional.empty();
        boolean m_flag;
        long m_long;
        LocalDate m_date;
        LocalDateTime m_dt;
        String[] m_strs = {};
        Element[] m_elems = {};
        Nested m_nested = new Nested();
        @Persistor(ClassicKey.class)
        int m_classic;
        int m_noWidget;

        static final class Element implements NodeParameters {
            String m_name;
            double m_w;
        }

        static final class Nested implements NodeParameters {
            int m_inner;
            @Persist(configKey = "renamed_key")
            String m_other;
        }

        static final class ClassicKey implements NodeParametersPersistor<Integer> {

            @Override
            public Integer load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return settings.getInt("classic_key");
            }

            @Override
            public void save(final Integer value, final NodeSettingsWO settings) {
                settings.addInt("classic_key", value);
            }

            @Override
            public String[][] getConfigPaths() {
                return new String[][]{{"classic_key"}};
            }
        }
    }

    static final class ConstantColumns implements NodeParameters {

        enum FilterMode {
            ALL, BY_VALUE
        }

        FilterMode m_filterMode = FilterMode.ALL;
        Optional<Double> m_filterNumeric = Optional.empty();
        Optional<String> m_filterString = Optional.empty();
        @Persist(configKey = "filter-missing")
        boolean m_filterMissing;
        ColumnFilter m_consideredColumns = new ColumnFilter();
        @Persist(configKey = "row-threshold")
        long m_rowThreshold;
    }

    static final class Partition implements NodeParameters {

        enum PartitioningMode {
            RELATIVE, ABSOLUTE
        }

        enum RowMode {
            FIRST_ROWS, RANDOM, STRATIFIED
        }

        enum Empty {
            FAIL, OUTPUT_EMPTY
        }

        PartitioningMode m_partitioningMode = PartitioningMode.RELATIVE;
        double m_percentage;
        long m_rowCount;
        RowMode m_mode = RowMode.RANDOM;
        @Persist(configKey = "class_column")
        String m_classColumn;
        Optional<Long> m_seed = Optional.empty();
        Empty m_actionEmpty = Empty.FAIL;
    }

    static final class Join implements NodeParameters {

        enum Special {
            ROW_ID
        }

        static final class Column implements Persistable {
            String m_regularChoice;
            @Persist(hidden = true)
            Special m_specialChoice = Special.ROW_ID;
        }

        static final class Criterion implements Persistable {
            Column m_leftTableColumnV2 = new Column();
            Column m_rightTableColumnV2 = new Column();
        }

        String m_compositionMode;
        Criterion[] m_matchingCriteria = {};
        String m_dataCellComparisonMode;
        boolean m_includeMatchesInOutput;
        boolean m_includeLeftUnmatchedInOutput;
        boolean m_includeRightUnmatchedInOutput;
        ColumnFilter m_leftColumnSelectionConfigV2 = new ColumnFilter();
        ColumnFilter m_rightColumnSelectionConfigV2 = new ColumnFilter();
        boolean m_mergeJoinColumns;
        String m_duplicateHandling;
        String m_suffix;
        boolean m_outputUnmatchedRowsToSeparatePorts;
        String m_rowKeyFactory;
        String m_rowKeySeparator;
        String m_outputRowOrder;
        int m_maxOpenFiles;
        boolean m_enableHiliting;
    }

    static final class Split implements NodeParameters {

        static final class Predicate implements Persistable {
            String m_operator;
        }

        String m_matchCriteria;
        Predicate[] m_predicates = {};
        String m_domains;
        String m_outputMode;
    }

    static final class TableEditor implements NodeParameters {

        static final class Column implements Persistable {
            String m_name;
        }

        int[] m_rowIndices = {};
        int[] m_columnIndices = {};
        String[] m_values = {};
        String m_rowIdPrefix;
        String m_rowIdSuffix;
        int m_rowIdStartValue;
        boolean m_highlightOutputTable;
        Column[] m_columnProperties = {};
    }

    /** Groups of the CSV Reader; each holds one or a few parameters. */
    static final class Read implements NodeParameters {

        static final class Csv implements Persistable {
            Files m_multiFileSelectionParams = new Files();
            SkipRows m_skipFirstDataRowsParams = new SkipRows();
            MaxRows m_maxNumberOfRowsParams = new MaxRows();
            Schema m_ifSchemaChangesParams = new Schema();
            ManyFiles m_multiFileReaderParams = new ManyFiles();
            Encoding m_fileEncodingParams = new Encoding();
            SkipLines m_skipFirstLinesParams = new SkipLines();
            Format m_csvFormatParams = new Format();
            Detect m_autoDetectParams = new Detect();
            Header m_firstRowContainsColumnNamesParams = new Header();
            RowIds m_firstColumnContainsRowIdsParams = new RowIds();
            ShortRows m_ifRowHasFewerColumnsParams = new ShortRows();
            Quotes m_quotedStringsParams = new Quotes();
            Scan m_limitScannedRowsParams = new Scan();
            MaxColumns m_maxColumnsParams = new MaxColumns();
            Memory m_limitMemoryParams = new Memory();
            FileIndex m_prependFileIndexParams = new FileIndex();
        }

        static final class Files implements Persistable {
            Location m_source = new Location();
        }

        static final class Location implements Persistable {
            String m_filterMode;
            Path m_path = new Path();
            boolean m_includeSubfolders;
            Filters m_filters = new Filters();
        }

        static final class Path implements Persistable {
            boolean location_present;
            String file_system_type;
            String file_system_specifier;
            String path;
        }

        static final class Filters implements Persistable {
            boolean m_filterFilesExtension;
            String m_filesExtensionExpression;
            boolean m_filesExtensionCaseSensitive;
            boolean m_filterFilesName;
            String m_filesNameExpression;
            String m_filesNameFilterType;
            boolean m_filesNameCaseSensitive;
            boolean m_includeHiddenFiles;
            boolean m_includeSpecialFiles;
            boolean m_filterFoldersName;
            String m_foldersNameExpression;
            String m_foldersNameFilterType;
            boolean m_foldersNameCaseSensitive;
            boolean m_includeHiddenFolders;
            boolean m_followSymlinks;
        }

        static final class SkipRows implements Persistable {
            long m_skipFirstDataRows;
        }

        static final class MaxRows implements Persistable {
            Optional<Long> m_maximumNumberOfRows = Optional.empty();
        }

        static final class Schema implements Persistable {
            boolean m_ignoreSchemaChange;
            String m_ifSchemaChangesOption;
        }

        static final class ManyFiles implements Persistable {
            Optional<String> m_appendPathColumn = Optional.empty();
            String m_howToCombineColumns;
        }

        static final class Encoding implements Persistable {
            String m_fileEncoding;
            String m_customEncoding;
        }

        static final class SkipLines implements Persistable {
            long m_skipFirstLines;
        }

        static final class Format implements Persistable {
            String m_commentLineCharacter;
            String m_rowDelimiterOption;
            String m_customRowDelimiter;
            String m_columnDelimiter;
            boolean m_quotedStringsContainNoRowDelimiters;
            String m_quoteCharacter;
            String m_quoteEscapeCharacter;
            String m_decimalSeparator;
            String m_thousandsSeparator;
        }

        static final class Detect implements Persistable {
            int m_numberOfCharactersForAutodetection;
        }

        static final class Header implements Persistable {
            boolean m_firstRowContainsColumnNames;
        }

        static final class RowIds implements Persistable {
            boolean m_firstColumnContainsRowIds;
        }

        static final class ShortRows implements Persistable {
            String m_ifRowHasLessColumnsOption;
        }

        static final class Quotes implements Persistable {
            boolean m_replaceEmptyQuotedStringsByMissingValues;
            String m_quotedStringsOption;
        }

        static final class Scan implements Persistable {
            Optional<Long> m_maxDataRowsScanned = Optional.empty();
        }

        static final class MaxColumns implements Persistable {
            int m_maximumNumberOfColumns;
        }

        static final class Memory implements Persistable {
            boolean m_limitMemoryPerColumn;
        }

        static final class FileIndex implements Persistable {
            boolean m_prependFileIndexToRowId;
        }

        /** What the reader remembers of its last run: kept as it is. */
        static final class Remembered implements NodeParametersPersistor<NodeSettingsRO> {

            @Override
            public NodeSettingsRO load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return settings.getNodeSettings("configId_Internals");
            }

            @Override
            public void save(final NodeSettingsRO value, final NodeSettingsWO settings) {
                value.copyTo(settings.addNodeSettings("configId_Internals"));
            }

            @Override
            public String[][] getConfigPaths() {
                return new String[][]{{"configId_Internals"}};
            }
        }

        static final class Transformation implements Persistable {
            Specs m_specs = new Specs();
            boolean m_enforceTypes;
            ColumnRule[] m_columnTransformation = {};
        }

        static final class Specs implements Persistable {
            boolean is_null;
        }

        static final class ColumnRule implements Persistable {
            String m_columnName;
            String m_originalTypeLabel;
            boolean m_includeInOutput;
            String m_columnRename;
            String m_unknownsColumnDataType;
        }

        Csv m_csvReaderParameters = new Csv();
        @Persistor(Remembered.class)
        NodeSettingsRO m_configId;
        @Persist(hidden = true)
        String m_sourceId;
        Transformation m_transformationParameters = new Transformation();
    }
}
