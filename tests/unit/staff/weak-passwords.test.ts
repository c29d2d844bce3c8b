import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passwordLength } from '#domain/staff/bounds.ts'
import { commonPasswords } from '../../../functions/staff/passwords/common-passwords.ts'
import { isCommon, isOwnWords } from '../../../functions/staff/passwords/weak-passwords.ts'

/** New passwords that an attacker guesses first. */

it.each([
  // On the list of common passwords.
  ...['administrator', 'justinbieber', 'finalfantasy', 'sonyericsson', 'Unbelievable', 'motherfucker'],
  // A common word with digits and symbols around it, in any spelling.
  ...['password1234', 'P@ssw0rd2026', 'Admin@123456', 'welcome2026!!', 'letmein!2026', 'hello1234567'],
  ...[
    'woaini5201314',
    'mima12345678',
    'guanliyuan123',
    'sifaju2026!!',
    '密码密码密码密码1234',
    'ｐａｓｓｗｏｒｄ1234',
  ],
  // Keyboard runs, alphabet runs, digits only, repetitions.
  ...['1qaz2wsx3edc', 'qwertyuiop12', 'Qwer1234asdf!', 'abcdefghijkl', 'zxcvbnm,./123', '0987654321qwerty'],
  ...[
    '123456789012',
    '13800000000.',
    '2026-11-24 10:00',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '我爱你我爱你我爱你我爱你',
  ],
])('the password %s counts as common', (password) => {
  expect(password.length).toBeGreaterThanOrEqual(passwordLength.least)
  expect(isCommon(password)).toBe(true)
})

it.each([
  ...['示例县示例县2026!!', 'shili2026qingshi', 'zhang.san.2026', 'zhangsan123456', '张三张三张三123456'],
  ...['青石镇柳湾村2026年！', '六尺巷六尺巷2026', 'liuchixiang2026'],
])('the password %s counts as made of words of this person and county', (password) => {
  expect(isOwnWords(password, ['zhang.san', '张三'])).toBe(true)
})

it.each([
  '檐水归沟 六尺相让 各退三尺',
  'correct horse battery staple',
  'k7mp-xq4r-wz9t-bn3f',
  '青石镇的雨从东屋檐滴到西屋檐',
  '老王家的鸡每天五点就叫',
  'zhangsan rides a blue bicycle to town',
])('the password %s is accepted', (password) => {
  expect([isCommon(password), isOwnWords(password, ['zhang.san', '张三'])]).toEqual([false, false])
})

it('the list of common passwords has ten thousand fingerprints, nearly all distinct', () => {
  const prints = commonPasswords.match(/.{6}/g) ?? []
  expect(prints.length).toBe(10_000)
  expect(new Set(prints).size).toBeGreaterThan(9_990)
})

it('a random password is accepted', () => {
  const letters = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789')
  // Without fast-check's preference for the first letters, which makes runs of the alphabet.
  const random = fc.noBias(fc.array(letters, { minLength: 16, maxLength: 16 }))
  fc.assert(
    fc.property(random, (drawn) => {
      fc.pre(new Set(drawn).size > 8)
      return !isCommon(drawn.join(''))
    }),
  )
})

it('the longest passwords of every pattern are checked without a time-out', () => {
  for (const piece of ['a', 'ab', 'abc', 'pass', 'woaini', '密码', '1qaz', ' '])
    isCommon(`${piece.repeat(passwordLength.most).slice(0, passwordLength.most - 1)}x`)
})
