import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from '../../shared/ip-address.ts'
import type { FindOutside } from '../../shared/outbound.ts'

export interface HostPorts {
  /** Ports that may be called. */
  readonly open: readonly number[]
  /** `address:port`, IPv6 in brackets: exceptions for private addresses and other ports. */
  readonly allowed: readonly string[]
  /** All addresses of a name. @throws if there is none */
  readonly resolve?: ((name: string) => Promise<readonly string[]>) | undefined
}

const resolveHere = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address)

/** All addresses of a name are looked up once and checked; one that is not public refuses the name. */
export function findOutside({ open, allowed, resolve = resolveHere }: HostPorts): FindOutside {
  const mayCall = (address: string, port: number) =>
    allowed.includes(`${isIP(address) === 6 ? `[${address}]` : address}:${port}`) ||
    (isPublicAddress(address) && open.includes(port))

  return async (host, port, signal) => {
    if (!open.includes(port) && !allowed.some((one) => one.endsWith(`:${port}`)))
      return { kind: 'refused', why: 'port' }
    const addresses = await orAborted(addressesOf(host, resolve), signal)
    if (addresses.length === 0) return { kind: 'failed', why: 'unknown_name' }
    return addresses.every((one) => mayCall(one, port))
      ? { kind: 'found', addresses }
      : { kind: 'refused', why: 'not_public' }
  }
}

/** A name that is an address itself needs no look-up. */
async function addressesOf(host: string, resolve: (name: string) => Promise<readonly string[]>) {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare)) return [bare]
  return resolve(bare).catch(() => [])
}

/** A look-up cannot be cancelled, only no longer awaited. */
const orAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })
