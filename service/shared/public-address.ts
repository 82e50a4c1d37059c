/**
 * Ranges that are nobody's on the open internet, by the special-purpose registries of IANA (RFC 6890 and after), with
 * the address under which Azure's machines reach their host.
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

/** Unicast that is routed lies in 2000::/3. These parts of it carry another address in them, or are for books and tests. */
const unicast6 = bitsOfRange('2000::/3')
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'].map(bitsOfRange)

/**
 * Whether an address, as a resolver writes it, belongs to the open internet. What is not understood does not; nor do
 * IPv6 addresses that stand for an IPv4 one (mapped, NAT64, 6to4, Teredo), whatever that one is.
 */
export function isPublicAddress(address: string): boolean {
  const bits = bitsOf(address)
  if (bits === null) return false
  const isIn = (range: string) => bits.startsWith(range)
  return bits.length === 32 ? !notPublic4.some(isIn) : isIn(unicast6) && !notPublic6.some(isIn)
}

function bitsOfRange(range: string): string {
  const [address = '', length] = range.split('/')
  return (bitsOf(address) ?? '').slice(0, Number(length))
}

/** 32 or 128 characters of `0` and `1`; `null` for what is no address. */
function bitsOf(address: string): string | null {
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
