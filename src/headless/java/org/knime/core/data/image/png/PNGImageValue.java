package org.knime.core.data.image.png;

import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.image.ImageValue;

/** A picture in the format PNG. */
public interface PNGImageValue extends ImageValue {

    /** Name of these values. */
    UtilityFactory UTILITY = new ImageCellUtilityFactory();

    @Override
    PNGImageContent getImageContent();

    /** Name of these values. */
    class ImageCellUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link PNGImageValue#UTILITY}. */
        protected ImageCellUtilityFactory() {
            super(PNGImageValue.class);
        }

        @Override
        public String getName() {
            return "PNG Image";
        }
    }
}
