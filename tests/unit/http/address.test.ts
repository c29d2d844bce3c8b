import { expect, it } from 'vitest'
import { addressPrefix, addressPrefixes } from '#http/address.ts'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('guesses from the address %s count for the prefix %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix)
})

it.each([
  ['203.0.113.7', '203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7', '203.0.113.7'],
  ['0:0:0:0:0:ffff:cb00:7107', '203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2', '2001:db8:1'],
  ['2001:db8::', '2001:db8:0:0', '2001:db8:0'],
  ['1::8', '1:0:0:0', '1:0:0'],
  ['::1', '0:0:0:0', '0:0:0'],
  ['::', '0:0:0:0', '0:0:0'],
  ['1:2:3:4:5:6:7::', '1:2:3:4', '1:2:3'],
  ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
  [' 203.0.113.7 ', '203.0.113.7', '203.0.113.7'],
  ['', '', ''],
  ['unknown', '', ''],
  ['203.0.113', '', ''],
  ['2001:db8', '', ''],
  ['1:2:3:4:5:6:7:8:9', '', ''],
  ['1::2::3', '', ''],
  ['1:2:3:4:5:6:7:8::', '', ''],
  ['2001:db8:xyz::1', '', ''],
  ['2001:db8:12345::1', '', ''],
  ['203.0.113.7, 198.51.100.1', '', ''],
  [':'.repeat(10_000), '', ''],
])('the address %s counts for the prefix %s, and in the total for %s', (address, own, shared) => {
  expect(addressPrefixes(address)).toEqual({ own, shared })
})

it('two /64 networks of one /48 count as two senders and one share of the total', () => {
  const [a, b] = [addressPrefixes('2001:db8:7:1::1'), addressPrefixes('2001:db8:7:ffff::1')]
  expect(a.own).not.toBe(b.own)
  expect(a.shared).toBe(b.shared)
})
