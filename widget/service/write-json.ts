/** Writes JSON also on pages whose libraries give arrays a `toJSON` of their own, as old ones do. */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key]
  })
