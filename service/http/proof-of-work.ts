/** A proof for one purpose or subject opens nothing else. */
export interface WorkFor {
  /** Such as `filing` or `sign-in`. */
  readonly purpose: string
  /** The tenant or the account that is protected. */
  readonly subject: string
}

/** `too-little` was enough for an earlier challenge, but not for what is asked now. */
export type ProofVerdict = 'accepted' | 'too-little' | 'wrong'

/** Work that a sender's device must do when it is busy: cheap to check, and each proof counts once. */
export interface ProofOfWork {
  /** @param difficulty 1 takes a phone about a second; it grows in proportion */
  challenge(of: WorkFor, difficulty: number): Promise<unknown>
  /** @param proof base64 of the JSON `{ challenge, solution }` */
  judge(of: WorkFor, difficulty: number, proof: string): Promise<ProofVerdict>
}
