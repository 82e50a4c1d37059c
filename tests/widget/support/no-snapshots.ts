/** Stands in for the commands of another test runner, which `@open-wc/testing` imports and these tests never call. */
const none = (): never => {
  throw new Error('These tests take no snapshots')
}

export const getSnapshotConfig = none
export const getSnapshots = none
export const getSnapshot = none
export const saveSnapshot = none
export const removeSnapshot = none
