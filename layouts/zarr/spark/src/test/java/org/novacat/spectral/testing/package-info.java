/** Small stores, valid but for what a test breaks. */
package org.novacat.spectral.testing;
