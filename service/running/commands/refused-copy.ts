const exitCodes = {
  notEmpty: 10,
  notWhole: 11,
  damaged: 12,
  wrongKey: 13,
  newer: 14,
  erasures: 15,
  taken: 16,
} as const

/** Why a copy is refused, each reason with an exit code of its own. */
export class RefusedCopy extends Error {
  override readonly name = 'RefusedCopy'
  readonly exitCode: number

  constructor(why: keyof typeof exitCodes, sentence: string) {
    super(sentence)
    this.exitCode = exitCodes[why]
  }
}
