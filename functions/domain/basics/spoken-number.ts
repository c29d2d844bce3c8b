const names = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九']

/** A telephone number as it is said, digit by digit: 12348 → 幺二三四八. Other characters are left out. */
export const spokenNumber = (number: string): string =>
  [...number].map((digit) => names[Number.parseInt(digit, 10)] ?? '').join('')
