import type { Draw } from './draw.ts'

/**
 * Invented people. Given names are plants, weather and water; a telephone begins with 0000 and cannot be assigned to
 * anybody.
 */
export interface Invented {
  name: string
  phone: string
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜']
const first = [...'青云竹松溪禾晨石柳兰春秋雨霜荷桂']
const second = [...'苗舟影涛岸穗露泉风草田菊燕月叶香']

/** A person whom nobody has met. */
export const inventPerson = (draw: Draw): Invented => ({
  name: `${draw.one(surnames)}${draw.one(first)}${draw.one(second)}`,
  phone: `0000-0${String(draw.whole(100_000, 999_999))}`,
})

/** People who come again and again: so many, known by the name of the run. */
const returning = 40

/** Who files a case: most file once, some are among those who come again. */
export const drawFiler = (draw: Draw, again: (index: number) => Draw): Invented =>
  draw.isDrawn(0.06) ? inventPerson(again(draw.whole(1, returning))) : inventPerson(draw)

/** A name of a unit's member of staff, recognisable as a sample. */
export const staffName = (draw: Draw): string => `示例${inventPerson(draw).name}`
