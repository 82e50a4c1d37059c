/** What of a case changes when its reporter becomes confidential. What the store has of it is sealed and indexed anew, because words and look-ups follow from it. */
export const madeConfidential = {
  privacy: 'confidential',
  callableFrom: null,
  dossier: { maskedReporter: null },
} as const
