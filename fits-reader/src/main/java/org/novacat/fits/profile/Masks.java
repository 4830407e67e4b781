package org.novacat.fits.profile;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.novacat.fits.profile.Words.Role;

/**
 * Which flags mean a bad sample. A mask of ones and zeros that is called no more than MASK says it
 * only where a convention does, or by its type: of a logical one, true is bad (astropy's and
 * specutils' habit). Values beyond 1 are bits of flags, of which 0 is the good one.
 */
public final class Masks {
  private Masks() {}

  /** Whether a role is that of a mask. */
  public static boolean isNamed(Role role) {
    return role == Role.MASK || role == Role.GOOD || role == Role.EITHER;
  }

  /**
   * Adds a mask to a spectrum, or says in a note why it is not used.
   *
   * @param what the mask for people, such as {@code column MASK}
   * @param role by its name
   * @param logical whether it holds truth values
   * @param oneIsGood whether the convention of the file says so of a mask called MASK
   * @param flags its values, asked for once
   * @param notes where to say it
   */
  public static void add(
      Spectra spectrum,
      String what,
      Role role,
      boolean logical,
      boolean oneIsGood,
      Supplier<Flags> flags,
      List<String> notes) {
    Flags found = flags.get();
    if (role == Role.GOOD || (role == Role.EITHER && oneIsGood)) {
      spectrum.mask(inverted(found), 1, what + ", of which 0 is bad");
    } else if (role == Role.MASK
        || logical
        || Arrays.stream(found.bits()).anyMatch(Masks::isBits)) {
      spectrum.mask(found, -1, what);
    } else {
      notes.add(
          "The %s is not used: nothing says whether its 1 marks a good or a bad sample."
              .formatted(what));
    }
  }

  private static boolean isBits(int value) {
    return value != 0 && value != 1;
  }

  /** 1 where the flags are 0, and 0 elsewhere. */
  public static Flags inverted(Flags flags) {
    return new Flags(
        Arrays.stream(flags.bits()).map(bit -> bit == 0 ? 1 : 0).toArray(), flags.origin());
  }
}
