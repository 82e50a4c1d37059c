/** The keys under which the secrets of units lie, 32 bytes each, the newest first. */
export interface MasterKeys {
  /** Looks again where they are kept: another process may have changed them. */
  read(): Promise<readonly Uint8Array[]>
  /** `null` where they are given from outside, so that only who runs the service can change them. */
  readonly renewal: {
    /** Puts a new one in front of those that are there. */
    begin(): Promise<void>
    /** Forgets all but the newest. */
    finish(): Promise<void>
  } | null
}

export const givenMasterKeys = (...keys: readonly Uint8Array[]): MasterKeys => ({
  read: async () => keys,
  renewal: null,
})
