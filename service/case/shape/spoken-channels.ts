import type { IntakeChannel } from '../../offices/vocabulary.ts'

/** Tells whether the reporter stands before an officer, who reads back to them what was written and lets them sign. */
export const isThere = (channel: IntakeChannel): boolean => channel === 'walk_in_oral' || channel === 'walk_in_written'

/** Tells whether an officer can have explained or read anything out. On the other channels there is only what was written. */
export const isSpokenWith = (channel: IntakeChannel): boolean => isThere(channel) || channel === 'telephone'
