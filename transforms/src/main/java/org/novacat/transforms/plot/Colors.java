package org.novacat.transforms.plot;

/**
 * Colors as 0xRRGGBB. Those of data are from the palette of Okabe and Ito (2008), which people with
 * any form of color blindness can tell apart; neighbours differ in lightness as well.
 */
final class Colors {
  static final int PAPER = 0xffffff;
  static final int GRID = 0xe8eaed;
  static final int FRAME = 0x5f6368;
  static final int TEXT = 0x202124;
  static final int QUIET_TEXT = 0x5f6368;

  /** Samples that are there but not good. */
  static final int FAINT = 0xc4c8cc;

  static final int BLUE = 0x0072b2;
  static final int SKY = 0x56b4e9;

  private Colors() {}
}
