/** What travels between nodes besides tables: fitted classifiers, with their file format, provenance and summary. */
package org.fewlabel.port;
