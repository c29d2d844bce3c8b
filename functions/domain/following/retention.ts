import { day, letterLife, logLife } from '#domain/basics/bounds.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'

/** How long each kind of what a case holds is kept: told on the privacy page before sending, and before erasing. */

interface Kind {
  name: string
  /** Until when; the words of a sentence. */
  kept: string
  /** True if it goes with the person who is erased. */
  goes: boolean
}

export const retention = [
  { name: '姓名、电话、住址，找得到您的记号', kept: '您要求删除为止', goes: true },
  { name: '您写的话、给您的话、评价里的那句话', kept: '您要求删除为止', goes: true },
  { name: '您的查询码', kept: '您要求删除为止', goes: true },
  { name: '信上 12 位号码的记号', kept: `${letterLife / day} 天`, goes: true },
  {
    name: '您交的照片、录音、文件',
    kept: `您要求删除为止；不要求的，事情结束、再没有动静以后，照片和文件 ${fileKinds.jpeg.keptDays} 天，录音 ${fileKinds.m4a.keptDays} 天`,
    goes: true,
  },
  { name: '登记的经过和诉求，笔录、协议、决定', kept: '作为调解、信访的档案一直留着', goes: false },
  { name: '哪天办了哪一步、哪个单位办的', kept: '和案件一起留着，里面没有您写的话', goes: false },
  { name: '工作人员哪天看过这件事', kept: `${logLife / day} 天`, goes: false },
] as const satisfies Kind[]
