import { describe, expect, it } from 'vitest'
import { isPublicAddress, lineOfAddress } from '../../service/shared/ip-address.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  [' 192.0.2.7 ', '192.0.2.7'],
  ['192.0.2.7:51000', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['[::ffff:192.0.2.7]:443', '192.0.2.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:8080', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is of the line %s', (address, line) => {
  expect(lineOfAddress(address)).toBe(line)
})

it.each([
  '',
  'unknown',
  'karangan',
  '192.0.2',
  '192.0.2.256',
  '1.2.3.4.5',
  '2001:db8',
  '::1::',
  '_hidden',
  '192.0.2.7 evil',
])('what is no address is of no line: %j', (text) => {
  expect(lineOfAddress(text)).toBeNull()
})

describe('an address of the open internet', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '103.10.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2404:6800:4003:c00::5e',
  ])('%s may be called', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('an address that is not of the open internet', () => {
  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '10.255.255.255'],
    ['shared by a carrier', '100.64.0.1'],
    ['shared by a carrier, and a cloud’s metadata', '100.100.100.200'],
    ['shared by a carrier', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['a cloud’s platform', '168.63.129.16'],
    ['link-local', '169.254.0.1'],
    ['a cloud’s metadata', '169.254.169.254'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['old 6to4 relays', '192.88.99.1'],
    ['private', '192.168.0.1'],
    ['private', '192.168.255.255'],
    ['measurements', '198.18.0.1'],
    ['measurements', '198.19.255.255'],
    ['documentation', '198.51.100.7'],
    ['documentation', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['kept for later', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback in full', '0:0:0:0:0:0:0:1'],
    ['an old embedding of IPv4', '::127.0.0.1'],
    ['IPv4 mapped, loopback', '::ffff:127.0.0.1'],
    ['IPv4 mapped in hexadecimal', '::ffff:7f00:1'],
    ['IPv4 mapped, public', '::ffff:8.8.8.8'],
    ['IPv4 translated', '::ffff:0:10.0.0.1'],
    ['NAT64', '64:ff9b::10.0.0.1'],
    ['NAT64', '64:ff9b::808:808'],
    ['NAT64 of one’s own', '64:ff9b:1::1'],
    ['discarded', '100::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['ORCHID', '2001:20::1'],
    ['documentation', '2001:db8::1'],
    ['6to4 of a private address', '2002:a00:1::'],
    ['documentation', '3fff::1'],
    ['segment routing', '5f00::1'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456:789a::1'],
    ['a cloud’s metadata', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['octal, which some read so', '0177.0.0.1'],
    ['one number', '2130706433'],
    ['hexadecimal', '0x7f000001'],
    ['too few parts', '127.1'],
    ['too many groups', '2001:4860:1:2:3:4:5:6:7'],
    ['two gaps', '2001::4860::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s: %s may not be called', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
