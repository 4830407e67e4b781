package org.novacat.transforms.continuum;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** What came of looking for the continuum of a spectrum; arrays have one value a sample. */
public sealed interface Continuum {
  /** The method of a spectrum that has no continuum. */
  String NONE = "none";

  /** Where it comes from: {@code fit:poly3}, or {@value #NONE}. */
  String method();

  /** The continuum in the unit of the flux; NaN where it is not known. */
  double[] model();

  /** One standard deviation of the model, same unit; NaN where it is not known. */
  double[] modelUncertainty();

  /**
   * A continuum was found.
   *
   * @param model NaN outside the range of the good samples, never beyond it; between them also
   *     where samples are bad
   * @param modelUncertainty NaN where the model is, and everywhere when samples do not scatter at
   *     all; with independent noise of one size
   * @param samples how many samples it was fitted to
   * @param scatter standard deviation of those about the model, unit of the flux
   */
  record Fitted(
      String method, double[] model, double[] modelUncertainty, int samples, double scatter)
      implements Continuum {
    public Fitted {
      requireNonNull(method, "method is null");
      requireNonNull(model, "model is null");
      requireNonNull(modelUncertainty, "modelUncertainty is null");
    }
  }

  /**
   * There is none.
   *
   * @param length number of samples of the spectrum
   * @param why one sentence without an end
   */
  record NotFitted(int length, String why) implements Continuum {
    public NotFitted {
      requireNonNull(why, "why is null");
    }

    @Override
    public String method() {
      return NONE;
    }

    /** A new array of NaN. */
    @Override
    public double[] model() {
      double[] nothing = new double[length];
      Arrays.fill(nothing, Double.NaN);
      return nothing;
    }

    /** A new array of NaN. */
    @Override
    public double[] modelUncertainty() {
      return model();
    }
  }
}
