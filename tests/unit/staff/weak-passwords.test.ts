import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passwordLength } from '#domain/staff/bounds.ts'
import { commonPasswords } from '../../../functions/staff/passwords/common-passwords.ts'
import { isCommon, isOwnWords } from '../../../functions/staff/passwords/weak-passwords.ts'

/** Which new passwords somebody who guesses tries first. */

it.each([
  // The list.
  ...['administrator', 'justinbieber', 'finalfantasy', 'sonyericsson', 'Unbelievable', 'motherfucker'],
  // A common word with digits and signs around it, in any disguise.
  ...['password1234', 'P@ssw0rd2026', 'Admin@123456', 'welcome2026!!', 'letmein!2026', 'hello1234567'],
  ...[
    'woaini5201314',
    'mima12345678',
    'guanliyuan123',
    'sifaju2026!!',
    '密码密码密码密码1234',
    'ｐａｓｓｗｏｒｄ1234',
  ],
  // The keyboard, the alphabet, digits alone, the same over again.
  ...['1qaz2wsx3edc', 'qwertyuiop12', 'Qwer1234asdf!', 'abcdefghijkl', 'zxcvbnm,./123', '0987654321qwerty'],
  ...[
    '123456789012',
    '13800000000.',
    '2026-11-24 10:00',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '我爱你我爱你我爱你我爱你',
  ],
])('%s is common', (password) => {
  expect(password.length).toBeGreaterThanOrEqual(passwordLength.least)
  expect(isCommon(password)).toBe(true)
})

it.each([
  ...['示例县示例县2026!!', 'shili2026qingshi', 'zhang.san.2026', 'zhangsan123456', '张三张三张三123456'],
  ...['青石镇柳湾村2026年！', '六尺巷六尺巷2026', 'liuchixiang2026'],
])('%s is little but words of this person and county', (password) => {
  expect(isOwnWords(password, ['zhang.san', '张三'])).toBe(true)
})

it.each([
  '檐水归沟 六尺相让 各退三尺',
  'correct horse battery staple',
  'k7mp-xq4r-wz9t-bn3f',
  '青石镇的雨从东屋檐滴到西屋檐',
  '老王家的鸡每天五点就叫',
  'zhangsan rides a blue bicycle to town',
])('%s is taken', (password) => {
  expect([isCommon(password), isOwnWords(password, ['zhang.san', '张三'])]).toEqual([false, false])
})

it('holds ten thousand fingerprints, each once', () => {
  const prints = commonPasswords.match(/.{6}/g) ?? []
  expect(prints.length).toBe(10_000)
  expect(new Set(prints).size).toBeGreaterThan(9_990)
})

it('takes what is drawn at random', () => {
  const letters = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789')
  fc.assert(
    fc.property(fc.array(letters, { minLength: 16, maxLength: 16 }), (drawn) => {
      fc.pre(new Set(drawn).size > 8)
      return !isCommon(drawn.join(''))
    }),
  )
})

it('looks at the longest password there may be, of whatever kind, without falling asleep', () => {
  for (const piece of ['a', 'ab', 'abc', 'pass', 'woaini', '密码', '1qaz', ' '])
    isCommon(`${piece.repeat(passwordLength.most).slice(0, passwordLength.most - 1)}x`)
})
