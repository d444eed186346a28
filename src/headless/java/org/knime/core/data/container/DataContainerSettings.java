package org.knime.core.data.container;

/** How a container treats domains and row keys. */
public final class DataContainerSettings {

    /** The most values that a nominal column may have for all of them to be listed in its domain. */
    public static final int MAX_POSSIBLE_VALUES = 60;

    private final boolean initializeDomain;

    private final boolean enableDomainUpdate;

    private final boolean checkDuplicateRowKeys;

    private DataContainerSettings(final boolean initializeDomain, final boolean enableDomainUpdate,
        final boolean checkDuplicateRowKeys) {
        this.initializeDomain = initializeDomain;
        this.enableDomainUpdate = enableDomainUpdate;
        this.checkDuplicateRowKeys = checkDuplicateRowKeys;
    }

    /** @return a builder that starts from the default */
    public static Builder builder() {
        return new Choice();
    }

    /** @return whether domains start from those in the spec */
    public boolean isInitializeDomain() {
        return initializeDomain;
    }

    /** @return whether domains learn from the rows */
    public boolean isEnableDomainUpdate() {
        return enableDomainUpdate;
    }

    /** @return whether duplicate row keys are looked for */
    public boolean isCheckDuplicateRowKeys() {
        return checkDuplicateRowKeys;
    }

    /** @return the most values that a nominal column may have for all of them to be listed in its domain */
    public int getMaxDomainValues() {
        return MAX_POSSIBLE_VALUES;
    }

    /** Chooses settings. */
    public interface Builder {

        /**
         * @param initDomain whether domains start from those in the spec
         * @return this or another builder to go on with
         */
        Builder withInitializedDomain(boolean initDomain);

        /**
         * @param update whether domains learn from the rows
         * @return this or another builder to go on with
         */
        Builder withDomainUpdate(boolean update);

        /**
         * @param check whether duplicate row keys are looked for
         * @return this or another builder to go on with
         */
        Builder withCheckDuplicateRowKeys(boolean check);

        /** @return the settings */
        DataContainerSettings build();
    }

    private static final class Choice implements Builder {

        private boolean init;

        private boolean update = true;

        private boolean check = true;

        @Override
        public Builder withInitializedDomain(final boolean initDomain) {
            init = initDomain;
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean domainUpdate) {
            update = domainUpdate;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean checkDuplicates) {
            check = checkDuplicates;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(init, update, check);
        }
    }
}
