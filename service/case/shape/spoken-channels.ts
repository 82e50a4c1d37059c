import type { IntakeChannel } from '../../offices/vocabulary.ts'

const spoken: readonly IntakeChannel[] = ['walk_in_oral', 'walk_in_written', 'telephone']

/** Tells whether an officer speaks with the reporter on this channel. On the others there is only what was written. */
export const isSpokenWith = (channel: IntakeChannel): boolean => spoken.includes(channel)
