import { expect, it } from 'vitest'
import { notHereBy } from '#domain/spot/refused-words.ts'
import { deskData } from '#generated/desk.ts'

/** What is never recorded on the spot by its words, and what is, although it sounds alike. */

it.each([
  ['两家动手打了起来，后来说和了', 'danger'],
  ['推搡的时候划伤了手', 'danger'],
  ['狗咬了人，赔疫苗钱', 'danger'],
  ['他扬言要烧房子', 'danger'],
  ['媳妇说不想活了', 'danger'],
  ['老公打我，劝好了', 'danger'],
  ['女方说是家暴', 'danger'],
  ['她害怕，不敢出门', 'danger'],
  ['狗咬了孩子，赔五百元疫苗钱', 'child'],
  ['电动车撞了放学的娃', 'child'],
  ['学生在路上被人欺负', 'child'],
  ['小孩在院里摔了，缝了三针', 'child'],
  ['村支书占了他家的地边', 'staff'],
  ['说网格员偏心', 'staff'],
])('not: %s', (text, why) => {
  expect(notHereBy(deskData.danger, text)).toBe(why)
})

it.each([
  '下雨檐水流到隔壁院里，两家争了几句',
  '陈家十天内装好水槽，两家各出一半钱',
  '孩子打球，打碎了邻居家一块玻璃，赔八十元',
  '树枝伸过墙，砸坏了瓦，没有人受伤',
  '鸡跑到菜地里啄了青菜，赔五十元',
  '三轮车蹭了墙，没打架，说好自己修',
  '儿子在外地打工，电话里答应过年还钱',
  '微信转错了两百元，当场退了',
  '欠的砖钱三千元，月底前给清',
  '狗夜里叫，关到后院去',
  '村干部到场见证，两家各退半尺',
  '网格员请来的调解员，把地界量清了',
  '烧秸秆的烟飘过来，以后提前说一声',
  '麻将声吵到半夜，说好十点收摊',
])('recorded: %s', (text) => {
  expect(notHereBy(deskData.danger, text)).toBeNull()
})
