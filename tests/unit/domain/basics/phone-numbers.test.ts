import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findableNumbers, phoneNumbers } from '#domain/basics/phone-numbers.ts'

describe('telephone numbers as people write them', () => {
  it.each([
    ['13800000000', ['13800000000']],
    ['138 0000 0000', ['13800000000']],
    ['138-0000-0000', ['13800000000']],
    ['１３８００００００００', ['13800000000']],
    ['+86 138 0000 0000', ['13800000000']],
    ['(+86)13800000000', ['13800000000']],
    ['0086 13800000000', ['13800000000']],
    ['8613800000000', ['13800000000']],
    ['86 138 0000 0000', ['13800000000']],
    ['0551-60000000', ['055160000000']],
    ['（0551）6000 0000', ['055160000000']],
    ['+86 551 6000 0000', ['055160000000']],
    ['+86 (0551) 6000 0000', ['055160000000']],
    ['+86 10 6000 0000', ['01060000000']],
    ['010-60000000', ['01060000000']],
    ['60000000', ['60000000']],
    ['600-0000', ['6000000']],
    ['400-600-0000', ['4006000000']],
    ['0551-60000000-801', ['055160000000']],
    ['0551-60000000转801', ['055160000000']],
    ['0551 60000000 分机 12', ['055160000000']],
    ['村里短号 667788', ['667788']],
    ['+852 9123 4567', ['+85291234567']],
    ['138 0000 0000 我儿子的', ['13800000000']],
    ['我儿子：13800000000', ['13800000000']],
    ['13800000000 13900000000', ['13800000000', '13900000000']],
    ['13800000000/0551-60000000', ['13800000000', '055160000000']],
    ['13800000000、13800000000', ['13800000000']],
    // The county's sample numbers.
    ['0000-0000211', ['00000000211']],
  ])('%s', (typed, numbers) => {
    expect(phoneNumbers(typed)).toEqual(numbers)
  })

  it.each([
    ['one digit short', '1380000000'],
    ['one digit too many', '138000000000'],
    ['an identity card', '340800196001010015'],
    ['a mobile number that cannot be', '23800000000'],
    ['no number', '没有电话'],
    ['a small number', '3 个人'],
    ['nothing', ''],
  ])('are not found in %s', (_, typed) => {
    expect(phoneNumbers(typed)).toEqual([])
  })

  it('are read in any text without failing, and hold digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        for (const number of phoneNumbers(typed)) expect(number).toMatch(/^\+?\d{5,15}$/)
      }),
    )
  })

  it('are found with and without their area code', () => {
    expect(findableNumbers('0551-60000000')).toEqual(['055160000000', '60000000'])
    expect(findableNumbers('010 6000 0000')).toEqual(['01060000000', '60000000'])
    expect(findableNumbers('6000 0000')).toEqual(['60000000'])
    expect(findableNumbers('13800000000')).toEqual(['13800000000'])
  })
})
