/** Returns the 32 or 128 bits of an address as `0` and `1`, or `null` for text that is no address. */
export function bitsOfAddress(address: string): string | null {
  return address.includes(':') ? bitsOf6(address) : bitsOf4(address)
}

function bitsOf4(address: string): string | null {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null
  return parts.map((part) => inBits(Number(part), 8)).join('')
}

function bitsOf6(address: string): string | null {
  const [before = '', after, more] = address.split('::')
  if (more !== undefined) return null
  const [head, tail] = [bitsOfGroups(before), bitsOfGroups(after ?? '')]
  if (head === null || tail === null) return null
  const missing = 128 - head.length - tail.length
  if (after === undefined ? missing !== 0 : missing < 16) return null
  return head + '0'.repeat(missing) + tail
}

function bitsOfGroups(text: string): string | null {
  if (text === '') return ''
  const groups = text.split(':')
  const bits = groups.map((group, at) => {
    if (at === groups.length - 1 && group.includes('.')) return bitsOf4(group)
    return /^[\da-f]{1,4}$/i.test(group) ? inBits(Number.parseInt(group, 16), 16) : null
  })
  return bits.includes(null) ? null : bits.join('')
}

function inBits(number: number, width: number): string {
  return number.toString(2).padStart(width, '0')
}

/** IPv4 addresses written as IPv6 lie in `::ffff:0:0/96`. */
const MAPPED = '0'.repeat(80) + '1'.repeat(16)
/** Providers assign at least this many bits to an IPv6 connection, so its addresses share them. */
const LINE_BITS = 64

/**
 * Names the connection of an address. An IPv4 address, also one written as IPv6, is a connection by itself; IPv6
 * addresses with the same first 64 bits share one. A port, brackets and a zone are left out.
 * @returns `null` for text that is no address
 */
export function lineOfAddress(text: string): string | null {
  const bits = bitsOfAddress(withoutPort(text.trim()))
  if (bits === null) return null
  if (bits.length === 32) return inDots(bits)
  if (bits.startsWith(MAPPED)) return inDots(bits.slice(MAPPED.length))
  return `${inGroups(bits.slice(0, LINE_BITS))}::/${LINE_BITS}`
}

/** Some proxies and systems write `[2001:db8::1]:443`, `192.0.2.1:5000` or `fe80::1%eth0`. */
function withoutPort(text: string): string {
  const inBrackets = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1]
  const bare = inBrackets ?? /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(text)?.[1] ?? text
  return bare.replace(/%[\w.-]+$/, '')
}

const inDots = (bits: string): string => chunks(bits, 8).map(String).join('.')
const inGroups = (bits: string): string =>
  chunks(bits, 16)
    .map((group) => group.toString(16))
    .join(':')

const chunks = (bits: string, width: number): number[] =>
  Array.from({ length: bits.length / width }, (_, at) => Number.parseInt(bits.slice(at * width, (at + 1) * width), 2))

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
