import { bitsOfAddress } from './ip-address.ts'

/**
 * IANA's special-purpose registries (RFC 6890 and later) exclude these ranges from the public internet; the last is the
 * address under which Azure's machines reach their host.
 */
const notPublic4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(bitsOfRange)

/**
 * Routed unicast lies in 2000::/3. The excluded parts embed another address, or are reserved for documentation and
 * tests.
 */
const unicast6 = bitsOfRange('2000::/3')
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'].map(bitsOfRange)

/**
 * Tells whether an address, as a resolver writes it, belongs to the public internet. Text that is no address does not,
 * nor do IPv6 addresses that stand for any IPv4 one (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const bits = bitsOfAddress(address)
  if (bits === null) return false
  const isIn = (range: string) => bits.startsWith(range)
  return bits.length === 32 ? !notPublic4.some(isIn) : isIn(unicast6) && !notPublic6.some(isIn)
}

function bitsOfRange(range: string): string {
  const [address = '', length] = range.split('/')
  return (bitsOfAddress(address) ?? '').slice(0, Number(length))
}
