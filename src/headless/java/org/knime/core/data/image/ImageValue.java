package org.knime.core.data.image;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A picture. */
public interface ImageValue extends DataValue {

    /** Name of these values. */
    UtilityFactory UTILITY = new ImageValueUtilityFactory();

    /** @return the usual end of the name of a picture's file, without a dot */
    String getImageExtension();

    /** @return what is on the picture */
    ImageContent getImageContent();

    /** Name of these values. */
    class ImageValueUtilityFactory extends ExtensibleUtilityFactory {

        ImageValueUtilityFactory() {
            super(ImageValue.class);
        }

        @Override
        public String getName() {
            return "Image";
        }
    }
}
