/** What a proof of work is good for. A proof for one purpose or subject opens nothing else. */
export interface WorkFor {
  /** What is asked for, as `filing` or `sign-in`. */
  readonly purpose: string
  /** The unit or the account that it is asked of. */
  readonly subject: string
}

/** What became of a proof that somebody brought. `too-little` was good for less work than is asked now. */
export type ProofVerdict = 'accepted' | 'too-little' | 'wrong'

/** Work that a sender's device must do when it is busy: cheap to check, and each proof counts once. */
export interface ProofOfWork {
  /** @param difficulty 1 takes a phone about a second; it grows in proportion */
  challenge(of: WorkFor, difficulty: number): Promise<unknown>
  /** @param proof base64 of the JSON `{ challenge, solution }` */
  judge(of: WorkFor, difficulty: number, proof: string): Promise<ProofVerdict>
}
