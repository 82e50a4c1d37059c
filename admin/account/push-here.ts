/** This browser's id among the devices of the person who switched push on here is kept under this name. */
const HERE = 'aduan-push-device'

export const isPushHere = (id: string): boolean => localStorage.getItem(HERE) === id

export const keepPushHere = (id: string): void => localStorage.setItem(HERE, id)

/** Nobody's events wake this browser any more; the service hears of it with its next try. */
export async function endPushHere(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registered = await navigator.serviceWorker.getRegistration('/admin/')
  await (await registered?.pushManager.getSubscription())?.unsubscribe()
  localStorage.removeItem(HERE)
}

/** Somebody else switched it on here before: what happens to them wakes nobody who sits here now. */
export async function leavePushOfOthers(
  readOwn: () => Promise<{ readonly devices: readonly { readonly id: string }[] }>,
): Promise<void> {
  const here = localStorage.getItem(HERE)
  if (here === null) return
  const { devices } = await readOwn()
  if (!devices.some(({ id }) => id === here)) await endPushHere()
}
