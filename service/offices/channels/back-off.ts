import { DAY, HOUR, MINUTE } from '../../shared/instant.ts'

/** Waits between tries on one channel; after the last the reporter's next channel begins. */
export const backOff = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, DAY] as const

/** A notice gives up a channel that took nothing for this long. */
export const holdAtMost = 2 * DAY
