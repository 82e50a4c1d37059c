/** Work that a sender's device must do when it is busy: cheap to check, and each proof counts once. */
export interface ProofOfWork {
  /** @param difficulty 1 takes a phone about a second; it grows in proportion */
  challenge(difficulty: number): Promise<unknown>
  /** @param proof base64 of the JSON `{ challenge, solution }` */
  solved(proof: string): Promise<boolean>
}
